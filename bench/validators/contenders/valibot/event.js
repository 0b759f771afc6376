import * as v from "valibot";
import { payment } from "./payment.js";
import { currency, id, metadata, minor, timestamp } from "./values.js";

const refund = v.looseObject({
  id: id("re"),
  object: v.literal("refund"),
  payment: id("pay"),
  amount: minor(1),
  currency,
  status: v.string(),
  reason: v.optional(v.string()),
  metadata,
  created_at: timestamp,
});

const dispute = v.looseObject({
  id: id("dp"),
  object: v.literal("dispute"),
  payment: id("pay"),
  amount: minor(1),
  currency,
  status: v.string(),
  created_at: timestamp,
});

const settlement = v.looseObject({
  id: id("setl"),
  object: v.literal("settlement"),
  status: v.string(),
  currency,
  grossAmount: minor(0),
  refundedAmount: minor(0),
  feeAmount: minor(0),
  netAmount: minor(-999999999999),
  payoutId: v.nullable(id("po")),
  periodStart: timestamp,
  periodEnd: timestamp,
  created_at: timestamp,
});

const of = (type, resource) =>
  v.looseObject({
    id: id("evt"),
    object: v.literal("event"),
    type: v.literal(type),
    created_at: timestamp,
    data: v.looseObject({ object: resource }),
  });
export const anyEvent = v.variant("type", [
  ...["created", "authorized", "completed", "failed", "cancelled", "expired"].map((name) =>
    of(`payment.${name}`, payment),
  ),
  ...["created", "completed"].map((name) => of(`refund.${name}`, refund)),
  ...["opened", "resolved"].map((name) => of(`dispute.${name}`, dispute)),
  of("settlement.completed", settlement),
]);
