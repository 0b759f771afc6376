import { readFile } from "node:fs/promises";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { parse } from "yaml";

/** The examples tell one story: what one of them says of an object, no other contradicts. */

interface Resource {
  readonly [key: string]: unknown;
  readonly id: string;
  readonly object: string;
}

interface Transaction extends Resource {
  readonly type: string;
  readonly source: string | null;
  readonly gross: number;
  readonly fee: number;
  readonly net: number;
}

const spec = parse(await readFile(path.join(import.meta.dirname, "openapi.yaml"), "utf8"));
const example = (name: string) => spec.components.examples[name].value;
const resources: Resource[] = [...resourcesIn(spec.components.examples)];
const settlement = example("SettlementPaid");
const transactions: Transaction[] = example("SettlementTransactionListWhole").data;
const sum = (key: "gross" | "fee" | "net", type?: string) =>
  transactions.filter((line) => type === undefined || line.type === type).reduce((total, line) => total + line[key], 0);

function* resourcesIn(value: unknown): Generator<Resource> {
  if (value === null || typeof value !== "object") return;
  if ("id" in value && "object" in value) yield value as Resource;
  for (const child of Object.values(value)) yield* resourcesIn(child);
}

test("the sample payment of VINR's overview is a valid Payment", () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.addSchema(spec, "api").compile({ $ref: "api#/components/schemas/Payment" });
  const sample = {
    id: "pay_1234567890",
    object: "payment",
    status: "completed",
    amount: 1000,
    currency: "EUR",
    created_at: "2026-04-15T10:30:00Z",
    metadata: {},
  };
  expect(validate(sample), JSON.stringify(validate.errors)).toBe(true);
  expect(example("PaymentMinimal")).toEqual(sample);
});

test("an object keeps its amount, currency and time in every example", () => {
  const first = new Map<string, Resource>();
  for (const resource of resources) {
    const { id, object, amount, currency, created_at } = resource;
    const before = first.get(id) ?? resource;
    first.set(id, before);
    expect({ id, object, amount, currency, created_at }).toEqual({
      id,
      object: before.object,
      amount: before.amount,
      currency: before.currency,
      created_at: before.created_at,
    });
  }
  expect(first.size).toBeGreaterThan(20);
});

test("the payment that is captured is the one that is refunded and settled", () => {
  const { id, amountCaptured } = example("PaymentCaptured");
  expect(example("RefundSucceeded").payment).toBe(id);
  expect(example("PaymentPartiallyRefunded")).toMatchObject({ id, amountRefunded: example("RefundSucceeded").amount });
  expect(transactions).toContainEqual(expect.objectContaining({ type: "payment", source: id, gross: amountCaptured }));
  expect(transactions).toContainEqual(
    expect.objectContaining({ type: "refund", source: example("RefundSucceeded").id }),
  );
});

test("each transaction's gross and fee make its net", () => {
  for (const { gross, fee, net } of transactions) expect(gross + fee).toBe(net);
});

test("the transactions of the settlement add up to its own figures", () => {
  expect(sum("gross", "payment")).toBe(settlement.grossAmount);
  expect(-sum("gross", "refund")).toBe(settlement.refundedAmount);
  expect(-sum("fee")).toBe(settlement.feeAmount);
  expect(sum("net")).toBe(settlement.netAmount);
  expect(settlement.grossAmount - settlement.refundedAmount - settlement.feeAmount).toBe(settlement.netAmount);
});

test("lists are ordered from the newest object to the oldest", () => {
  for (const [name, { value }] of Object.entries<{ value: { object?: string; data: Resource[] } }>(
    spec.components.examples,
  )) {
    if (value.object !== "list") continue;
    const times = value.data.map(({ created_at }) => created_at);
    expect(times, name).toEqual(times.toSorted().toReversed());
  }
});

test("the next cursor is the id of the page's last object, and null on the last page", () => {
  for (const { value } of Object.values<{
    value: { data: Resource[]; page?: { has_more: boolean; next_cursor: string } };
  }>(spec.components.examples))
    if (value.page) expect(value.page.next_cursor).toBe(value.page.has_more ? value.data.at(-1)?.id : null);
});

test("each event type has a schema, a webhook and an example of its own", () => {
  const types: string[] = spec.components.schemas.EventType.enum;
  expect(Object.keys(spec.webhooks)).toEqual(types);
  expect(Object.keys(spec.components.schemas.Event.discriminator.mapping)).toEqual(types);
  const shown = resources.filter(({ object }) => object === "event").map(({ type }) => type);
  expect(shown).toEqual(types);
});

test("nothing in the specification looks like a live key or a real secret", async () => {
  const text = await readFile(path.join(import.meta.dirname, "openapi.yaml"), "utf8");
  expect(text).not.toMatch(/\b[srp]k_(live|test)_[A-Za-z0-9]/);
  expect(text.match(/whsec_\w+/g)).toEqual(["whsec_ExampleOnlyNotASecret0000", "whsec_ExampleOnlyNotASecret0000"]);
});
