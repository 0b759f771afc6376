import type { Event, WebhookEndpoint, WebhookEndpointCreateParams, WebhookEndpointList } from "@vinr/types";
import type { VinrCall } from "../call.js";
import type { CallOptions, WriteOptions } from "../call-options.js";
import { operate, operateList } from "../operate.js";
import type { QueryOf } from "../operation-types.js";
import type { VinrListCall } from "../pagination.js";
import type { Core } from "../send.js";
import { constructEvent, type HeaderValue, type WebhookPayload } from "../webhooks.js";

/** Which webhook endpoints to list. */
export interface WebhookEndpointListParams extends QueryOf<"listWebhookEndpoints"> {}

/** Webhook endpoints and deliveries: `vinr.webhooks`. */
export class Webhooks {
  readonly #core: Core;

  /** @internal */
  constructor(core: Core) {
    this.#core = core;
  }

  /** Registers a URL for events. The answer holds the signing `secret`, this once: store it. */
  create(body: WebhookEndpointCreateParams, options?: WriteOptions): VinrCall<WebhookEndpoint> {
    return operate(this.#core, "createWebhookEndpoint", { body }, options);
  }

  /** Lists webhook endpoints, the newest first, without their secrets. */
  list(params?: WebhookEndpointListParams, options?: CallOptions): VinrListCall<WebhookEndpoint, WebhookEndpointList> {
    return operateList(this.#core, "listWebhookEndpoints", { query: params }, options);
  }

  /**
   * Deletes a webhook endpoint; deliveries to it stop.
   *
   * Where an answer is lost and the client asks again, the second answer is a `VinrNotFoundError`: it is gone then, too.
   */
  delete(id: string, options?: CallOptions): VinrCall<undefined> {
    return operate(this.#core, "deleteWebhookEndpoint", { path: { id } }, options);
  }

  /**
   * Verifies a delivery and gives its event. Sync; without network.
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
    const { webhookSecret, runtime } = this.#core.config;
    return constructEvent(body, signature, timestamp, webhookSecret ?? readSecretVariable(), { now: runtime.now });
  }
}

/** There is no `process` outside of Node and its like. */
function readSecretVariable(): string {
  const { process } = globalThis as { process?: { env?: { VINR_WEBHOOK_SECRET?: string } } };
  return process?.env?.VINR_WEBHOOK_SECRET ?? "";
}
