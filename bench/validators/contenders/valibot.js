import * as v from "valibot";

const minor = (min) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(999999999999));
const id = (prefix) => v.pipe(v.string(), v.maxLength(64), v.regex(new RegExp(`^${prefix}_[A-Za-z0-9]+$`)));
const currency = v.pipe(v.string(), v.length(3), v.regex(/^[A-Z]{3}$/));
const webUrl = v.pipe(v.string(), v.maxLength(2048), v.regex(/^https?:\/\/[^\s]+$/), v.url());
// valibot's isoTimestamp accepts the thirtieth of February; the calendar is asked beside it.
const timestamp = v.pipe(
  v.string(),
  v.maxLength(40),
  v.isoTimestamp(),
  v.check((text) => isDay(text.slice(0, 10))),
);
const isDay = (day) => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};
const metadata = v.pipe(
  v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(40)), v.pipe(v.string(), v.maxLength(500))),
  v.maxEntries(40),
);
const description = v.pipe(v.string(), v.maxLength(500));

const createParams = v.strictObject({
  amount: minor(1),
  currency,
  returnUrl: webUrl,
  description: v.optional(description),
  capture: v.optional(v.boolean()),
  metadata: v.optional(metadata),
});

const payment = v.looseObject({
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

const paymentList = v.looseObject({
  object: v.literal("list"),
  data: v.pipe(v.array(payment), v.maxLength(100)),
  page: v.looseObject({
    has_more: v.boolean(),
    next_cursor: v.nullable(v.pipe(v.string(), v.minLength(3), v.maxLength(64), v.regex(/^[a-z]+_[A-Za-z0-9]+$/))),
    total_estimate: minor(0),
  }),
});

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
const anyEvent = v.variant("type", [
  ...["created", "authorized", "completed", "failed", "cancelled", "expired"].map((name) =>
    of(`payment.${name}`, payment),
  ),
  ...["created", "completed"].map((name) => of(`refund.${name}`, refund)),
  ...["opened", "resolved"].map((name) => of(`dispute.${name}`, dispute)),
  of("settlement.completed", settlement),
]);

export const create = (value) => v.safeParse(createParams, value).success;
export const list = (value) => v.safeParse(paymentList, value).success;
export const event = (value) => v.safeParse(anyEvent, value).success;
export const explain = (value) => v.safeParse(createParams, value).issues?.length ?? 0;
