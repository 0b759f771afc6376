// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

import type { PaymentCaptureParams as PaymentCaptureParamsBody, PaymentCreateParams as PaymentCreateParamsBody, RefundCreateParams as RefundCreateParamsBody, WebhookEndpointCreateParams as WebhookEndpointCreateParamsBody } from "@vinr/types";
import { parseCancelPaymentHeaders, type CancelPaymentHeaders } from "./cancel-payment-headers.js";
import { parseCancelPaymentPath, type CancelPaymentPath } from "./cancel-payment-path.js";
import { parseCancelPaymentQuery, type CancelPaymentQuery } from "./cancel-payment-query.js";
import { parseCapturePaymentHeaders, type CapturePaymentHeaders } from "./capture-payment-headers.js";
import { parseCapturePaymentPath, type CapturePaymentPath } from "./capture-payment-path.js";
import { parseCapturePaymentQuery, type CapturePaymentQuery } from "./capture-payment-query.js";
import { parseCreatePaymentHeaders, type CreatePaymentHeaders } from "./create-payment-headers.js";
import { parseCreatePaymentQuery, type CreatePaymentQuery } from "./create-payment-query.js";
import { parseCreateRefundHeaders, type CreateRefundHeaders } from "./create-refund-headers.js";
import { parseCreateRefundQuery, type CreateRefundQuery } from "./create-refund-query.js";
import { parseCreateWebhookEndpointHeaders, type CreateWebhookEndpointHeaders } from "./create-webhook-endpoint-headers.js";
import { parseCreateWebhookEndpointQuery, type CreateWebhookEndpointQuery } from "./create-webhook-endpoint-query.js";
import { parseDeleteWebhookEndpointHeaders, type DeleteWebhookEndpointHeaders } from "./delete-webhook-endpoint-headers.js";
import { parseDeleteWebhookEndpointPath, type DeleteWebhookEndpointPath } from "./delete-webhook-endpoint-path.js";
import { parseDeleteWebhookEndpointQuery, type DeleteWebhookEndpointQuery } from "./delete-webhook-endpoint-query.js";
import { parseListPaymentsHeaders, type ListPaymentsHeaders } from "./list-payments-headers.js";
import { parseListPaymentsQuery, type ListPaymentsQuery } from "./list-payments-query.js";
import { parseListRefundsHeaders, type ListRefundsHeaders } from "./list-refunds-headers.js";
import { parseListRefundsQuery, type ListRefundsQuery } from "./list-refunds-query.js";
import { parseListSettlementTransactionsHeaders, type ListSettlementTransactionsHeaders } from "./list-settlement-transactions-headers.js";
import { parseListSettlementTransactionsPath, type ListSettlementTransactionsPath } from "./list-settlement-transactions-path.js";
import { parseListSettlementTransactionsQuery, type ListSettlementTransactionsQuery } from "./list-settlement-transactions-query.js";
import { parseListSettlementsHeaders, type ListSettlementsHeaders } from "./list-settlements-headers.js";
import { parseListSettlementsQuery, type ListSettlementsQuery } from "./list-settlements-query.js";
import { parseListWebhookEndpointsHeaders, type ListWebhookEndpointsHeaders } from "./list-webhook-endpoints-headers.js";
import { parseListWebhookEndpointsQuery, type ListWebhookEndpointsQuery } from "./list-webhook-endpoints-query.js";
import { parseRetrievePaymentHeaders, type RetrievePaymentHeaders } from "./retrieve-payment-headers.js";
import { parseRetrievePaymentPath, type RetrievePaymentPath } from "./retrieve-payment-path.js";
import { parseRetrievePaymentQuery, type RetrievePaymentQuery } from "./retrieve-payment-query.js";
import { parseRetrieveRefundHeaders, type RetrieveRefundHeaders } from "./retrieve-refund-headers.js";
import { parseRetrieveRefundPath, type RetrieveRefundPath } from "./retrieve-refund-path.js";
import { parseRetrieveRefundQuery, type RetrieveRefundQuery } from "./retrieve-refund-query.js";
import { parseRetrieveSettlementHeaders, type RetrieveSettlementHeaders } from "./retrieve-settlement-headers.js";
import { parseRetrieveSettlementPath, type RetrieveSettlementPath } from "./retrieve-settlement-path.js";
import { parseRetrieveSettlementQuery, type RetrieveSettlementQuery } from "./retrieve-settlement-query.js";
import { validatePaymentCaptureParams } from "./payment-capture-params.js";
import { validatePaymentCreateParams } from "./payment-create-params.js";
import { validateRefundCreateParams } from "./refund-create-params.js";
import { validateWebhookEndpointCreateParams } from "./webhook-endpoint-create-params.js";
import type { RejectedRequest } from "../runtime/rejected-request.js";
import { checkRequest, type FetchRequest, type PlainRequest, type RequestOptions, type Route } from "../runtime/requests.js";

