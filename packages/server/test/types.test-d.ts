/** Implementations that must compile, and wrong ones that must not: checked by the compiler alone. */
import {
  type ApiKey,
  apiError,
  type Caller,
  createHandler,
  createPartialHandler,
  errorResponse,
  type IdempotencyStore,
  type NewPayment,
  type Operations,
  type PartialOperations,
  type Payment,
  type PaymentList,
} from "../src/index.js";

declare const operations: Operations;
declare const payment: NewPayment;
declare function load(id: string): Promise<Payment>;

// A complete implementation.
createHandler(operations);
createHandler(operations, { environment: "sandbox", checkResponses: "throw" });
createHandler({ ...operations, retrievePayment: async ({ path }) => ({ status: 200, body: await load(path.id) }) });

// A missing operation, and a misspelt one.
const { listRefunds: _, ...incomplete } = operations;
// @ts-expect-error listRefunds is missing
createHandler(incomplete);
createPartialHandler(incomplete);

// Requests are typed from the specification.
createPartialHandler({
  createPayment({ body, headers }) {
    const amount: number = body.amount;
    const key: string | undefined = headers["Idempotency-Key"];
    // @ts-expect-error payments have no such property
    body.return_url;
    return { status: 201, body: { ...payment, amount, description: key } };
  },
  capturePayment({ body, path }) {
    // @ts-expect-error the body is optional
    body.amount;
    return { status: 200, body: { ...payment, id: path.id, amountCaptured: body?.amount } };
  },
  listPayments: ({ query }) => ({
    status: 200,
    body: { object: "list", data: [], page: { has_more: false, next_cursor: null, total_estimate: query.limit } },
  }),
});

// An undocumented status.
// @ts-expect-error retrievePayment has no 201
createPartialHandler({ retrievePayment: () => ({ status: 201, body: payment }) });
// @ts-expect-error deleteWebhookEndpoint has 204, without a body
createPartialHandler({ deleteWebhookEndpoint: () => ({ status: 200, body: {} }) });

// A value that the specification does not have, although readers are open to it.
// @ts-expect-error the status is called completed
createPartialHandler({ retrievePayment: () => ({ status: 200, body: { ...payment, status: "complete" } }) });
// @ts-expect-error amounts are numbers
createPartialHandler({ retrievePayment: () => ({ status: 200, body: { ...payment, amount: "10.00" } }) });

// A misspelt property, required or optional, at any depth, in functions of each form.
createPartialHandler({
  // @ts-expect-error created is called created_at
  retrievePayment: () => ({
    status: 200,
    body: {
      id: "pay_1",
      object: "payment",
      status: "pending",
      amount: 1,
      currency: "EUR",
      metadata: {},
      created: "2026-04-15T10:30:00Z",
    },
  }),
});
// @ts-expect-error amountCapturd is called amountCaptured
createPartialHandler({ retrievePayment: () => ({ status: 200, body: { ...payment, amountCapturd: 1 } }) });
// @ts-expect-error the same in an async function
createPartialHandler({ retrievePayment: async () => ({ status: 200, body: { ...payment, amountCapturd: 1 } }) });
createPartialHandler({
  // @ts-expect-error the same in a method
  async retrievePayment() {
    return { status: 200, body: { ...payment, amountCapturd: 1 } };
  },
});
createPartialHandler({
  // @ts-expect-error massage is called message
  retrievePayment: () => ({
    status: 200,
    body: {
      ...payment,
      failure: { code: "card_declined", category: "issuer_declined", message: "No.", retryable: false, massage: "" },
    },
  }),
});
createPartialHandler({
  // @ts-expect-error the objects in a list are looked at too
  listPayments: () => ({
    status: 200,
    body: {
      object: "list",
      data: [{ ...payment, secret: "" }],
      page: { has_more: false, next_cursor: null, total_estimate: 1 },
    },
  }),
});
// The same where operations are written apart.
const apart = {
  retrievePayment: ({ path }) => ({ status: 200, body: { ...payment, id: path.id, amountCapturd: 1 } }),
} satisfies PartialOperations;
// @ts-expect-error amountCapturd is called amountCaptured
createPartialHandler({ ...apart });
// A list may be readonly, as of a store that nobody else may change.
declare const page: { readonly object: "list"; readonly data: readonly Payment[]; readonly page: PaymentList["page"] };
createPartialHandler({ listPayments: () => ({ status: 200, body: page }) });
// Metadata has any names.
createPartialHandler({ retrievePayment: () => ({ status: 200, body: { ...payment, metadata: { order: "1042" } } }) });

// Errors have the codes of the specification.
apiError("payment_not_capturable", { resource: payment.id });
// @ts-expect-error there is no such code
apiError("payment_not_captureable");
createPartialHandler({
  retrievePayment() {
    throw apiError("resource_not_found");
  },
});
createPartialHandler({ createPayment: ({ requestId }) => errorResponse("card_declined", requestId) });
// @ts-expect-error retrievePayment has no 402
createPartialHandler({ retrievePayment: ({ requestId }) => errorResponse("card_declined", requestId) });

// The caller and the transaction have the host's types.
interface Merchant extends Caller {
  readonly permissions: readonly string[];
}
declare const store: IdempotencyStore<{ insert(row: object): void }>;
function authenticate({ value }: ApiKey): Merchant {
  return { account: value, permissions: [] };
}
createPartialHandler(
  {
    createPayment({ caller, transaction }) {
      const permissions: readonly string[] = caller.permissions;
      transaction.insert({ permissions });
      return { status: 201, body: payment };
    },
    retrievePayment({ transaction }) {
      const none: undefined = transaction;
      return { status: 200, body: payment, ...(none ?? {}) };
    },
  },
  { authenticate, idempotency: store },
);
// @ts-expect-error operations for a merchant need an authenticate that finds one
createHandler({} as Operations<Merchant>);
// @ts-expect-error a caller has an account
createPartialHandler({}, { authenticate: () => ({ id: 1 }) });

// A value without a type passes, as it does everywhere in TypeScript: `checkResponses` looks at it.
// biome-ignore lint/suspicious/noExplicitAny: a row of a database is one
declare const row: any;
createPartialHandler({ retrievePayment: () => ({ status: 200, body: row }) });
createPartialHandler({ retrievePayment: () => ({ status: 200, body: { ...payment, metadata: row } }) });
createPartialHandler({ retrievePayment: () => ({ status: 200, body: { ...payment, ...row } }) });

// A response has a status and a body, and an operation is one of the specification.
// @ts-expect-error headers follow from the specification
createPartialHandler({ retrievePayment: () => ({ status: 200, body: payment, headers: { "retry-after": "30" } }) });
// @ts-expect-error bdy is called body
createPartialHandler({ deleteWebhookEndpoint: () => ({ status: 204, bdy: 5 }) });
// @ts-expect-error retreiveRefund is called retrieveRefund
createPartialHandler({ retreiveRefund: async () => ({ status: 200, body: row }) });

// An error that may be gone when the request is repeated must not be remembered for its idempotency key.
// @ts-expect-error service_unavailable can only be thrown
createPartialHandler({ createPayment: ({ requestId }) => errorResponse("service_unavailable", requestId) });

// An instance of a class may have fields besides.
class Refunds {
  readonly database = new Map<string, object>();
  retrieveRefund({ path }: { readonly path: { readonly id: string } }): never {
    throw apiError("resource_not_found", { resource: path.id });
  }
}
createPartialHandler(new Refunds());
