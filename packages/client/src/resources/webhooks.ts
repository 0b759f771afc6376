import type { Event, WebhookEndpoint, WebhookEndpointCreateParams, WebhookEndpointList } from "@vinr/types";
import type { CallOptions, WriteOptions } from "../config/call-options.js";
import { readVariable } from "../config/variables.js";
import * as rows from "../generated/operations.js";
import type { VinrCall } from "../request/call.js";
import { callList, callOperation } from "../request/call-operation.js";
import type { VinrListCall } from "../request/list-call.js";
import type { QueryOf } from "../request/operation-types.js";
import type { VinrCore } from "../vinr-core.js";
import { constructEvent, constructEventFromRequest } from "../webhooks/construct-event.js";
import type { HeaderValue, WebhookOptions, WebhookPayload, WebhookSecret } from "../webhooks/delivery.js";

/** Cursors for a list of webhook endpoints. */
export interface WebhookEndpointListParams extends QueryOf<"listWebhookEndpoints"> {}

/** `vinr.webhooks.create` as a function. */
export function createWebhookEndpoint(
  core: VinrCore,
  body: WebhookEndpointCreateParams,
  options?: WriteOptions,
): VinrCall<WebhookEndpoint> {
  return callOperation(core, rows.createWebhookEndpoint, { body }, options);
}

/** `vinr.webhooks.list` as a function. */
export function listWebhookEndpoints(
  core: VinrCore,
  params?: WebhookEndpointListParams,
  options?: CallOptions,
): VinrListCall<WebhookEndpoint, WebhookEndpointList> {
  return callList(core, rows.listWebhookEndpoints, { query: params }, options);
}

/** `vinr.webhooks.delete` as a function. */
export function deleteWebhookEndpoint(core: VinrCore, id: string, options?: CallOptions): VinrCall<undefined> {
  return callOperation(core, rows.deleteWebhookEndpoint, { path: { id } }, options);
}

/** Webhook endpoints and deliveries: `vinr.webhooks`. */
export class Webhooks {
  readonly #core: VinrCore;
  readonly #secret: WebhookSecret;
  readonly #now: () => number;

  /** @internal */
  constructor(core: VinrCore, secret: WebhookSecret, now: () => number) {
    this.#core = core;
    this.#secret = secret;
    this.#now = now;
  }

  /** Registers a URL for events. Only this response holds the signing `secret`: store it. */
  create(body: WebhookEndpointCreateParams, options?: WriteOptions): VinrCall<WebhookEndpoint> {
    return createWebhookEndpoint(this.#core, body, options);
  }

  /** Lists webhook endpoints, newest first, without their secrets. */
  list(params?: WebhookEndpointListParams, options?: CallOptions): VinrListCall<WebhookEndpoint, WebhookEndpointList> {
    return listWebhookEndpoints(this.#core, params, options);
  }

  /**
   * Deletes a webhook endpoint. VINR stops delivering to it.
   *
   * If a response is lost and the retry gets a 404, the call succeeds: the endpoint is gone.
   */
  delete(id: string, options?: CallOptions): VinrCall<undefined> {
    return deleteWebhookEndpoint(this.#core, id, options);
  }

  /**
   * Verifies a delivery and returns its event. Synchronous; needs `node:crypto`, and no network.
   *
   * The secret is the client's `webhookSecret`, otherwise the environment variable `VINR_WEBHOOK_SECRET`.
   *
   * @param body the raw body as received, neither parsed nor serialized again.
   * @param signature the header `X-Vinr-Signature`.
   * @param timestamp the header `X-Vinr-Timestamp`.
   * @example
   * const event = vinr.webhooks.constructEvent(body, headers["x-vinr-signature"], headers["x-vinr-timestamp"]);
   * if (event.type === "payment.completed") await fulfil(event.data.object);
   * @throws {VinrWebhookError} if the delivery cannot be trusted; respond with 400.
   * @throws {VinrError} if your server is at fault: without a secret, or with a body that is not raw; respond with 500.
   */
  constructEvent(body: WebhookPayload, signature: HeaderValue, timestamp: HeaderValue): Event {
    return constructEvent(body, signature, timestamp, ...this.#verification());
  }

  /**
   * Verifies the delivery in a `Request` and returns its event. Works without `node:crypto`, too.
   *
   * @throws {VinrWebhookError} if the delivery cannot be trusted; respond with 400.
   * @throws {VinrError} if your server is at fault: without a secret, or with a body that is not raw; respond with 500.
   */
  constructEventFromRequest(request: Request): Promise<Event> {
    return constructEventFromRequest(request, ...this.#verification());
  }

  #verification(): [WebhookSecret, WebhookOptions] {
    return [this.#secret ?? readVariable("VINR_WEBHOOK_SECRET"), { now: this.#now }];
  }
}
