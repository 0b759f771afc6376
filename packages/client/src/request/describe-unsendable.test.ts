import { describe, expect, it } from "vitest";
import { createTestClient, errorOf, newPayment } from "../../test/test-client.js";
import { createTestKit } from "../testing.js";
import { describeUnsendable } from "./describe-unsendable.js";

const nowhere = { url: "http://127.0.0.1:1" };

function circular(): object {
  const metadata: Record<string, unknown> = { order: "1042" };
  metadata.self = metadata;
  return { ...newPayment, metadata };
}

describe("a body that JSON cannot hold", () => {
  it.each<[object, string]>([
    [{ ...newPayment, amount: 1000n }, "amount is a bigint: pass a number instead, such as Number(value)"],
    [circular(), "metadata.self refers to itself: it is the same object as metadata"],
    [{ ...newPayment, amount: () => 1000 }, "amount is a function: pass what it returns"],
    [{ ...newPayment, metadata: { order: Symbol("1042") } }, "metadata.order is a symbol: pass a string instead"],
    [
      { ...newPayment, metadata: new Map([["order", "1042"]]) },
      "metadata is a Map, which JSON writes as {}: pass a plain object",
    ],
    [Object.create(newPayment), "amount is inherited from a class: pass a plain object"],
    [{ ...newPayment, toJSON: () => undefined }, "one of its values cannot be read"],
  ])("is not sent, and says what is wrong and where (%#)", async (body, problem) => {
    const { vinr } = createTestClient(nowhere);
    const message = `The body cannot be sent as JSON: ${problem}.`;
    const expected = { name: "VinrError", code: "invalid_argument", message, attempts: 0 };
    expect(await errorOf(vinr.payments.create(body as never))).toMatchObject(expected);
    expect(await errorOf(vinr.http.POST("/payments", { body: body as never }))).toMatchObject(expected);
  });

  it("is described by the place of its value, as the validators write places", () => {
    const body: Record<string, unknown> = { list: [{ "order no": 1n }] };
    expect(describeUnsendable(body)).toMatch(/^list\[0\]\["order no"\] is a bigint/);
    body.list = [body];
    expect(describeUnsendable(body)).toBe("list[0] refers to itself: it is the same object as the body");
  });

  it("is not one whose values say themselves what is written, or that has methods beside its own values", async () => {
    class Money {
      readonly cents = 1000n;
      toJSON() {
        return Number(this.cents);
      }
    }
    class NewPayment {
      readonly amount = new Money() as unknown as number;
      readonly currency = "EUR";
      readonly returnUrl = Object("https://shop.example/return");
      describe() {
        return this.currency;
      }
    }
    const { vinr, api } = createTestKit();
    await vinr.payments.create(new NewPayment());
    expect(api.calls[0]?.body).toEqual(newPayment);
  });

  it("is not one that holds an object twice", () => {
    const twice = {};
    expect(describeUnsendable({ one: twice, other: twice })).toBeUndefined();
  });

  it("has no description if it cannot be read, or is very deep", () => {
    const getter = {
      get amount(): number {
        throw new Error("no");
      },
    };
    let deep: object = { amount: 1n };
    for (let i = 0; i < 1e5; i++) deep = { deep };
    expect([describeUnsendable(getter), describeUnsendable(deep)]).toEqual([undefined, undefined]);
  });
});
