// From a package that is installed as the others are: to find one takes Node longer than to read it.
import { isRight } from "@vinr/empty";

export const first = isRight;
