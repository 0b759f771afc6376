import type { WebhookEndpoint } from "@vinr/server";
import { idOf, seedOf } from "./ids.js";

/**
 * A webhook endpoint that every account has and that the API does not show: it gets all events. Its address may be one of this
 * machine, which the API takes for none. Its secret is decided by the seed, so that it can stay in a file of settings.
 */
export function createForward(url: string, seed: string): WebhookEndpoint {
  return {
    id: "we_forward",
    object: "webhook_endpoint",
    url,
    enabled_events: ["*"],
    status: "enabled",
    secret: idOf("whsec", seedOf(`${seed} forward`), 0),
    created_at: "1970-01-01T00:00:00Z",
  };
}
