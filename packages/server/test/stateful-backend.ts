/** A small API that remembers: enough of one for journeys and for the client. */
import {
  apiError,
  type Operations,
  type Payment,
  type Refund,
  type Settlement,
  type SettlementTransaction,
  type WebhookEndpoint,
} from "../src/index.js";

/** The objects of one kind, the oldest first. */
type Objects<T extends { id: string }> = Map<string, T>;

interface ListQuery {
  readonly limit?: number | undefined;
  readonly starting_after?: string | undefined;
  readonly ending_before?: string | undefined;
}

interface List<T> {
  readonly object: "list";
  readonly data: T[];
  readonly page: { has_more: boolean; next_cursor: string | null; total_estimate: number };
}

const now = "2026-04-15T10:30:00Z";

export const settlement: Settlement = {
  id: "setl_3kQ9xZ",
  object: "settlement",
  status: "paid",
  currency: "EUR",
  grossAmount: 184500,
  refundedAmount: 4999,
  feeAmount: 5238,
  netAmount: 174263,
  payoutId: "po_9hT2mK",
  periodStart: "2026-04-13T00:00:00Z",
  periodEnd: "2026-04-20T00:00:00Z",
  created_at: "2026-04-20T02:00:00Z",
};

const transaction: SettlementTransaction = {
  id: "btx_2xW6uT",
  object: "settlement_transaction",
  type: "payment",
  source: "pay_1234567890",
  gross: 1000,
  fee: -34,
  net: 966,
  currency: "EUR",
  created_at: now,
};

const authorized: Payment = {
  id: "pay_4nV8xL1fH",
  object: "payment",
  status: "authorized",
  amount: 5000,
  currency: "EUR",
  amountCapturable: 5000,
  metadata: {},
  created_at: now,
};

/** All operations over objects in memory. Some exist from the start: an authorized payment and a settlement. */
export function createStatefulBackend(): Operations {
  const payments: Objects<Payment> = new Map([[authorized.id, authorized]]);
  const refunds: Objects<Refund> = new Map();
  const endpoints: Objects<WebhookEndpoint> = new Map();
  const settlements: Objects<Settlement> = new Map([[settlement.id, settlement]]);
  let count = 0;
  const newId = (prefix: string): string => {
    count += 1;
    return `${prefix}_${count}`;
  };
  const save = <T extends { id: string }>(objects: Objects<T>, object: T): T => {
    objects.set(object.id, object);
    return object;
  };

  return {
    createPayment: ({ body: { capture: _, metadata = {}, ...given } }) => {
      const id = newId("pay");
      const status = "pending";
      const checkoutUrl = `https://checkout.vinr.com/${id}`;
      const payment = { ...given, metadata, id, object: "payment", status, checkoutUrl, created_at: now } as const;
      save(payments, payment);
      return { status: 201, body: payment };
    },
    listPayments: ({ query }) => ({ status: 200, body: page(payments, query) }),
    retrievePayment({ path: { id }, request }) {
      return { status: 200, body: save(payments, asPreferred(find(payments, id), request.headers)) };
    },
    capturePayment({ path: { id }, body }) {
      const payment = find(payments, id);
      const { status, amountCapturable = 0 } = payment;
      if (status === "completed") throw apiError("already_captured", { resource: id });
      if (status !== "authorized") throw apiError("payment_not_capturable", { resource: id });
      const amountCaptured = body?.amount ?? amountCapturable;
      if (amountCaptured > amountCapturable) throw apiError("amount_too_large", { param: "amount", resource: id });
      return {
        status: 200,
        body: save(payments, { ...payment, status: "completed", amountCaptured, amountCapturable: 0 }),
      };
    },
    cancelPayment({ path: { id } }) {
      const payment = find(payments, id);
      if (!["authorized", "pending", "requires_authentication"].includes(payment.status)) {
        throw apiError("payment_not_cancellable", { resource: id });
      }
      return { status: 200, body: save(payments, { ...payment, status: "cancelled", amountCapturable: 0 }) };
    },
    createRefund({ body }) {
      const payment = find(payments, body.payment);
      const { id, currency, amountCaptured = 0, amountRefunded = 0 } = payment;
      if (payment.status !== "completed") throw apiError("payment_not_refundable", { param: "payment", resource: id });
      const left = amountCaptured - amountRefunded;
      const { amount = left, metadata = {} } = body;
      if (amount > left) throw apiError("amount_too_large", { param: "amount", resource: id });
      save(payments, { ...payment, amountRefunded: amountRefunded + amount });
      const refund = { ...body, amount, metadata, currency, id: newId("re"), status: "pending" } as const;
      return { status: 201, body: save(refunds, { ...refund, object: "refund", created_at: now }) };
    },
    listRefunds({ query }) {
      const { payment: wanted } = query;
      const some = [...refunds].filter(([, { payment }]) => wanted === undefined || payment === wanted);
      return { status: 200, body: page(new Map(some), query) };
    },
    retrieveRefund({ path: { id }, request }) {
      const isDone = request.headers.get("prefer") === "example=succeeded";
      const refund = find(refunds, id);
      return { status: 200, body: isDone ? save(refunds, { ...refund, status: "succeeded" }) : refund };
    },
    createWebhookEndpoint({ body }) {
      const common = { id: newId("we"), object: "webhook_endpoint", status: "enabled", created_at: now } as const;
      const endpoint = save(endpoints, { ...common, ...body });
      return { status: 201, body: { ...endpoint, secret: "whsec_ExampleOnlyNotASecret0000" } };
    },
    listWebhookEndpoints: ({ query }) => ({ status: 200, body: page(endpoints, query) }),
    deleteWebhookEndpoint({ path: { id } }) {
      endpoints.delete(find(endpoints, id).id);
      return { status: 204 };
    },
    listSettlements: ({ query }) => ({ status: 200, body: page(settlements, query) }),
    retrieveSettlement: ({ path: { id } }) => ({ status: 200, body: find(settlements, id) }),
    listSettlementTransactions({ path: { id }, query }) {
      find(settlements, id);
      return { status: 200, body: page(new Map([[transaction.id, transaction]]), query) };
    },
  };
}

function find<T extends { id: string }>(objects: Objects<T>, id: string): T {
  const object = objects.get(id);
  if (object === undefined) throw apiError("resource_not_found", { resource: id });
  return object;
}

/** A page, the newest first. */
function page<T extends { id: string }>(objects: Objects<T>, query: ListQuery): List<T> {
  const { limit = 25, starting_after: after, ending_before: before } = query;
  const all = [...objects.values()].reverse();
  const at = (id: string) => all.findIndex((object) => object.id === id);
  const end = before === undefined ? undefined : at(before);
  const start = end === undefined ? (after === undefined ? 0 : at(after) + 1) : Math.max(0, end - limit);
  const data = all.slice(start, Math.min(start + limit, end ?? all.length));
  const next_cursor = start + data.length < all.length ? (data.at(-1)?.id ?? null) : null;
  return { object: "list", data, page: { has_more: next_cursor !== null, next_cursor, total_estimate: all.length } };
}

/** The journeys tell with `Prefer` how the customer acted since the last call. */
function asPreferred(payment: Payment, headers: Headers): Payment {
  const { amount } = payment;
  switch (headers.get("prefer")) {
    case "example=completed":
      return { ...payment, status: "completed", amountCaptured: amount, amountCapturable: 0 };
    case "example=authorized":
      return { ...payment, status: "authorized", amountCapturable: amount };
    case "example=requiresAuthentication":
      return { ...payment, status: "requires_authentication" };
    default:
      return payment;
  }
}