const routes: readonly Route[] = [
  { operationId: "createPayment", method: "POST", segments: ["payments"], query: parseCreatePaymentQuery, headers: parseCreatePaymentHeaders, body: validatePaymentCreateParams, bodyRequired: true },
  { operationId: "listPayments", method: "GET", segments: ["payments"], query: parseListPaymentsQuery, headers: parseListPaymentsHeaders },
  { operationId: "retrievePayment", method: "GET", segments: ["payments", "{id}"], path: parseRetrievePaymentPath, query: parseRetrievePaymentQuery, headers: parseRetrievePaymentHeaders },
  { operationId: "capturePayment", method: "POST", segments: ["payments", "{id}", "capture"], path: parseCapturePaymentPath, query: parseCapturePaymentQuery, headers: parseCapturePaymentHeaders, body: validatePaymentCaptureParams },
  { operationId: "cancelPayment", method: "POST", segments: ["payments", "{id}", "cancel"], path: parseCancelPaymentPath, query: parseCancelPaymentQuery, headers: parseCancelPaymentHeaders },
  { operationId: "createRefund", method: "POST", segments: ["refunds"], query: parseCreateRefundQuery, headers: parseCreateRefundHeaders, body: validateRefundCreateParams, bodyRequired: true },
  { operationId: "listRefunds", method: "GET", segments: ["refunds"], query: parseListRefundsQuery, headers: parseListRefundsHeaders },
  { operationId: "retrieveRefund", method: "GET", segments: ["refunds", "{id}"], path: parseRetrieveRefundPath, query: parseRetrieveRefundQuery, headers: parseRetrieveRefundHeaders },
  { operationId: "createWebhookEndpoint", method: "POST", segments: ["webhooks"], query: parseCreateWebhookEndpointQuery, headers: parseCreateWebhookEndpointHeaders, body: validateWebhookEndpointCreateParams, bodyRequired: true },
  { operationId: "listWebhookEndpoints", method: "GET", segments: ["webhooks"], query: parseListWebhookEndpointsQuery, headers: parseListWebhookEndpointsHeaders },
  { operationId: "deleteWebhookEndpoint", method: "DELETE", segments: ["webhooks", "{id}"], path: parseDeleteWebhookEndpointPath, query: parseDeleteWebhookEndpointQuery, headers: parseDeleteWebhookEndpointHeaders },
  { operationId: "listSettlements", method: "GET", segments: ["settlements"], query: parseListSettlementsQuery, headers: parseListSettlementsHeaders },
  { operationId: "retrieveSettlement", method: "GET", segments: ["settlements", "{id}"], path: parseRetrieveSettlementPath, query: parseRetrieveSettlementQuery, headers: parseRetrieveSettlementHeaders },
  { operationId: "listSettlementTransactions", method: "GET", segments: ["settlements", "{id}", "transactions"], path: parseListSettlementTransactionsPath, query: parseListSettlementTransactionsQuery, headers: parseListSettlementTransactionsHeaders },
];

const basePath = "/v1";

/**
 * A valid request, by its operation: its path, query, headers and body, typed.
 *
 * @example
 * ```ts
 * function handle(request: ValidRequest): void {
 *   console.log(request.operationId, request.path, request.query, request.headers, request.body);
 * }
 * ```
 */
