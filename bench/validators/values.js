/** The values that every contender validates: the specification's examples, so that they are what the API sends. */
import { readFileSync } from "node:fs";

const spec = JSON.parse(readFileSync(new URL("../.cache/openapi.json", import.meta.url), "utf8"));
const example = (name) => structuredClone(spec.components.examples[name].value);

const payments = [
  "PaymentCompleted",
  "PaymentPending",
  "PaymentFailed",
  "PaymentPartiallyRefunded",
  "PaymentCancelled",
];
const hundred = Array.from({ length: 100 }, (_, index) => ({
  ...example(payments[index % payments.length]),
  id: `pay_${String(index).padStart(10, "0")}`,
}));

/** The bundled specification, for contenders that read JSON Schema. */
export const document = spec;

/** One valid value a workload. */
export const valid = {
  create: example("CreatePaymentHostedCheckout"),
  list: { ...example("PaymentListFirstPage"), data: hundred },
  event: example("PaymentCompletedEvent"),
  query: new URLSearchParams("limit=50&starting_after=pay_7rP1gS0bY"),
};

/** The values that all contenders must accept (`true`) or reject (`false`) alike, before speed counts. */
export const corpus = {
  create: [
    [true, valid.create],
    [true, example("CreatePaymentMinimal")],
    [true, example("CreatePaymentAuthorizeOnly")],
    [false, null],
    [false, []],
    [false, {}],
    [false, { ...valid.create, amount: 0 }],
    [false, { ...valid.create, amount: 10.5 }],
    [false, { ...valid.create, amount: "1000" }],
    [false, { ...valid.create, amount: 1e12 }],
    [false, { ...valid.create, currency: "eur" }],
    [false, { ...valid.create, currency: "EURO" }],
    [false, { ...valid.create, returnUrl: "ftp://shop.example" }],
    [false, { ...valid.create, returnUrl: `https://shop.example/${"a".repeat(2048)}` }],
    [false, { ...valid.create, return_url: "https://shop.example" }],
    [false, { ...valid.create, returnUrl: "https://shop.example/zurück" }],
    [false, { ...valid.create, description: "d".repeat(501) }],
    [true, { ...valid.create, description: "😀".repeat(500) }],
    [false, { ...valid.create, description: "😀".repeat(501) }],
    [false, { ...valid.create, capture: "true" }],
    [false, { ...valid.create, metadata: { order: 1042 } }],
    [false, { ...valid.create, metadata: { ["k".repeat(41)]: "v" } }],
    [false, { ...valid.create, metadata: Object.fromEntries(Array.from({ length: 41 }, (_, i) => [`k${i}`, "v"])) }],
  ],
  list: [
    [true, valid.list],
    [true, example("PaymentListLastPage")],
    [false, { ...valid.list, object: "payment" }],
    [false, { ...valid.list, data: {} }],
    [false, { ...valid.list, data: [...hundred, hundred[0]] }],
    [false, { ...valid.list, data: [{ ...hundred[0], id: "re_1" }] }],
    [false, { ...valid.list, data: [{ ...hundred[0], created_at: "yesterday" }] }],
    [false, { ...valid.list, data: [{ ...hundred[0], created_at: "2026-02-30T10:00:00Z" }] }],
    [false, { ...valid.list, page: { has_more: true, next_cursor: 7, total_estimate: 1 } }],
  ],
  event: [
    [true, valid.event],
    [true, example("RefundCompletedEvent")],
    [true, example("SettlementCompletedEvent")],
    [true, example("DisputeOpenedEvent")],
    [false, { ...valid.event, id: "pay_1" }],
    [false, { ...valid.event, data: {} }],
    [false, { ...valid.event, data: { object: example("RefundSucceeded") } }],
    [false, { ...valid.event, created_at: undefined }],
  ],
  query: [
    [true, valid.query],
    [true, new URLSearchParams("")],
    ...["limit=05", "limit=1e1", "limit=%207", "limit=0", "limit=101", "limit=1&limit=2", "Limit=1"].map((text) => [
      false,
      new URLSearchParams(text),
    ]),
    ...["starting_after=7", "starting_after=a_1&ending_before=a_2", "__proto__=1"].map((text) => [
      false,
      new URLSearchParams(text),
    ]),
  ],
};

/** Values with one to five things wrong, for the cost of explaining. */
export const failing = [
  { ...valid.create, amount: 0 },
  { ...valid.create, amount: 0, currency: "eur" },
  { ...valid.create, amount: 0, currency: "eur", return_url: "x" },
  { ...valid.create, amount: 0, currency: "eur", return_url: "x", capture: 1 },
  { ...valid.create, amount: 0, currency: "eur", return_url: "x", capture: 1, description: 5 },
];
