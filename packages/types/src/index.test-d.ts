/** Checked by `tsc`: a line that compiles is a passed assertion, and so is a `@ts-expect-error` above one that does not. */
import type {
  components,
  Event,
  operations,
  Payment,
  PaymentCompletedEvent,
  PaymentCreateParams,
  PaymentList,
  PaymentStatus,
  paths,
  RefundCreateParams,
  Settlement,
  WebhookEndpointCreateParams,
  webhooks,
} from "./index.js";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const isTrue = <T extends true>(_claim?: T): void => undefined;
declare const payment: Payment;
declare const event: Event;

// An enum of a response is open: it takes a value that is not known yet.
export const statusToCome: PaymentStatus = "held_for_review";
// It is not just a string: the known values are members of their own, so that an editor completes them.
isTrue<Equal<PaymentStatus, string> extends true ? false : true>();
isTrue<"completed" extends Extract<PaymentStatus, "completed"> ? true : false>();

// A switch over an open enum compiles, with a default for the values to come.
export function describe(status: PaymentStatus): string {
  switch (status) {
    case "completed":
      return "paid";
    case "failed":
      return "not paid";
    default:
      return status;
  }
}

// An enum of a request is closed, also where the same schema is open in responses.
export const goodReason: RefundCreateParams = { payment: "pay_1", reason: "duplicate" };
// @ts-expect-error -- VINR rejects a reason that it does not know.
export const badReason: RefundCreateParams = { payment: "pay_1", reason: "changed_my_mind" };
export const everyType: WebhookEndpointCreateParams = { url: "https://shop.example", enabled_events: ["*"] };
// An array that is sent may be readonly, one that was received may be changed.
const chosen = ["payment.completed", "refund.failed"] as const;
export const readonlyTypes: WebhookEndpointCreateParams = { url: "https://shop.example", enabled_events: chosen };
isTrue<Equal<PaymentList["data"], Payment[]>>();
// @ts-expect-error -- VINR rejects an event type that it does not know.
export const badType: WebhookEndpointCreateParams = { url: "https://shop.example", enabled_events: ["payment.done"] };

// Names keep the case of the API.
export const params: PaymentCreateParams = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example" };
// @ts-expect-error -- The API's name is returnUrl.
export const misspelt: PaymentCreateParams = { amount: 1000, currency: "EUR", return_url: "https://shop.example" };
// @ts-expect-error -- returnUrl has no default.
export const incomplete: PaymentCreateParams = { amount: 1000, currency: "EUR" };

// A property with a default may be left out of a request.
isTrue<Equal<PaymentCreateParams["capture"], boolean | undefined>>();

// The kind of an object is literal.
isTrue<Equal<Payment["object"], "payment">>();
// @ts-expect-error -- A payment is not a refund.
export const kind: "refund" = payment.object;

// Nullable is not optional.
isTrue<Equal<Settlement["payoutId"], string | null>>();

// An event narrows by its type.
if (event.type === "payment.completed") {
  isTrue<Equal<typeof event, PaymentCompletedEvent>>();
  isTrue<Equal<typeof event.data.object, Payment>>();
}
if (event.type === "settlement.completed") isTrue<Equal<typeof event.data.object, Settlement>>();

// The maps lead to the same plain names.
isTrue<Equal<components["schemas"]["Payment"], Payment>>();
isTrue<Equal<operations["createPayment"]["requestBody"]["content"]["application/json"], PaymentCreateParams>>();
isTrue<Equal<paths["/payments/{id}"]["get"], operations["retrievePayment"]>>();
isTrue<"payment.completed" extends keyof webhooks ? true : false>();
