/** Code that must compile, and code that must not. Checked by `pnpm typecheck`; never run. */
import type {
  AnyApiError,
  ApiErrorCode,
  ErrorResponse,
  Event,
  NewPayment,
  operations,
  Payment,
  PaymentCreateParams,
  PaymentList,
  Refund,
  Settlement,
  SettlementTransaction,
  SettlementTransactionList,
  Vinr,
  VinrCall,
  VinrCardError,
  VinrResponse,
  WebhookEndpoint,
  WebhookHandlers,
} from "../src/index.js";
import { isVinrApiError, isVinrError, VinrApiError, type VinrError } from "../src/index.js";
import type { TestKit } from "../src/testing.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function check<T extends true>(): T;

declare const vinr: Vinr;
const body: PaymentCreateParams = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

async function returnsTheResource() {
  check<Same<Awaited<ReturnType<typeof vinr.payments.create>>, NewPayment>>();
  check<Same<ReturnType<typeof vinr.payments.create>, VinrCall<NewPayment>>>();
  check<Same<Awaited<ReturnType<typeof vinr.payments.list>>, PaymentList>>();
  check<Same<Awaited<ReturnType<typeof vinr.refunds.retrieve>>, Refund>>();
  check<Same<Awaited<ReturnType<typeof vinr.webhooks.create>>, WebhookEndpoint>>();
  check<Same<Awaited<ReturnType<typeof vinr.webhooks.delete>>, undefined>>();
  check<Same<Awaited<ReturnType<typeof vinr.settlements.retrieve>>, Settlement>>();
  check<Same<Awaited<ReturnType<typeof vinr.settlements.listTransactions>>, SettlementTransactionList>>();
}

async function iteratesOverItems() {
  for await (const payment of vinr.payments.list()) check<Same<typeof payment, Payment>>();
  for await (const page of vinr.payments.list().pages()) check<Same<typeof page, PaymentList>>();
  const some = await vinr.settlements.listTransactions("setl_1").toArray({ limit: 5 });
  check<Same<typeof some, SettlementTransaction[]>>();
}

async function returnsResponseMetadata() {
  const result = await vinr.payments.create(body).withResponse();
  check<Same<typeof result, VinrResponse<NewPayment>>>();
}

/** The plain names of the methods are those of the specification's operations. */
function agreesWithTheSpecification() {
  type Ok = operations["createPayment"]["responses"][201]["content"]["application/json"];
  check<Same<Ok, NewPayment>>();
  type Given = Parameters<typeof vinr.payments.create>[0];
  check<Same<Given, operations["createPayment"]["requestBody"]["content"]["application/json"]>>();
}

function rejectsWhatTheApiRejects() {
  // @ts-expect-error: returnUrl is missing.
  vinr.payments.create({ amount: 1000, currency: "EUR" });
  // @ts-expect-error: the API knows returnUrl, not return_url.
  vinr.payments.create({ ...body, return_url: "https://shop.example" });
  // @ts-expect-error: amounts are numbers.
  vinr.payments.create({ ...body, amount: "1000" });
  // @ts-expect-error: there is no such reason.
  vinr.refunds.create({ payment: "pay_1", reason: "because" });
  // @ts-expect-error: there is no such parameter.
  vinr.payments.list({ payment: "pay_1" });
  // @ts-expect-error: an id is a string.
  vinr.payments.retrieve(5);
}

function rejectsOptionsWithoutEffect() {
  // @ts-expect-error: reads take no idempotency key.
  vinr.payments.retrieve("pay_1", { idempotencyKey: "order-1" });
  // @ts-expect-error: there is no such option.
  vinr.payments.create(body, { idempotency_key: "order-1" });
  vinr.payments.create(body, { idempotencyKey: "order-1", timeout: undefined });
}

/** This package is compiled with `exactOptionalPropertyTypes`. */
function acceptsUndefinedForWhatIsOptional(text: string | undefined, count: number | undefined) {
  const headers = { "x-a": text };
  vinr.payments.create({ ...body, description: text, metadata: undefined, capture: undefined }, { headers });
  vinr.payments.capture("pay_1", { amount: count }, { idempotencyKey: text, timeout: count, maxRetries: count });
  vinr.refunds.create({ payment: "pay_1", amount: count, reason: undefined, metadata: undefined });
  vinr.refunds.list({ payment: text, limit: count, starting_after: text, ending_before: text }, { signal: undefined });
  vinr.settlements.listTransactions("setl_1", { limit: count });
  vinr.http.POST("/payments", { body: { ...body, description: text }, headers, signal: undefined });
  vinr.http.GET("/refunds", { params: { query: { payment: text, limit: count } } });
  vinr.http.GET("/refunds", { params: { query: undefined } });
  vinr.http.GET("/refunds", { params: undefined });
  // @ts-expect-error: what is required cannot be undefined.
  vinr.payments.create({ ...body, returnUrl: undefined });
}

