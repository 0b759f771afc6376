import { createExampleKey, type Hosting } from "./hosting/hosting.js";
import type { CommandOptions } from "./options.js";
import type { RunningSandbox } from "./serve.js";

/** Prints what runs where, and what to type next. With `--json`, one line for a script. */
export function introduce(
  { origin, forwardSecret, hosting }: RunningSandbox,
  { storage, forwardTo, json }: Pick<CommandOptions, "forwardTo" | "json" | "storage">,
): string {
  const key = hosting.isHosted ? createExampleKey() : "sk_test_sandbox";
  if (json) {
    const forward = forwardTo === undefined ? {} : { forwardTo, webhookSecret: forwardSecret };
    return JSON.stringify({
      api: `${origin}/v1`,
      control: `${origin}/sandbox`,
      url: origin,
      key,
      ...forward,
    });
  }
  const webhooks =
    forwardTo === undefined
      ? ""
      : `webhooks      every event goes to ${forwardTo}\n              VINR_WEBHOOK_SECRET=${forwardSecret}\n`;
  const accounts =
    storage.kind === "memory" ? "in memory, lost when this ends; --data FILE keeps them" : `in the ${storage.kind}`;
  const option = hosting.isHosted ? " --key sk_test_…" : "";
  const url = origin === "http://127.0.0.1:4020" ? "" : ` --url ${origin}`;
  return `VINR sandbox  ${origin}/v1
control       ${origin}/sandbox: the customer, the bank and time
window        ${origin}/ in a browser: payments, events, requests, time
checkout      open the checkoutUrl of a payment in a browser, and pay as its customer
key           ${key}; ${describeKeys(hosting)}
accounts      ${accounts}
${webhooks}${describeHosting(origin, hosting)}
Try it:
curl ${origin}/v1/payments -H 'Authorization: Bearer ${key}' -H 'Content-Type: application/json' -d '{"amount":1000,"currency":"EUR","returnUrl":"https://shop.example/return"}'

In another terminal:
npx @vinr/sandbox trigger payment.completed${url}${option}
npx @vinr/sandbox events --follow${url}${option}
`;
}

function describeKeys({ shortestName }: Hosting): string {
  if (shortestName === undefined) return "each key that starts with sk_test_ opens its own account";
  return `each other key of sk_test_ and at least ${shortestName} letters and digits opens its own account`;
}

/** Says what protects a server that others can reach. */
function describeHosting(origin: string, { isHosted, limits }: Hosting): string {
  if (!isHosted) return "";
  const count = (value: number | undefined) => value?.toLocaleString("en") ?? "any number of";
  return `open to others: the window asks for a key, webhooks go only to public addresses
limits        ${count(limits.payments)} payments, ${count(limits.webhookEndpoints)} webhook endpoints and ${count(limits.bytes)} bytes per account;
              ${count(limits.accounts)} accounts in memory, ${count(limits.connections)} connections, ${count(limits.requests)} requests at once
health        ${origin}/healthz and ${origin}/readyz
`;
}
