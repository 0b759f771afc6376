import {
  apiError,
  type OperationResponse,
  type Operations,
  type Payment,
  type Refund,
  type Settlement,
  type WebhookEndpoint,
} from "../src/index.js";

/** The key of every request in the tests. */
export const key = "sk_test_ExampleOnly";

export const payment: Payment = {
  id: "pay_1234567890",
  object: "payment",
  status: "pending",
  amount: 1000,
  currency: "EUR",
  metadata: {},
  created_at: "2026-04-15T10:30:00Z",
};

const refund: Refund = {
  id: "re_2bN7vC",
  object: "refund",
  payment: payment.id,
  amount: 500,
  currency: "EUR",
  status: "pending",
  metadata: {},
  created_at: "2026-04-15T10:30:00Z",
};

const webhookEndpoint: WebhookEndpoint = {
  id: "we_8dQ2",
  object: "webhook_endpoint",
  url: "https://shop.example/webhooks",
  enabled_events: ["payment.completed"],
  status: "enabled",
  created_at: "2026-04-15T10:30:00Z",
};

const settlement: Settlement = {
  id: "setl_3kQ9xZ",
  object: "settlement",
  status: "pending",
  currency: "EUR",
  grossAmount: 1000,
  refundedAmount: 0,
  feeAmount: 34,
  netAmount: 966,
  payoutId: null,
  periodStart: "2026-04-15T00:00:00Z",
  periodEnd: "2026-04-16T00:00:00Z",
  created_at: "2026-04-16T00:00:00Z",
};

function list<T>(...data: T[]): {
  object: "list";
  data: T[];
  page: { has_more: false; next_cursor: null; total_estimate: number };
} {
  return { object: "list", data, page: { has_more: false, next_cursor: null, total_estimate: data.length } };
}

function find<T extends { id: string }>(object: T, id: string): T {
  if (object.id !== id) throw apiError("resource_not_found", { resource: id });
  return object;
}

/** The whole API over one object of each kind, and how often a payment was created. */
export function createBackend(): { readonly operations: Operations; readonly created: () => number } {
  let created = 0;
  const capture = ({ id }: Payment): OperationResponse<"capturePayment"> => {
    throw apiError("payment_not_capturable", { resource: id });
  };
  const operations: Operations = {
    createPayment({ body: { amount, currency, metadata = {} } }) {
      created += 1;
      const id = `pay_${created}`;
      const checkoutUrl = `https://checkout.vinr.com/${id}`;
      return { status: 201, body: { ...payment, id, checkoutUrl, amount, currency, metadata } };
    },
    listPayments: () => ({ status: 200, body: list(payment) }),
    retrievePayment: ({ path }) => ({ status: 200, body: find(payment, path.id) }),
    capturePayment: ({ path }) => capture(find(payment, path.id)),
    cancelPayment: ({ path }) => ({ status: 200, body: { ...find(payment, path.id), status: "cancelled" } }),
    createRefund: ({ body }) => ({ status: 201, body: { ...refund, payment: find(payment, body.payment).id } }),
    listRefunds: async () => ({ status: 200, body: list(refund) }),
    retrieveRefund: async ({ path }) => ({ status: 200, body: find(refund, path.id) }),
    createWebhookEndpoint: async ({ body }) => ({
      status: 201,
      body: { ...webhookEndpoint, url: body.url, secret: "whsec_ExampleOnlyNotASecret0000" },
    }),
    listWebhookEndpoints: () => ({ status: 200, body: list(webhookEndpoint) }),
    deleteWebhookEndpoint({ path }) {
      find(webhookEndpoint, path.id);
      return { status: 204 };
    },
    listSettlements: () => ({ status: 200, body: list(settlement) }),
    retrieveSettlement: ({ path }) => ({ status: 200, body: find(settlement, path.id) }),
    listSettlementTransactions: () => ({ status: 200, body: list() }),
  };
  return { operations, created: () => created };
}

/** Differences from an ordinary request. */
export interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  /** JSON text, or a value to write as JSON. */
  readonly body?: unknown;
}

/** A request with the key of the tests. */
export function ask(path: string, { method = "GET", headers = {}, body }: Asked = {}): Request {
  const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  const type = text === undefined ? {} : { "content-type": "application/json" };
  return new Request(`http://localhost${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...type, ...headers },
    ...(text === undefined ? {} : { body: text }),
  });
}

export const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/orders/1042/return" };

/** The status, and the error's code and param where it is an error. */
export async function outcome(response: Response): Promise<readonly unknown[]> {
  const text = await response.text();
  if (response.status < 400) return [response.status];
  const { code, param } = JSON.parse(text).error;
  return param === undefined ? [response.status, code] : [response.status, code, param];
}
