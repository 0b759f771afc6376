/** `llms.txt` and `llms-full.txt` (https://llmstxt.org): the index for assistants, and everything in one file. */
import type { GeneratedFile } from "../../../scripts/model.ts";
import type { MarkdownPage } from "./markdown-page.ts";

const instructions = `# VINR

> The VINR API takes payments on a hosted checkout page, refunds them, tells your server what happens by webhook, and accounts for every cent that is paid out.

## Instructions

- Amounts are integers in the minor unit of the currency by ISO 4217: 1000 is 10.00 with EUR, 1000 with JPY, 1.000 with KWD. Never send a decimal, and never compute amount * 100 in floating point.
- Send an Idempotency-Key with every POST, and the same key when you send the request again within 24 hours; after that, first look whether it was done. Another attempt of the customer needs a new key.
- Verify a webhook's signature over the raw body, before anything parses it.
- A secret key (sk_, rk_) never goes into a browser, an app or a repository. Read it from VINR_SECRET_KEY on a server.
- Fulfil an order on the event payment.completed, never on the customer's return to returnUrl. Events come in any order: retrieve the payment, then act.
- Copy names with their case: returnUrl and checkoutUrl beside created_at. An unknown request property is a 400.
- Responses are open: let unknown properties, enum values and event types pass.
- In TypeScript, use @vinr/client: it retries safely, makes idempotency keys and verifies webhooks.
- To try code without an account, a key or a network, run the sandbox, which is the whole API with memory, money, time and events. In a test: npm install @vinr/sandbox, then const sandbox = createSandbox() and new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch }). As a server: npx @vinr/sandbox, then baseUrl http://127.0.0.1:4020/v1 with any key that starts with sk_test_. Pay with sandbox.checkout(payment.id).pay("4242 4242 4242 4242"), and never sleep: sandbox.clock.advance({ days: 3 }). Rules: AGENTS.md in the package; guide: https://docs.vinr.com/guides/sandbox.md.
- To serve the API, or a fake of it, use @vinr/server: https://docs.vinr.com/guides/implement-the-api.md.
- The OpenAPI 3.1 specification is at https://docs.vinr.com/openapi.json.
`;

const sections: readonly (readonly [title: string, test: RegExp])[] = [
  ["Guides", /^guides\/|^index\.md$/],
  ["Operations", /^reference\/(?:payments|refunds|webhooks|settlements)\b/],
  ["Events", /^reference\/events\b/],
  ["Error codes", /^errors\b/],
  ["Optional", /./],
];

/** Both files, from the Markdown pages by their paths. */
export function llmsFiles(pages: ReadonlyMap<string, MarkdownPage>): GeneratedFile[] {
  const left = new Map([...pages].sort(([a], [b]) => (a < b ? -1 : 1)));
  const groups = sections.map(([title, test]) => {
    const own = [...left].filter(([path]) => test.test(path));
    for (const [path] of own) left.delete(path);
    return { title, own };
  });
  const index = groups.map(({ title, own }) => {
    const lines = own.map(([path, page]) => `- [${page.title}](https://docs.vinr.com/${path}): ${page.description}`);
    return `## ${title}\n\n${lines.join("\n")}\n`;
  });
  const full = groups.slice(0, 2).flatMap(({ own }) => own.map(([, page]) => page.markdown));
  return [
    { path: "llms.txt", content: `${instructions}\n${index.join("\n")}` },
    { path: "llms-full.txt", content: `${instructions}\n${full.join("\n")}` },
  ];
}
