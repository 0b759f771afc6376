import * as z from "zod";
import { readQuery } from "../read-query.js";

const minor = (min) => z.int().min(min).max(999999999999);
const id = (prefix) =>
  z
    .string()
    .max(64)
    .regex(new RegExp(`^${prefix}_[A-Za-z0-9]+$`));
const currency = z
  .string()
  .length(3)
  .regex(/^[A-Z]{3}$/);
// zod's url accepts what the platform's URLs do, which is more than a URI of RFC 3986.
const webUrl = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/[^\s]+$/)
  .regex(/^[a-zA-Z][a-zA-Z0-9+.-]*:[!#-;=?-[\]_a-z~%]*$/);
const timestamp = z.iso.datetime({ offset: true }).max(40);
// JSON Schema counts characters, zod UTF-16 units.
const text = z.string().refine((value) => value.length <= 500 || [...value].length <= 500);
// zod has no maxProperties, so the pairs are counted by a refinement.
const metadata = z.record(z.string().min(1).max(40), text).refine((pairs) => Object.keys(pairs).length <= 40);
const description = text;

const createParams = z.strictObject({
  amount: minor(1),
  currency,
  returnUrl: webUrl,
  description: description.optional(),
  capture: z.boolean().optional(),
  metadata: metadata.optional(),
});

const payment = z.looseObject({
  id: id("pay"),
  object: z.literal("payment"),
  status: z.string(),
  amount: minor(1),
  currency,
  amountCapturable: minor(0).optional(),
  amountCaptured: minor(0).optional(),
  amountRefunded: minor(0).optional(),
  description: description.optional(),
  returnUrl: webUrl.optional(),
  checkoutUrl: webUrl.optional(),
  failure: z
    .looseObject({
      code: z
        .string()
        .max(64)
        .regex(/^[a-z][a-z0-9_]*$/),
      category: z.string(),
      message: z.string().max(500),
      retryable: z.boolean(),
    })
    .optional(),
  metadata,
  created_at: timestamp,
});

const paymentList = z.looseObject({
  object: z.literal("list"),
  data: z.array(payment).max(100),
  page: z.looseObject({
    has_more: z.boolean(),
    next_cursor: z
      .string()
      .min(3)
      .max(64)
      .regex(/^[a-z]+_[A-Za-z0-9]+$/)
      .nullable(),
    total_estimate: minor(0),
  }),
});

const refund = z.looseObject({
  id: id("re"),
  object: z.literal("refund"),
  payment: id("pay"),
  amount: minor(1),
  currency,
  status: z.string(),
  reason: z.string().optional(),
  metadata,
  created_at: timestamp,
});

const dispute = z.looseObject({
  id: id("dp"),
  object: z.literal("dispute"),
  payment: id("pay"),
  amount: minor(1),
  currency,
  status: z.string(),
  created_at: timestamp,
});

const settlement = z.looseObject({
  id: id("setl"),
  object: z.literal("settlement"),
  status: z.string(),
  currency,
  grossAmount: minor(0),
  refundedAmount: minor(0),
  feeAmount: minor(0),
  netAmount: minor(-999999999999),
  payoutId: id("po").nullable(),
  periodStart: timestamp,
  periodEnd: timestamp,
  created_at: timestamp,
});

const of = (type, resource) =>
  z.looseObject({
    id: id("evt"),
    object: z.literal("event"),
    type: z.literal(type),
    created_at: timestamp,
    data: z.looseObject({ object: resource }),
  });
const anyEvent = z.discriminatedUnion("type", [
  ...["created", "authorized", "completed", "failed", "cancelled", "expired"].map((name) =>
    of(`payment.${name}`, payment),
  ),
  ...["created", "completed"].map((name) => of(`refund.${name}`, refund)),
  ...["opened", "resolved"].map((name) => of(`dispute.${name}`, dispute)),
  of("settlement.completed", settlement),
]);

const cursor = z
  .string()
  .min(3)
  .max(64)
  .regex(/^[a-z]+_[A-Za-z0-9]+$/)
  .optional();
const listQuery = z.strictObject({
  limit: z.int().min(1).max(100).default(25),
  starting_after: cursor,
  ending_before: cursor,
});

export const query = (params) => listQuery.safeParse(readQuery(params)).success;
export const create = (value) => createParams.safeParse(value).success;
export const list = (value) => paymentList.safeParse(value).success;
export const event = (value) => anyEvent.safeParse(value).success;
export const explain = (value) => createParams.safeParse(value).error?.issues.length ?? 0;
