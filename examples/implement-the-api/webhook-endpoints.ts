import type { PartialOperations, WebhookEndpoint } from "@vinr/server";
import { paginate } from "./paginate.ts";
import { type Accounts, createId, find, now } from "./records.ts";

/** The operations on webhook endpoints. The secret is shown once, in the response that creates its endpoint. */
export function webhookEndpointOperations(accounts: Accounts) {
  return {
    createWebhookEndpoint({ body: { url, enabled_events }, caller }) {
      const { webhookEndpoints, secrets } = accounts(caller);
      const own = { id: createId("we"), object: "webhook_endpoint", status: "enabled", created_at: now() } as const;
      const endpoint: WebhookEndpoint = { ...own, url, enabled_events };
      const secret = `whsec_${crypto.randomUUID().replaceAll("-", "")}`;
      webhookEndpoints.set(endpoint.id, endpoint);
      secrets.set(endpoint.id, secret);
      return { status: 201, body: { ...endpoint, secret } };
    },

    listWebhookEndpoints({ query, caller }) {
      return { status: 200, body: paginate(accounts(caller).webhookEndpoints.values(), query) };
    },

    deleteWebhookEndpoint({ path: { id }, caller }) {
      const { webhookEndpoints, secrets } = accounts(caller);
      find(webhookEndpoints, id);
      webhookEndpoints.delete(id);
      secrets.delete(id);
      return { status: 204 };
    },
  } satisfies PartialOperations;
}
