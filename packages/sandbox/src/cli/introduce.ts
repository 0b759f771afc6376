import type { CommandOptions } from "./options.js";
import type { RunningSandbox } from "./serve.js";

/** Says what runs where, and what to type next. With `--json`, one line for a script. */
export function introduce(
  { origin, forwardSecret }: RunningSandbox,
  { storage, forwardTo, json }: Pick<CommandOptions, "forwardTo" | "json" | "storage">,
): string {
  if (json) {
    const forward = forwardTo === undefined ? {} : { forwardTo, webhookSecret: forwardSecret };
    return JSON.stringify({
      api: `${origin}/v1`,
      control: `${origin}/sandbox`,
      url: origin,
      key: "sk_test_sandbox",
      ...forward,
    });
  }
  const webhooks =
    forwardTo === undefined
      ? ""
      : `webhooks      every event goes to ${forwardTo}\n              VINR_WEBHOOK_SECRET=${forwardSecret}\n`;
  const accounts =
    storage.kind === "memory" ? "in memory, gone when this ends; --data FILE keeps them" : `in the ${storage.kind}`;
  const url = origin === "http://127.0.0.1:4020" ? "" : ` --url ${origin}`;
  return `VINR sandbox  ${origin}/v1
control       ${origin}/sandbox: the customer, the bank and time
window        ${origin}/ in a browser: payments, events, requests, time
checkout      open the checkoutUrl of a payment in a browser, and pay as its customer
key           sk_test_sandbox; any key that starts with sk_test_ opens an account of its own
accounts      ${accounts}
${webhooks}
Try it:
curl ${origin}/v1/payments -H 'Authorization: Bearer sk_test_sandbox' -H 'Content-Type: application/json' -d '{"amount":1000,"currency":"EUR","returnUrl":"https://shop.example/return"}'

In another terminal:
npx @vinr/sandbox trigger payment.completed${url}
npx @vinr/sandbox events --follow${url}
`;
}
