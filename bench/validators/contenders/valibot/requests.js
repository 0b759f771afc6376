import * as v from "valibot";
import { id, metadata, minor, uri } from "./values.js";

const events = {
  payment: ["created", "authorized", "completed", "failed", "cancelled", "expired"],
  refund: ["created", "completed"],
  dispute: ["opened", "resolved"],
  settlement: ["completed"],
};
const eventTypes = Object.entries(events).flatMap(([resource, names]) => names.map((name) => `${resource}.${name}`));

export const captureParams = v.strictObject({ amount: v.optional(minor(1)) });

export const refundParams = v.strictObject({
  payment: id("pay"),
  amount: v.optional(minor(1)),
  reason: v.optional(v.picklist(["requested_by_customer", "duplicate", "fraudulent", "product_not_received"])),
  metadata: v.optional(metadata),
});

export const webhookParams = v.strictObject({
  url: v.pipe(v.string(), v.maxLength(2048), v.regex(/^https:\/\/[^\s]+$/), uri),
  enabled_events: v.union([
    v.pipe(
      v.array(v.picklist(eventTypes)),
      v.minLength(1),
      v.maxLength(100),
      v.check((types) => new Set(types).size === types.length),
    ),
    v.tuple([v.literal("*")]),
  ]),
});
