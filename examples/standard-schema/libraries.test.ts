import { TRPCError } from "@trpc/server";
import type { PaymentCreateParams, RefundCreateParams } from "@vinr/types";
import type { InferRequestType } from "hono/client";
import { hc } from "hono/client";
import { describe, expect, expectTypeOf, it } from "vitest";
import { app } from "./hono.ts";
import { createRefundForm } from "./tanstack-form.ts";
import { router } from "./trpc.ts";

const body: PaymentCreateParams = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

describe("a validator in Hono", () => {
  const client = hc<typeof app>("http://shop.example", { fetch: app.request });
  const checkout = client.checkout.$post;

  it("gives its type to the route and to Hono's client", async () => {
    expectTypeOf<InferRequestType<typeof checkout>["json"]>().toEqualTypeOf<PaymentCreateParams>();
    const response = await checkout({ json: body });
    expect(await response.json()).toEqual({ amount: 1000, currency: "EUR" });
  });

  it("rejects a body with its issues", async () => {
    const response = await checkout({ json: { ...body, amount: 0 } });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("amount must be at least 1, got 0");
  });
});

describe("a validator in tRPC", () => {
  const caller = router.createCaller({});

  it("gives its type to the procedure", async () => {
    expectTypeOf(caller.checkout).parameter(0).toEqualTypeOf<PaymentCreateParams>();
    expect(await caller.checkout(body)).toEqual({ amount: 1000, currency: "EUR" });
  });

  it("rejects an input with its issues", async () => {
    const thrown: unknown = await caller.checkout({ ...body, amount: 0 }).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(TRPCError);
    expect(thrown).toMatchObject({
      code: "BAD_REQUEST",
      cause: { issues: [{ path: ["amount"], message: "amount must be at least 1, got 0" }] },
    });
  });
});

describe("a validator in TanStack Form", () => {
  const open = () => {
    const form = createRefundForm({ payment: "pay_7rP1gS0bY", amount: 4999 });
    form.mount();
    return form;
  };

  it("gives its type to the form", () => {
    expectTypeOf(open().state.values).toEqualTypeOf<RefundCreateParams>();
  });

  it("tells a field what is wrong with it, and falls silent once it is right", () => {
    const form = open();
    form.setFieldValue("amount", 0);
    expect(messagesAt(form, "amount")).toEqual(["amount must be at least 1, got 0"]);
    expect(form.state.isValid).toBe(false);
    form.setFieldValue("amount", 4999);
    expect(messagesAt(form, "amount")).toEqual([]);
    expect(form.state.isValid).toBe(true);
  });
});

function messagesAt(form: ReturnType<typeof createRefundForm>, field: keyof RefundCreateParams): string[] {
  const errors: readonly (undefined | { message: string } | { message: string }[])[] =
    form.getFieldMeta(field)?.errors ?? [];
  return errors.flat().flatMap((error) => (error === undefined ? [] : [error.message]));
}
