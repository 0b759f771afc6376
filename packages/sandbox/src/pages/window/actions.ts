import type { Handler } from "@vinr/server";
import { ownProperties } from "@vinr/server/internal";
import { secretKeyOf } from "../../domain/secret-key.js";
import { endOfPeriod } from "../../domain/settle.js";
import type { Moment } from "../../domain/time.js";

/** A request to one of the APIs, as a button of the window makes it. */
export interface ApiCall {
  /** Path below the server, such as `/v1/payments`. */
  readonly path: string;
  readonly body?: object;
  /**
   * Names the state in which the button was pressed. A second click, or one in another tab that shows the same state, is then the
   * same request, which the API carries out once.
   */
  readonly idempotencyKey?: string;
}

/** The content of a response, and the request id by which the page finds it in the log. */
export interface CallOutcome {
  readonly requestId: string;
  readonly isOk: boolean;
  readonly body: unknown;
}

/** The handlers of the APIs: the merchant's below `/v1`, and the control API below `/sandbox`. */
export interface Apis {
  readonly api: Handler;
  readonly control: Handler;
}

/** The account for which an API is called, and until when. */
export interface ApiCaller {
  readonly account: string;
  /** Aborted when the browser leaves. */
  readonly signal: AbortSignal;
}

/** A response that a fault in the account cut off or replaced with a proxy's page, or that came from a snapshot. */
export class UnreadableResponseError extends Error {}

/**
 * Calls an API for an account. Buttons do what a program would do, so they have the same checks and effects, and appear
 * in the same log.
 *
 * @throws {ConnectionResetError | UnreadableResponseError} if a fault or a snapshot causes it.
 */
export async function callApi({ api, control }: Apis, caller: ApiCaller, call: ApiCall): Promise<CallOutcome> {
  const { path, body, idempotencyKey } = ownProperties(call);
  const { account, signal } = caller;
  const request = new Request(`http://localhost${path}`, {
    method: "POST",
    signal,
    body: body === undefined ? null : JSON.stringify(body),
    headers: headersOf(account, {
      hasBody: body !== undefined,
      idempotencyKey: idempotencyKey === undefined ? undefined : idempotencyKeyOf(idempotencyKey),
    }),
  });
  const response = await (path.startsWith("/v1/") ? api : control)(request);
  return {
    requestId: response.headers.get("x-request-id") ?? "",
    isOk: response.ok,
    body: await readBody(response),
  };
}

async function readBody(response: Response): Promise<unknown> {
  if (/^text\/html\b/.test(response.headers.get("content-type") ?? "")) {
    const { status } = response;
    const message = `A fault in this account replaced the API's response with a proxy's page, status ${status}.`;
    throw new UnreadableResponseError(message);
  }
  // A stalled response also breaks off when the browser leaves, which then sees no message.
  const text = await response.text().catch((cause: unknown) => {
    throw new UnreadableResponseError("A fault in this account cut off the response.", { cause });
  });
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // From a snapshot that was made by hand. The parser's error would quote it in the server's log.
    throw new UnreadableResponseError("The response stored for this click is not JSON.");
  }
}

/** The headers of a request for an account. */
export function headersOf(
  account: string,
  { hasBody, idempotencyKey }: { readonly hasBody: boolean; readonly idempotencyKey: string | undefined },
): Record<string, string> {
  return {
    authorization: `Bearer ${secretKeyOf(account)}`,
    "user-agent": "VINR sandbox window",
    ...(hasBody ? { "content-type": "application/json" } : {}),
    ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
  };
}

/** A header accepts neither every character nor any length, but a form may send both. */
function idempotencyKeyOf(text: string): string {
  return `window-${text.slice(0, 248).replaceAll(/[^\w:.-]/g, "-")}`;
}

/** The fields of all forms. A large form may send a hundred thousand others, and copying those would block everyone. */
export const fieldNames = [
  ...(["account", "amount", "authorize", "back", "body", "card", "currency", "description", "idempotencyKey"] as const),
  ...(["key", "method", "move", "outcome", "path", "result", "state", "type"] as const),
];

/** A form as it was sent. */
export type Form = { readonly [Name in (typeof fieldNames)[number]]?: string };

