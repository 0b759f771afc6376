/** Finds an object that an operation can work on, and makes one where there is none, so that the first press of Run succeeds. */
import type { Sandbox } from "@vinr/sandbox";
import type { Payment, Refund, Settlement, WebhookEndpoint } from "@vinr/types";
import { create, read } from "./call-api.ts";
import type { Prepared, Target } from "./protocol.ts";

const card = "4242 4242 4242 4242";
const returnUrl = "https://shop.example/return";

/** Values for an operation. One that works on nothing, such as a creation or a list, needs none. */
export async function prepareFor({ operationId, path }: Target, sandbox: Sandbox): Promise<Prepared> {
  const [, resource = ""] = /\/(\w+)\/\{id\}/.exec(path) ?? [];
  const prepare = special[operationId] ?? ofResource[resource];
  return (await prepare?.(sandbox)) ?? {};
}

type Preparation = (sandbox: Sandbox) => Promise<Prepared>;

/** For operations on one object of a resource, whatever its state. */
const ofResource: Readonly<Record<string, Preparation>> = {
  payments: async (sandbox) => idOf(await findOrMake(sandbox, () => true, makePending, "Run needs a payment.")),
  refunds: async (sandbox) => {
    const [newest] = await list<Refund>(sandbox, "/v1/refunds");
    return idOf(newest ? { object: newest } : await makeRefund(sandbox));
  },
  webhooks: async (sandbox) => {
    const [newest] = await list<WebhookEndpoint>(sandbox, "/v1/webhooks");
    return idOf(newest ? { object: newest } : await makeEndpoint(sandbox));
  },
  settlements: async (sandbox) => idOf(await findSettlement(sandbox)),
};

/** For operations that need an object in some state, or that name a payment elsewhere than in their path. */
const special: Readonly<Record<string, Preparation>> = {
  capturePayment: async (sandbox) => {
    const why = "Run needs an authorized payment.";
    const found = await findOrMake(sandbox, ({ status }) => status === "authorized", makeAuthorized, why);
    return { ...idOf(found), maxAmount: found.object.amountCapturable };
  },
  cancelPayment: async (sandbox) =>
    idOf(await findOrMake(sandbox, isCancellable, makePending, "Run needs a payment to cancel.")),
  createRefund: async (sandbox) => {
    const found = await findOrMake(sandbox, isRefundable, makeCompleted, "Run needs a payment to refund.");
    return { payment: found.object.id, maxAmount: refundableOf(found.object), made: found.made };
  },
  listRefunds: async (sandbox) => ({ payment: (await list<Refund>(sandbox, "/v1/refunds"))[0]?.payment ?? "" }),
};

interface Found<Kind> {
  readonly object: Kind;
  readonly made?: string;
}

function idOf({ object, made }: Found<{ readonly id: string }>): Prepared {
  return { id: object.id, made };
}

async function list<Kind>(sandbox: Sandbox, path: string): Promise<readonly Kind[]> {
  return (await read<{ data: Kind[] }>(sandbox, `${path}?limit=100`)).data;
}

/** The payment that fits and to which something happened last, or a new one. */
async function findOrMake(
  sandbox: Sandbox,
  fits: (payment: Payment) => boolean,
  make: (sandbox: Sandbox) => Promise<Payment>,
  why: string,
): Promise<Found<Payment>> {
  const events = await sandbox.events();
  const lastEvent = (id: string) => events.findLastIndex(({ data: { object } }) => mentions(object, id));
  const [latest] = (await list<Payment>(sandbox, "/v1/payments"))
    .filter(fits)
    .sort((one, other) => lastEvent(other.id) - lastEvent(one.id));
  if (latest !== undefined) return { object: latest };
  const object = await make(sandbox);
  return { object, made: `${why} The sandbox created one first: ${object.id}.` };
}

function mentions(object: { readonly id: string; readonly payment?: string }, id: string): boolean {
  return object.id === id || object.payment === id;
}

function isCancellable({ status }: Payment): boolean {
  return status === "pending" || status === "requires_authentication" || status === "authorized";
}

function isRefundable(payment: Payment): boolean {
  return refundableOf(payment) > 0;
}

function refundableOf({ amountCaptured = 0, amountRefunded = 0 }: Payment): number {
  return amountCaptured - amountRefunded;
}

function makePending(sandbox: Sandbox): Promise<Payment> {
  return create<Payment>(sandbox, "/v1/payments", { amount: 1000, currency: "EUR", returnUrl });
}

async function makeAuthorized(sandbox: Sandbox): Promise<Payment> {
  const order = { amount: 184_500, currency: "EUR", returnUrl, capture: false };
  const { id } = await create<Payment>(sandbox, "/v1/payments", order);
  await sandbox.checkout(id).pay(card);
  return read<Payment>(sandbox, `/v1/payments/${id}`);
}

async function makeCompleted(sandbox: Sandbox): Promise<Payment> {
  const { id } = await create<Payment>(sandbox, "/v1/payments", { amount: 9900, currency: "EUR", returnUrl });
  await sandbox.checkout(id).pay(card);
  return read<Payment>(sandbox, `/v1/payments/${id}`);
}

async function makeRefund(sandbox: Sandbox): Promise<Found<Refund>> {
  const { object: payment } = await findOrMake(sandbox, isRefundable, makeCompleted, "");
  const object = await create<Refund>(sandbox, "/v1/refunds", { payment: payment.id });
  return { object, made: `Run needs a refund. The sandbox refunded ${payment.id} first.` };
}

async function makeEndpoint(sandbox: Sandbox): Promise<Found<WebhookEndpoint>> {
  const endpoint = { url: "https://shop.example/webhooks/vinr", enabled_events: ["*"] };
  const object = await create<WebhookEndpoint>(sandbox, "/v1/webhooks", endpoint);
  return { object, made: `Run needs a webhook endpoint. The sandbox created one first: ${object.id}.` };
}

/** Settlements come with time: a payment, and the next midnight. */
async function findSettlement(sandbox: Sandbox): Promise<Found<Settlement>> {
  const [newest] = await list<Settlement>(sandbox, "/v1/settlements");
  if (newest !== undefined) return { object: newest };
  await findOrMake(sandbox, isRefundable, makeCompleted, "");
  await sandbox.clock.advance({ days: 1 });
  const [object] = await list<Settlement>(sandbox, "/v1/settlements");
  if (object === undefined) throw new Error("A day with a payment has no settlement.");
  return { object, made: "Run needs a settlement: the sandbox took a payment and moved its clock by a day." };
}
