/** The life of a payment and of its refunds, as far as the key and the server allow. */
import fc from "fast-check";
import { asObject, parseJson } from "../../judge/ajv-spec.ts";
import type { Check } from "../check.ts";
import type { ProofResponse } from "../client.ts";
import { bodyOf, createPaid, createPayment, post } from "../recipes.ts";
import { toRequest, validParts } from "../requests.ts";
import type { Session } from "../session.ts";

export function paymentChecks(): Check[] {
  return [createdIsRead, cancelled, captured, refunded];
}

const echoed = ["amount", "currency", "description", "metadata", "returnUrl"] as const;

const createdIsRead: Check = {
  name: "a created payment can be retrieved",
  operation: "retrievePayment",
  needs: ["create", "memory"],
  async run(session) {
    const operation = session.operation("createPayment");
    await session.tryProperty(validParts(operation, session.api), async ({ body = "{}" }) => {
      const created = await session.ask({ ...toRequest(operation, { body }), headers: newKey(session) });
      if (created.status !== 201) return;
      const read = await retrieve(session, String(bodyOf(created).id));
      const sent = asObject(JSON.parse(body));
      const differing = echoed.find((name) => name in sent && !isEqual(sent[name], bodyOf(read)[name]));
      const pointer = session.pointerOf("retrievePayment");
      const came = differing === undefined ? undefined : bodyOf(read)[differing];
      session.expect(differing === undefined, read, { pointer, says: `${differing} is as it was sent`, came });
    });
    return undefined;
  },
};

const cancelled: Check = {
  name: "a payment is cancelled once",
  operation: "cancelPayment",
  needs: ["create", "memory"],
  async run(session) {
    await session.tryOnce(async () => {
      const id = await createPayment(session);
      expectCode(session, await post(session, "capturePayment", { id }), "payment_not_capturable");
      expectCode(session, await post(session, "createRefund", { body: { payment: id } }), "payment_not_refundable");
      const first = await post(session, "cancelPayment", { id });
      expectMembers(session, first, { status: "cancelled" });
      expectCode(session, await post(session, "cancelPayment", { id }), "payment_not_cancellable");
      expectMembers(session, await retrieve(session, id), { status: "cancelled" });
    });
    return undefined;
  },
};

const captured: Check = {
  name: "a part is captured, once",
  operation: "capturePayment",
  needs: ["create", "memory", "customer"],
  async run(session) {
    await session.tryProperty(fc.integer({ min: 1, max: 1000 }), async (amount) => {
      const id = await createPaid(session, { amount: 1000, capture: false });
      expectMembers(session, await retrieve(session, id), { status: "authorized", amountCapturable: 1000 });
      expectCode(session, await post(session, "capturePayment", { id, body: { amount: 1001 } }), "amount_too_large");
      const taken = await post(session, "capturePayment", { id, body: { amount } });
      expectMembers(session, taken, { status: "completed", amountCaptured: amount, amountCapturable: 0 });
      expectCode(session, await post(session, "capturePayment", { id, body: { amount } }), "already_captured");
      expectCode(session, await post(session, "cancelPayment", { id }), "already_captured");
    });
    return undefined;
  },
};

const refunded: Check = {
  name: "refunds never exceed what was captured",
  operation: "createRefund",
  needs: ["create", "memory", "customer"],
  async run(session) {
    await session.tryProperty(fc.integer({ min: 1, max: 999 }), async (amount) => {
      const payment = await createPaid(session, { amount: 1000 });
      const part = await post(session, "createRefund", { body: { payment, amount } });
      expectMembers(session, part, { payment, amount, currency: "EUR" });
      const over = { payment, amount: 1000 - amount + 1 };
      expectCode(session, await post(session, "createRefund", { body: over }), "amount_too_large");
      expectMembers(session, await post(session, "createRefund", { body: { payment } }), { amount: 1000 - amount });
    });
    return undefined;
  },
};

function newKey(session: Session): Record<string, string> {
  return { "Idempotency-Key": session.newKey() };
}

async function retrieve(session: Session, id: string): Promise<ProofResponse> {
  const response = await session.ask(toRequest(session.operation("retrievePayment"), { id }));
  session.expectStatus(response, [200], "a payment that was created can be read");
  return response;
}

function isEqual(one: unknown, other: unknown): boolean {
  const sorted = (value: unknown): unknown =>
    typeof value === "object" && value !== null ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value;
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** Expects an error by its code, whose status is in the table of the specification. */
function expectCode(session: Session, response: ProofResponse, code: string): void {
  const status = session.api.errorCodes.get(code)?.status;
  const body = parseJson(response.text);
  const isSo = response.status === status && asObject(asObject(body).error).code === code;
  const pointer = session.pointerOf(response.request.operationId, `/responses/${status}`);
  session.expect(isSo, response, { pointer, says: `it is ${status} ${code}`, came: body });
}

function expectMembers(session: Session, response: ProofResponse, members: Readonly<Record<string, unknown>>): void {
  const body = bodyOf(response);
  const differing = Object.keys(members).find((name) => body[name] !== members[name]);
  if (differing === undefined) return;
  const pointer = session.pointerOf(response.request.operationId);
  const says = `${differing} is ${JSON.stringify(members[differing])}`;
  session.expect(false, response, { pointer, says, came: body[differing] ?? body });
}
