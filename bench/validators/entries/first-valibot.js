import { safeParse } from "valibot";
import { createParams } from "../contenders/valibot/create.js";

export const first = (value) => safeParse(createParams, value).success;
