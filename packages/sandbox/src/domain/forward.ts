import type { WebhookEndpoint } from "@vinr/server";

/**
 * A webhook endpoint that every account has and that the API does not show. It gets all events. Its address may be on
 * this machine, which the API accepts for no other endpoint.
 */
export function createForward(url: string, secret: string): WebhookEndpoint {
  return {
    id: "we_forward",
    object: "webhook_endpoint",
    url,
    enabled_events: ["*"],
    status: "enabled",
    secret,
    created_at: "1970-01-01T00:00:00Z",
  };
}
