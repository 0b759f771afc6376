import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { loadSpec } from "../../scripts/read/document/load-spec.ts";
import { buildModel } from "../../scripts/read/model/build-model.ts";
import { findObjectExample } from "./object-example.ts";

const api = buildModel(await loadSpec(fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url))));

/** Where the example of an object comes from, as its page says it. */
function sourceOf(name: string): string | undefined {
  const found = findObjectExample(name, api);
  return found && `${found.path} ${found.kind} of ${found.owner.label}`.trim();
}

it.each([
  ["Payment", "200 response of Retrieve a payment"],
  ["PaymentCreateParams", "request of Create a payment"],
  ["Refund", "201 response of Create a refund"],
  ["DisputeOpenedEvent", "body of dispute.opened"],
])("the example of %s is the first documented body of that schema", (name, source) => {
  expect(sourceOf(name)).toBe(source);
});

it.each([
  ["Dispute", "data.object body of dispute.opened"],
  ["SettlementTransaction", "data[0] 200 response of List a settlement's transactions"],
  ["ErrorDetail", "error 400 response of Create a payment"],
])("the example of %s, which is only within other bodies, is the first of them", (name, source) => {
  expect(sourceOf(name)).toBe(source);
});

it("the example of a union is that of its first member", () => {
  expect(sourceOf("Event")).toBe("body of payment.created");
});

it("every object has an example, which stands in the spec and has what the object requires", () => {
  const spec = JSON.stringify([api.operations, api.webhooks]);
  for (const { name, schema } of api.schemas.values()) {
    if (schema.properties === undefined) continue;
    const { value = {} } = findObjectExample(name, api) ?? {};
    expect(Object.keys(value as object), name).toEqual(expect.arrayContaining([...(schema.required ?? [])]));
    expect(spec).toContain(JSON.stringify(value));
  }
});

it("a value that is not an object, and an object in no example, have none", () => {
  expect(findObjectExample("PaymentId", api)).toBeUndefined();
  const silent = { ...api, operations: [], webhooks: [] };
  expect(findObjectExample("Payment", silent)).toBeUndefined();
});
