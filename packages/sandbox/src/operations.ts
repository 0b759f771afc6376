import {
  apiError,
  type IdempotencyStore,
  type OperationRequest,
  type Operations,
  type WebhookEndpoint,
} from "@vinr/server";
import { type Account, type World, withAccount } from "./account.js";
import { cancelPayment, capturePayment, createPayment } from "./domain/decide-payment.js";
import { createRefund } from "./domain/decide-refund.js";
import { day, timestampOf } from "./domain/time.js";
import type { ObjectKind, Objects, PageRequest, Store } from "./store/store.js";

/** As long as idempotency keys are remembered. */
const keyLifetime = day;

/** Remembers responses in the store: the record of a key and its effect are one transaction of its account. */
export function createIdempotencyStore(store: Store, world: World): IdempotencyStore<Account> {
  return {
    run: (request, effect) =>
      withAccount(store, world, request.account, async (account) => {
        if (request.key === undefined) return { kind: "executed", response: await effect(account) };
        const known = await account.records.findResponse(request, account.now);
        if (known !== undefined && known.fingerprint !== request.fingerprint) return { kind: "reused" };
        if (known !== undefined) return { kind: "replayed", response: known.response };
        const response = await effect(account);
        await account.records.saveResponse(request, response, account.now + keyLifetime);
        return { kind: "executed", response };
      }),
  };
}

/** The fourteen operations over a store. */
export function createOperations(store: Store, world: World): Operations<{ readonly account: string }, Account> {
  const reading = <T>(request: { caller: { account: string } }, work: (account: Account) => Promise<T>): Promise<T> =>
    withAccount(store, world, request.caller.account, work);

  return {
    async createPayment({ body, transaction: account }) {
      const decision = createPayment(body, account.surroundings, world.checkoutUrlOf);
      return { status: 201, body: await account.apply(decision) };
    },
    retrievePayment: (request) =>
      reading(request, async (account) => ({ status: 200, body: await find(account, "payment", request.path.id) })),
    listPayments: (request) =>
      reading(request, async (account) => ({ status: 200, body: await list(account, "payment", request.query) })),
    async capturePayment({ path, body, transaction: account }) {
      const payment = await find(account, "payment", path.id);
      return { status: 200, body: await account.apply(capturePayment(payment, body?.amount, account.surroundings)) };
    },
    async cancelPayment({ path, transaction: account }) {
      const payment = await find(account, "payment", path.id);
      return { status: 200, body: await account.apply(cancelPayment(payment, account.surroundings)) };
    },
    async createRefund({ body, transaction: account }) {
      const payment = await find(account, "payment", body.payment);
      return { status: 201, body: await account.apply(createRefund(payment, body, account.surroundings)) };
    },
    retrieveRefund: (request) =>
      reading(request, async (account) => ({ status: 200, body: await find(account, "refund", request.path.id) })),
    listRefunds: (request) =>
      reading(request, async (account) => {
        const { payment, ...page } = request.query;
        return { status: 200, body: await list(account, "refund", page, payment) };
      }),
    createWebhookEndpoint,
    listWebhookEndpoints: (request) =>
      reading(request, async (account) => {
        const page = await list(account, "webhook_endpoint", request.query);
        return { status: 200, body: { ...page, data: page.data.map(withoutSecret) } };
      }),
    deleteWebhookEndpoint: (request) =>
      reading(request, async (account) => {
        const { id } = await find(account, "webhook_endpoint", request.path.id);
        await account.apply({ result: undefined, changes: [{ kind: "webhook_endpoint_deleted", id }] });
        return { status: 204 };
      }),
    listSettlements: (request) =>
      reading(request, async (account) => ({ status: 200, body: await list(account, "settlement", request.query) })),
    retrieveSettlement: (request) =>
      reading(request, async (account) => ({ status: 200, body: await find(account, "settlement", request.path.id) })),
    listSettlementTransactions: (request) =>
      reading(request, async (account) => {
        const { id } = await find(account, "settlement", request.path.id);
        return { status: 200, body: await list(account, "settlement_transaction", request.query, id) };
      }),
  };
}

type Creation = OperationRequest<"createWebhookEndpoint", { readonly account: string }, Account>;

async function createWebhookEndpoint({ body, transaction: account }: Creation) {
  const { newId, now } = account.surroundings;
  const endpoint: WebhookEndpoint = {
    id: newId("we"),
    object: "webhook_endpoint",
    url: body.url,
    enabled_events: body.enabled_events,
    status: "enabled",
    secret: newId("whsec"),
    created_at: timestampOf(now),
  };
  const changes = [{ kind: "webhook_endpoint", object: endpoint } as const];
  return { status: 201, body: await account.apply({ result: endpoint, changes }) } as const;
}

/** Only the response that creates an endpoint shows its secret. */
function withoutSecret({ secret: _, ...endpoint }: WebhookEndpoint): WebhookEndpoint {
  return endpoint;
}

/** @throws {ApiError} `resource_not_found`. */
async function find<Kind extends ObjectKind>(account: Account, kind: Kind, id: string): Promise<Objects[Kind]> {
  const found = await account.records.find(kind, id);
  if (found === undefined) throw apiError("resource_not_found", { resource: id });
  return found;
}

interface List<T> {
  object: "list";
  data: T[];
  page: { has_more: boolean; next_cursor: string | null; total_estimate: number };
}

/** @throws {ApiError} `parameter_invalid` for a cursor that is not in the list. */
async function list<Kind extends ObjectKind>(
  account: Account,
  kind: Kind,
  page: PageRequest,
  parent?: string,
): Promise<List<Objects[Kind]>> {
  const found = await account.records.list(kind, page, parent);
  if (found === undefined) {
    const param = page.starting_after === undefined ? "ending_before" : "starting_after";
    throw apiError("parameter_invalid", { param, message: `${param} must be the id of an object in the list.` });
  }
  const { data, hasOlder, total } = found;
  const next = hasOlder ? (data.at(-1)?.id ?? null) : null;
  return { object: "list", data: [...data], page: { has_more: hasOlder, next_cursor: next, total_estimate: total } };
}