const id = encodeURIComponent;

/** The buttons of a payment, by the name in their form's address. */
export const paymentActions: Readonly<Record<string, (payment: string, form: Form) => ApiCall>> = {
  pay: (payment, { card = "", state }) => ({
    path: `/sandbox/payments/${id(payment)}/card-payments`,
    body: { card },
    idempotencyKey: `pay ${payment} ${state}`,
  }),
  challenge: (payment, { result }) => ({
    path: `/sandbox/payments/${id(payment)}/challenge-results`,
    body: { result },
    idempotencyKey: `challenge ${payment}`,
  }),
  capture: (payment, form) => ({
    path: `/v1/payments/${id(payment)}/capture`,
    body: amountOf(form),
    // A decline is remembered, and leaves the payment as it was.
    idempotencyKey: `capture ${payment} ${form.amount} ${form.state}`,
  }),
  cancel: (payment) => ({ path: `/v1/payments/${id(payment)}/cancel`, idempotencyKey: `cancel ${payment}` }),
  refund: (payment, form) => ({
    path: "/v1/refunds",
    body: { payment, ...amountOf(form) },
    idempotencyKey: `refund ${payment} ${form.state} ${form.amount}`,
  }),
  dispute: (payment, { state }) => ({
    path: "/sandbox/disputes",
    body: { payment },
    idempotencyKey: `dispute ${payment} ${state}`,
  }),
};

/** The bank's decision about a dispute. */
export function resolveDispute(dispute: string, { outcome }: Form): ApiCall {
  return {
    path: `/sandbox/disputes/${id(dispute)}/resolutions`,
    body: { outcome },
    idempotencyKey: `resolve ${dispute}`,
  };
}

export function createPayment({ amount, currency, description = "", authorize }: Form): ApiCall {
  return {
    path: "/v1/payments",
    body: {
      amount: Number(amount),
      currency,
      returnUrl: "https://shop.example/return",
      ...(description === "" ? {} : { description }),
      ...(authorize === undefined ? {} : { capture: false }),
    },
  };
}

export function replayDelivery(delivery: string, { state }: Form): ApiCall {
  return { path: `/sandbox/deliveries/${id(delivery)}/replays`, idempotencyKey: `replay ${delivery} ${state}` };
}

export const runDeliveries: ApiCall = { path: "/sandbox/delivery-runs" };

/**
 * Moves the clock. `state` is the time that the page showed, from which the next settlement is computed: pressing the
 * button twice leads to the same midnight.
 */
export function moveClock({ move = "", state = "" }: Form, now: Moment): ApiCall | undefined {
  const path = "/sandbox/clock/advances";
  if (move === "hour") return { path, body: { hours: 1 }, idempotencyKey: `clock ${state} ${move}` };
  if (move === "day") return { path, body: { days: 1 }, idempotencyKey: `clock ${state} ${move}` };
  if (move !== "settlement") return undefined;
  // A clock goes back when its account is reset or restored.
  const midnight = endOfPeriod(Math.min(Date.parse(state) || now, now));
  return { path, body: { seconds: Math.max(0, Math.ceil((midnight - now) / 1000)) } };
}

/** An empty field leaves the amount to the API: the whole remaining amount. */
function amountOf({ amount = "" }: Form): { amount?: number } {
  return amount.trim() === "" ? {} : { amount: Number(amount) };
}

const pays = (card: string) => (payment: string) => paymentActions.pay?.(payment, { card, state: "test" }) as ApiCall;
const acts = (name: string) => (payment: string) =>
  paymentActions[name]?.(payment, ownProperties({ state: "test" })) as ApiCall;

/** Events that a button triggers, each with the calls that follow the creation of a payment. */
export const testEvents: ReadonlyMap<string, readonly ((payment: string) => ApiCall)[]> = new Map([
  ["payment.created", []],
  ["payment.completed", [pays("4242424242424242")]],
  ["payment.failed", [pays("4000000000000002")]],
  ["payment.cancelled", [acts("cancel")]],
  ["refund.created", [pays("4242424242424242"), acts("refund")]],
  ["dispute.opened", [pays("4242424242424242"), acts("dispute")]],
]);
