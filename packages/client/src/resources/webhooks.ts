import type { Event, WebhookEndpoint, WebhookEndpointCreateParams, WebhookEndpointList } from "@vinr/types";
import type { VinrCall } from "../call.js";
import type { CallOptions, WriteOptions } from "../call-options.js";
import type { VinrCore } from "../core.js";
import * as rows from "../generated/operations.js";
import { operate, operateList } from "../operate.js";
import type { QueryOf } from "../operation-types.js";
import type { VinrListCall } from "../pagination.js";
import { constructEvent, constructEventFromRequest } from "../webhooks/construct-event.js";
import type { HeaderValue, WebhookOptions, WebhookPayload, WebhookSecret } from "../webhooks/delivery.js";

/** Which webhook endpoints to list. */
export interface WebhookEndpointListParams extends QueryOf<"listWebhookEndpoints"> {}

/** `vinr.webhooks.create` as a function. */
export function createWebhookEndpoint(
  core: VinrCore,
  body: WebhookEndpointCreateParams,
  options?: WriteOptions,
): VinrCall<WebhookEndpoint> {
  return operate(core, rows.createWebhookEndpoint, { body }, options);
}

/** `vinr.webhooks.list` as a function. */
export function listWebhookEndpoints(
  core: VinrCore,
  params?: WebhookEndpointListParams,
  options?: CallOptions,
): VinrListCall<WebhookEndpoint, WebhookEndpointList> {
  return operateList(core, rows.listWebhookEndpoints, { query: params }, options);
}

/** `vinr.webhooks.delete` as a function. */
export function deleteWebhookEndpoint(core: VinrCore, id: string, options?: CallOptions): VinrCall<undefined> {
  return operate(core, rows.deleteWebhookEndpoint, { path: { id } }, options);
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

  /** Registers a URL for events. The answer holds the signing `secret`, this once: store it. */
  create(body: WebhookEndpointCreateParams, options?: WriteOptions): VinrCall<WebhookEndpoint> {
    return createWebhookEndpoint(this.#core, body, options);
  }

  /** Lists webhook endpoints, the newest first, without their secrets. */
  list(params?: WebhookEndpointListParams, options?: CallOptions): VinrListCall<WebhookEndpoint, WebhookEndpointList> {
    return listWebhookEndpoints(this.#core, params, options);
  }

  /**
   * Deletes a webhook endpoint; deliveries to it stop.
   *
   * Where an answer is lost and the client asks again, a 404 is the success that it missed: the endpoint is gone.
   */
  delete(id: string, options?: CallOptions): VinrCall<undefined> {
    return deleteWebhookEndpoint(this.#core, id, options);
  }

  /**
   * Verifies a delivery and gives its event. Sync; without network; needs `node:crypto`.
   *
   * The secret is the client's `webhookSecret`, else the environment variable `VINR_WEBHOOK_SECRET`.
   *
   * @param body the raw body, as it came: not parsed, not written anew.
   * @param signature the header `X-Vinr-Signature`.
   * @param timestamp the header `X-Vinr-Timestamp`.
   * @example
   * const event = vinr.webhooks.constructEvent(body, headers["x-vinr-signature"], headers["x-vinr-timestamp"]);
   * if (event.type === "payment.completed") await fulfil(event.data.object);
   * @throws {VinrWebhookError} when the delivery is not to be trusted.
   */
  constructEvent(body: WebhookPayload, signature: HeaderValue, timestamp: HeaderValue): Event {
    return constructEvent(body, signature, timestamp, ...this.#verification());
  }

  /**
   * Verifies the delivery that a `Request` is, and gives its event; also where there is no `node:crypto`.
   *
   * @throws {VinrWebhookError} when the delivery is not to be trusted.
   */
  constructEventFromRequest(request: Request): Promise<Event> {
    return constructEventFromRequest(request, ...this.#verification());
  }

  #verification(): [WebhookSecret, WebhookOptions] {
    return [this.#secret ?? readSecretVariable(), { now: this.#now }];
  }
}

/** There is no `process` outside of Node and its like. */
function readSecretVariable(): string {
  const { process } = globalThis as { process?: { env?: { VINR_WEBHOOK_SECRET?: string } } };
  return process?.env?.VINR_WEBHOOK_SECRET ?? "";
}
