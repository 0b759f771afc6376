import { apiError, errorResponse, type OperationRequest, type Operations, type WebhookEndpoint } from "@vinr/server";
import type { Account } from "./account/account.js";
import { find, list } from "./account/find.js";
import { withAccount } from "./account/with-account.js";
import type { World } from "./account/world.js";
import {
  cancelPayment,
  capturePayment,
  createPayment,
  declinePayment,
  findRejectedCapture,
} from "./domain/decide-payment.js";
import { createRefund } from "./domain/decide-refund.js";
import { timestampOf } from "./domain/time.js";
import { readUrlToSendTo } from "./http-url.js";
import type { Store } from "./store/store.js";

/** The fourteen operations over a store. */
export function createOperations(store: Store, world: World): Operations<{ readonly account: string }, Account> {
  const reading = <T>(request: { caller: { account: string } }, work: (account: Account) => Promise<T>): Promise<T> =>
    withAccount(store, world, request.caller.account, work);

  return {
    async createPayment({ body, transaction: account }) {
      const decision = createPayment(body, account.context, account.checkoutUrlOf);
      return { status: 201, body: await account.apply(decision) };
    },
    retrievePayment: (request) =>
      reading(request, async (account) => ({ status: 200, body: await find(account, "payment", request.path.id) })),
    listPayments: (request) =>
      reading(request, async (account) => ({ status: 200, body: await list(account, "payment", request.query) })),
    async capturePayment({ path, body, requestId, transaction: account }) {
      const payment = await find(account, "payment", path.id);
      const rejected = findRejectedCapture(payment, body?.amount);
      if (rejected !== undefined) {
        // Returned and not thrown: it happened, and is remembered.
        await account.apply(declinePayment(payment, rejected.failure, account.context));
        const { code, declineCode } = rejected;
        return errorResponse(code, requestId, { resource: path.id, decline_code: declineCode });
      }
      return { status: 200, body: await account.apply(capturePayment(payment, body?.amount, account.context)) };
    },
    async cancelPayment({ path, transaction: account }) {
      const payment = await find(account, "payment", path.id);
      return { status: 200, body: await account.apply(cancelPayment(payment, account.context)) };
    },
    async createRefund({ body, transaction: account }) {
      const payment = await find(account, "payment", body.payment);
      const disputes = await account.readAll("dispute", payment.id);
      const decision = createRefund(payment, { params: body, disputes }, account.context);
      return { status: 201, body: await account.apply(decision) };
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
  if (readUrlToSendTo(body.url) === undefined) {
    const message = "url must be a URL that events can be posted to, without a username and a password.";
    throw apiError("parameter_invalid", { param: "url", message });
  }
  const { newId, now } = account.context;
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