async function promisesTheCheckoutOfANewPayment() {
  const created = await vinr.payments.create(body);
  check<Same<typeof created.checkoutUrl, string>>();
  const { checkoutUrl } = await vinr.payments.retrieve(created.id);
  check<Same<typeof checkoutUrl, string | undefined>>();
}

function leavesResponsesOpen(payment: Payment) {
  payment.status = "a_status_to_come";
  if (payment.status === "completed") return payment.checkoutUrl;
  return undefined;
}

function narrowsErrors(error: unknown) {
  if (isVinrApiError(error)) {
    check<Same<typeof error, AnyApiError>>();
    check<Same<typeof error.code, ApiErrorCode>>();
    const any: VinrApiError = error;
    check<Same<typeof any.status, number>>();
  } else if (isVinrError(error)) {
    check<Same<typeof error, VinrError>>();
  }
}

function narrowsByComparison(error: unknown) {
  if (isVinrApiError(error) && error.code === "card_declined") {
    check<Same<typeof error.code, "card_declined">>();
    check<Same<typeof error.status, 402>>();
    const card: VinrCardError = error;
    return card.declineCode;
  }
  if (error instanceof VinrApiError && error.code === "already_captured") {
    check<Same<typeof error.code, "already_captured">>();
  }
  // @ts-expect-error: there is no such code.
  if (error instanceof VinrApiError && error.code === "already_capture") return undefined;
  return error instanceof VinrApiError && String(error.code) === "a_code_to_come";
}

function narrowsBySwitch(error: AnyApiError) {
  switch (error.code) {
    case "amount_too_large":
    case "already_captured":
      check<Same<typeof error.status, 422>>();
      return error.code;
    case "internal_error":
      check<Same<typeof error.status, 500>>();
      return error.requestId;
    case "unknown":
      return error.status;
    default:
      return error.message;
  }
}

function narrowsByCode(error: unknown) {
  if (isVinrApiError(error, "card_declined")) {
    check<Same<typeof error.code, "card_declined">>();
    check<Same<typeof error.status, 402>>();
    const card: VinrCardError = error;
    return card.declineCode;
  }
  // @ts-expect-error: there is no such code.
  return isVinrApiError(error, "card_decline");
}

async function callsByPath() {
  const { data, error } = await vinr.http.POST("/payments", { body });
  if (data !== undefined) check<Same<typeof data, NewPayment>>();
  if (error !== undefined) check<Same<typeof error, ErrorResponse>>();
  const page = await vinr.http.GET("/payments", { params: { query: { limit: 5 } } });
  if (page.data !== undefined) check<Same<typeof page.data, PaymentList>>();
  // @ts-expect-error: the path needs its id.
  vinr.http.GET("/payments/{id}");
  // @ts-expect-error: there is no such path.
  vinr.http.GET("/payment");
  // @ts-expect-error: returnUrl is missing.
  vinr.http.POST("/payments", { body: { amount: 1, currency: "EUR" } });
}

function handlesEvents(handlers: WebhookHandlers) {
  handlers.on("payment.completed", (event) => check<Same<typeof event.data.object, Payment>>());
  handlers.on("refund.created", (event) => check<Same<typeof event.data.object, Refund>>());
  // @ts-expect-error: there is no such type.
  handlers.on("payment.complete", () => {});
}

function typesTheTestKit({ api }: TestKit) {
  api.on("createPayment").example("cardDeclined");
  // @ts-expect-error: there is no such example.
  api.on("createPayment").example("cardDecline");
  for (const call of api.callsOf("createPayment")) check<Same<typeof call.body, PaymentCreateParams>>();
}

function narrowsEvents(event: Event) {
  if (event.type === "payment.completed") check<Same<typeof event.data.object, Payment>>();
  if (event.type === "refund.created") check<Same<typeof event.data.object, Refund>>();
}

export {
  acceptsUndefinedForWhatIsOptional,
  agreesWithTheSpecification,
  callsByPath,
  handlesEvents,
  iteratesOverItems,
  leavesResponsesOpen,
  narrowsByCode,
  narrowsByComparison,
  narrowsBySwitch,
  narrowsErrors,
  narrowsEvents,
  promisesTheCheckoutOfANewPayment,
  rejectsOptionsWithoutEffect,
  rejectsWhatTheApiRejects,
  returnsResponseMetadata,
  returnsTheResource,
  typesTheTestKit,
};