export type ValidRequest =
  | { readonly ok: true; readonly operationId: "createPayment"; readonly path: Record<string, never>; readonly query: CreatePaymentQuery; readonly headers: CreatePaymentHeaders; readonly body: PaymentCreateParamsBody }
  | { readonly ok: true; readonly operationId: "listPayments"; readonly path: Record<string, never>; readonly query: ListPaymentsQuery; readonly headers: ListPaymentsHeaders; readonly body: undefined }
  | { readonly ok: true; readonly operationId: "retrievePayment"; readonly path: RetrievePaymentPath; readonly query: RetrievePaymentQuery; readonly headers: RetrievePaymentHeaders; readonly body: undefined }
  | { readonly ok: true; readonly operationId: "capturePayment"; readonly path: CapturePaymentPath; readonly query: CapturePaymentQuery; readonly headers: CapturePaymentHeaders; readonly body: PaymentCaptureParamsBody | undefined }
  | { readonly ok: true; readonly operationId: "cancelPayment"; readonly path: CancelPaymentPath; readonly query: CancelPaymentQuery; readonly headers: CancelPaymentHeaders; readonly body: undefined }
  | { readonly ok: true; readonly operationId: "createRefund"; readonly path: Record<string, never>; readonly query: CreateRefundQuery; readonly headers: CreateRefundHeaders; readonly body: RefundCreateParamsBody }
  | { readonly ok: true; readonly operationId: "listRefunds"; readonly path: Record<string, never>; readonly query: ListRefundsQuery; readonly headers: ListRefundsHeaders; readonly body: undefined }
  | { readonly ok: true; readonly operationId: "retrieveRefund"; readonly path: RetrieveRefundPath; readonly query: RetrieveRefundQuery; readonly headers: RetrieveRefundHeaders; readonly body: undefined }
  | { readonly ok: true; readonly operationId: "createWebhookEndpoint"; readonly path: Record<string, never>; readonly query: CreateWebhookEndpointQuery; readonly headers: CreateWebhookEndpointHeaders; readonly body: WebhookEndpointCreateParamsBody }
  | { readonly ok: true; readonly operationId: "listWebhookEndpoints"; readonly path: Record<string, never>; readonly query: ListWebhookEndpointsQuery; readonly headers: ListWebhookEndpointsHeaders; readonly body: undefined }
  | { readonly ok: true; readonly operationId: "deleteWebhookEndpoint"; readonly path: DeleteWebhookEndpointPath; readonly query: DeleteWebhookEndpointQuery; readonly headers: DeleteWebhookEndpointHeaders; readonly body: undefined }
  | { readonly ok: true; readonly operationId: "listSettlements"; readonly path: Record<string, never>; readonly query: ListSettlementsQuery; readonly headers: ListSettlementsHeaders; readonly body: undefined }
  | { readonly ok: true; readonly operationId: "retrieveSettlement"; readonly path: RetrieveSettlementPath; readonly query: RetrieveSettlementQuery; readonly headers: RetrieveSettlementHeaders; readonly body: undefined }
  | { readonly ok: true; readonly operationId: "listSettlementTransactions"; readonly path: ListSettlementTransactionsPath; readonly query: ListSettlementTransactionsQuery; readonly headers: ListSettlementTransactionsHeaders; readonly body: undefined };

/**
 * Finds the operation of a request and validates its path, query, headers and body. Returns them typed, or the status
 * and body to respond with. Never throws because of the content of a request.
 *
 * @example
 * ```ts
 * const result = validateParts({ method: "GET", url: "/", headers: {} });
 * if (!result.ok) console.error(result.status, result.body.error.message);
 * ```
 */
export function validateParts(request: PlainRequest, options?: RequestOptions): RejectedRequest | ValidRequest {
  return checkRequest(routes, basePath, request, options) as RejectedRequest | ValidRequest;
}

/**
 * Like `validateParts`, but also takes a Fetch `Request` and reads its body: limit the body's size beforehand.
 * Rejects if the body cannot be read, or was read before.
 *
 * @example
 * ```ts
 * async function handle(request: Request): Promise<Response> {
 *   const result = await validateRequest(request);
 *   if (!result.ok) return Response.json(result.body, { status: result.status, headers: { ...result.headers } });
 *   return Response.json({ operation: result.operationId });
 * }
 * ```
 */
export async function validateRequest(
  request: FetchRequest | PlainRequest,
  options?: RequestOptions,
): Promise<RejectedRequest | ValidRequest> {
  if (!("text" in request)) return validateParts(request, options);
  const { method, url, headers } = request;
  return validateParts({ method, url, headers, body: await request.text() }, options);
}
