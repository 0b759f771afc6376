import type { Event } from "@vinr/types";
import { readVariable } from "../config/variables.js";
import { Webhooks as WebhookEndpoints } from "../generated/resources/webhooks.js";
import type { VinrCore } from "../vinr-core.js";
import { constructEvent, constructEventFromRequest } from "../webhooks/construct-event.js";
import type { HeaderValue, WebhookOptions, WebhookPayload, WebhookSecret } from "../webhooks/delivery.js";

/** Webhook endpoints and deliveries: `vinr.webhooks`. */
export class Webhooks extends WebhookEndpoints {
  readonly #secret: WebhookSecret;
  readonly #now: () => number;

  /** @internal */
  constructor(core: VinrCore, secret: WebhookSecret, now: () => number) {
    super(core);
    this.#secret = secret;
    this.#now = now;
  }

  /**
   * Verifies a delivery and returns its event. Synchronous; needs `node:crypto`, but no network.
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
