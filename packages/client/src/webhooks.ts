/**
 * Verifies webhook deliveries, without the rest of the client.
 *
 * @packageDocumentation
 */
export { isVinrError, isVinrWebhookError, VinrError, VinrWebhookError } from "./errors/errors.js";
export { constructEvent, constructEventAsync, constructEventFromRequest } from "./webhooks/construct-event.js";
export type {
  HeaderValue,
  WebhookErrorCode,
  WebhookOptions,
  WebhookPayload,
  WebhookSecret,
} from "./webhooks/delivery.js";
export { type EventOf, WebhookHandlers } from "./webhooks/handlers.js";
export { signPayload } from "./webhooks/sign-payload.js";
