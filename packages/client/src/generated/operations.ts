// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

/** Create a payment */
export const createPayment = { operationId: "createPayment", method: "POST", path: "/payments", idempotent: true } as const;

/** List payments */
export const listPayments = { operationId: "listPayments", method: "GET", path: "/payments" } as const;

/** Retrieve a payment */
export const retrievePayment = { operationId: "retrievePayment", method: "GET", path: "/payments/{id}" } as const;

/** Capture a payment */
export const capturePayment = { operationId: "capturePayment", method: "POST", path: "/payments/{id}/capture", idempotent: true } as const;

/** Cancel a payment */
export const cancelPayment = { operationId: "cancelPayment", method: "POST", path: "/payments/{id}/cancel", idempotent: true } as const;

/** Create a refund */
export const createRefund = { operationId: "createRefund", method: "POST", path: "/refunds", idempotent: true } as const;

/** List refunds */
export const listRefunds = { operationId: "listRefunds", method: "GET", path: "/refunds" } as const;

/** Retrieve a refund */
export const retrieveRefund = { operationId: "retrieveRefund", method: "GET", path: "/refunds/{id}" } as const;

/** Create a webhook endpoint */
export const createWebhookEndpoint = { operationId: "createWebhookEndpoint", method: "POST", path: "/webhooks", idempotent: true } as const;

/** List webhook endpoints */
export const listWebhookEndpoints = { operationId: "listWebhookEndpoints", method: "GET", path: "/webhooks" } as const;

/** Delete a webhook endpoint */
export const deleteWebhookEndpoint = { operationId: "deleteWebhookEndpoint", method: "DELETE", path: "/webhooks/{id}" } as const;

/** List settlements */
export const listSettlements = { operationId: "listSettlements", method: "GET", path: "/settlements" } as const;

/** Retrieve a settlement */
export const retrieveSettlement = { operationId: "retrieveSettlement", method: "GET", path: "/settlements/{id}" } as const;

/** List a settlement's transactions */
export const listSettlementTransactions = { operationId: "listSettlementTransactions", method: "GET", path: "/settlements/{id}/transactions" } as const;

/** Every operation of the API, by its operationId. Each is a constant too, so that a bundle holds those it uses. */
export const operations = {
  createPayment,
  listPayments,
  retrievePayment,
  capturePayment,
  cancelPayment,
  createRefund,
  listRefunds,
  retrieveRefund,
  createWebhookEndpoint,
  listWebhookEndpoints,
  deleteWebhookEndpoint,
  listSettlements,
  retrieveSettlement,
  listSettlementTransactions,
} as const;

/** The name of an operation. */
export type OperationId = keyof typeof operations;
