import * as v from "valibot";
import { currency, description, metadata, minor, webUrl } from "./values.js";

export const createParams = v.strictObject({
  amount: minor(1),
  currency,
  returnUrl: webUrl,
  description: v.optional(description),
  capture: v.optional(v.boolean()),
  metadata: v.optional(metadata),
});
