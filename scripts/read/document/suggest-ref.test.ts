import { describe, expect, it } from "vitest";
import { suggestRef } from "./suggest-ref.ts";

const document = {
  paths: { "/payments": { get: {} } },
  components: { schemas: { Payment: {}, PaymentId: {} }, parameters: { Limit: {} } },
};

describe("a reference that leads to nothing", () => {
  it.each([
    ["a misspelt name", "#/components/schemas/Paymnet", "#/components/schemas/Payment"],
    ["a name in another case", "#/components/schemas/payment_id", "#/components/schemas/PaymentId"],
    ["a misspelt section", "#/components/schema/Payment", "#/components/schemas/Payment"],
    ["two misspelt names", "#/component/schemas/Paymnt", "#/components/schemas/Payment"],
    ["another section", "#/components/schemas/Limit", "#/components/parameters/Limit"],
    ["no section", "#/Limit", "#/components/parameters/Limit"],
    ["a path", "#/paths/~1payment/get", "#/paths/~1payments/get"],
  ])("because of %s gets the likeliest one", (_, ref, meant) => {
    expect(suggestRef(ref, document)).toBe(meant);
  });

  it.each(["#/components/schemas/Invoice", "other.yaml#/Payment", "Payment", "#/components/schemas/constructor", "#"])(
    "gets no suggestion where nothing is near: %s",
    (ref) => expect(suggestRef(ref, document)).toBeUndefined(),
  );
});
