// By the name of a package, as the others are imported: to find a package takes Node longer than to read it.
import { isRight } from "@vinr/bench/nothing";

export const first = isRight;
