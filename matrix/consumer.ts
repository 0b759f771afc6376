/** Compiled against the packages as published, by each compiler. */
import type { Vinr, VinrError } from "@vinr/client";
import {
  apiError,
  createHandler,
  createPartialHandler,
  type Handler,
  type Operations,
  type Payment as ServerPayment,
} from "@vinr/server";
import type { Event, Payment, PaymentCompletedEvent, PaymentCreateParams, PaymentStatus } from "@vinr/types";
import { validateEvent } from "@vinr/validators";

export async function pay(vinr: Vinr): Promise<Payment> {
  return vinr.payments.create({ amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" });
}

export function isFinal(status: PaymentStatus): boolean {
  switch (status) {
    case "completed":
    case "failed":
    case "cancelled":
    case "expired":
      return true;
    default:
      return false;
  }
}

export function amountOf(body: unknown): number | undefined {
  const result = validateEvent(body);
  if (!result.ok) return undefined;
  const event: Event = result.value;
  if (event.type !== "payment.completed") return undefined;
  const completed: PaymentCompletedEvent = event;
  return completed.data.object.amount;
}

export const codeOf = (error: VinrError): string => error.code;

const url = "https://shop.example/return";
// @ts-expect-error a misspelt property does not compile
export const misspelt: PaymentCreateParams = { amount: 1, currency: "EUR", return_url: url };

export const serve = (operations: Operations): Handler => createHandler(operations);

export function serveOne(find: (account: string, id: string) => ServerPayment | undefined): Handler {
  return createPartialHandler({
    retrievePayment({ path, caller }) {
      const payment = find(caller.account, path.id);
      if (payment === undefined) throw apiError("resource_not_found", { resource: path.id });
      return { status: 200, body: { ...payment, status: "completed" } };
    },
  });
}

// @ts-expect-error neither does an operation that is missing
createHandler({});
// @ts-expect-error nor a status that is not documented
createPartialHandler({ deleteWebhookEndpoint: () => ({ status: 200 }) });
