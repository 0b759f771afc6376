import * as v from "valibot";
import { currency, description, id, metadata, minor, timestamp, webUrl } from "./values.js";

export const payment = v.looseObject({
  id: id("pay"),
  object: v.literal("payment"),
  status: v.string(),
  amount: minor(1),
  currency,
  amountCapturable: v.optional(minor(0)),
  amountCaptured: v.optional(minor(0)),
  amountRefunded: v.optional(minor(0)),
  description: v.optional(description),
  returnUrl: v.optional(webUrl),
  checkoutUrl: v.optional(webUrl),
  failure: v.optional(
    v.looseObject({
      code: v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z][a-z0-9_]*$/)),
      category: v.string(),
      message: v.pipe(v.string(), v.maxLength(500)),
      retryable: v.boolean(),
    }),
  ),
  metadata,
  created_at: timestamp,
});

export const paymentList = v.looseObject({
  object: v.literal("list"),
  data: v.pipe(v.array(payment), v.maxLength(100)),
  page: v.looseObject({
    has_more: v.boolean(),
    next_cursor: v.nullable(v.pipe(v.string(), v.minLength(3), v.maxLength(64), v.regex(/^[a-z]+_[A-Za-z0-9]+$/))),
    total_estimate: minor(0),
  }),
});
