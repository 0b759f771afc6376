// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

/** Every operation of the API, by its operationId. */
export const operations = {
  /** Create a payment */
  createPayment: { method: "POST", path: "/payments", idempotent: true, hasBody: true, paginated: false },
  /** List payments */
  listPayments: { method: "GET", path: "/payments", idempotent: false, hasBody: false, paginated: true },
  /** Retrieve a payment */
  retrievePayment: { method: "GET", path: "/payments/{id}", idempotent: false, hasBody: false, paginated: false },
  /** Capture a payment */
  capturePayment: { method: "POST", path: "/payments/{id}/capture", idempotent: true, hasBody: true, paginated: false },
  /** Cancel a payment */
  cancelPayment: { method: "POST", path: "/payments/{id}/cancel", idempotent: true, hasBody: false, paginated: false },
  /** Create a refund */
  createRefund: { method: "POST", path: "/refunds", idempotent: true, hasBody: true, paginated: false },
  /** List refunds */
  listRefunds: { method: "GET", path: "/refunds", idempotent: false, hasBody: false, paginated: true },
  /** Retrieve a refund */
  retrieveRefund: { method: "GET", path: "/refunds/{id}", idempotent: false, hasBody: false, paginated: false },
  /** Create a webhook endpoint */
  createWebhookEndpoint: { method: "POST", path: "/webhooks", idempotent: true, hasBody: true, paginated: false },
  /** List webhook endpoints */
  listWebhookEndpoints: { method: "GET", path: "/webhooks", idempotent: false, hasBody: false, paginated: true },
  /** Delete a webhook endpoint */
  deleteWebhookEndpoint: { method: "DELETE", path: "/webhooks/{id}", idempotent: false, hasBody: false, paginated: false },
  /** List settlements */
  listSettlements: { method: "GET", path: "/settlements", idempotent: false, hasBody: false, paginated: true },
  /** Retrieve a settlement */
  retrieveSettlement: { method: "GET", path: "/settlements/{id}", idempotent: false, hasBody: false, paginated: false },
  /** List a settlement's transactions */
  listSettlementTransactions: { method: "GET", path: "/settlements/{id}/transactions", idempotent: false, hasBody: false, paginated: true },
} as const;

/** The name of an operation. */
export type OperationId = keyof typeof operations;
