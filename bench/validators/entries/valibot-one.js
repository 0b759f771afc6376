export { safeParse } from "valibot";
export { createParams } from "../contenders/valibot/create.js";
