/** Objects in the state that a check needs, made by the API itself and by the customer. */
import fc, { type Arbitrary } from "fast-check";
import { asObject, parseJson } from "../judge/ajv-spec.ts";
import type { Need } from "./check.ts";
import type { ProofRequest, ProofResponse } from "./client.ts";
import { toRequest, validParts } from "./requests.ts";
import type { Session } from "./session.ts";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

/** Sends a request of an operation with a new idempotency key. */
export function post(
  session: Session,
  operationId: string,
  parts: { id?: string; body?: unknown },
): Promise<ProofResponse> {
  return session.ask(postRequest(session, operationId, parts));
}

export function postRequest(
  session: Session,
  operationId: string,
  { id, body }: { readonly id?: string | undefined; readonly body?: unknown },
): ProofRequest {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = { "Idempotency-Key": session.newKey() };
  return toRequest(session.operation(operationId), { id, body: text, headers });
}

export function bodyOf({ text }: ProofResponse): Record<string, unknown> {
  return asObject(parseJson(text));
}

export async function createPayment(session: Session, params: object = {}): Promise<string> {
  const response = await post(session, "createPayment", { body: { ...newPayment, ...params } });
  session.expectStatus(response, [201], "a payment in euro is created");
  return String(bodyOf(response).id);
}

/** A payment whose customer has paid: captured, or with `capture: false` authorized. */
export async function createPaid(session: Session, params: object = {}): Promise<string> {
  const payment = await createPayment(session, params);
  await session.facts.stage?.pay(payment);
  return payment;
}

/** How a request that succeeds comes about, for each operation that takes an idempotency key. */
export interface Recipe {
  readonly needs: readonly Need[];
  readonly requests: (session: Session) => Arbitrary<() => Promise<ProofRequest>>;
}

/** A payment is made anew for each request: it is captured, cancelled or refunded once. */
function aboutPayment(
  operationId: string,
  needs: readonly Need[],
  create: (session: Session) => Promise<string>,
  partsOf: (payment: string, amount: number) => { id?: string; body?: unknown },
): [string, Recipe] {
  const requests = (session: Session) =>
    fc
      .integer({ min: 1, max: newPayment.amount })
      .map((amount) => async () => postRequest(session, operationId, partsOf(await create(session), amount)));
  return [operationId, { needs, requests }];
}

const recipes: ReadonlyMap<string, Recipe> = new Map([
  aboutPayment("cancelPayment", ["create", "memory"], createPayment, (id) => ({ id })),
  aboutPayment(
    "capturePayment",
    ["create", "memory", "customer"],
    (session) => createPaid(session, { capture: false }),
    (id, amount) => ({ id, body: { amount } }),
  ),
  aboutPayment("createRefund", ["create", "memory", "customer"], createPaid, (payment, amount) => ({
    body: { payment, amount },
  })),
]);

/** The recipe of an operation; any other takes the requests that its schema accepts. */
export function recipeOf(operationId: string): Recipe {
  const requests = (session: Session) =>
    validParts(session.operation(operationId), session.api).map(({ body }) => async () => {
      const request = postRequest(session, operationId, {});
      return { ...request, body };
    });
  return recipes.get(operationId) ?? { needs: ["create", "memory"], requests };
}
