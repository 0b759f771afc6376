/** The sandbox's real responses, over accounts with a life of their own, judged by ajv, by Prism and by `redocly respect`. */
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createSandbox, type SandboxAccount } from "../../packages/sandbox/src/index.ts";
import { type Asked, Merchant, type Send, sendTo } from "../../packages/sandbox/test/testing/merchant.ts";
import { serveHandler } from "../../packages/server/test/serve.ts";
import { seeded } from "../generators/validators/testing/random.ts";
import { AjvSpec } from "../judge/ajv-spec.ts";
import { createDocumentedJudge, type Requested } from "../judge/documented-judge.ts";
import type { Received } from "../judge/response-judge.ts";
import { specFolder } from "../measure/tools.ts";
import { loadSpec } from "../read/load-spec.ts";
import { runJourneys } from "../run-journeys.ts";
import { hostileRequest } from "./testing/hostile-requests.ts";
import { startPrismProxy, violationsOf } from "./testing/prism-proxy.ts";
import { toRequest, within } from "./testing/send.ts";
import { Tally } from "./testing/tally.ts";

/** How many requests ajv judges, and Prism a tenth of them; `SANDBOX_REQUESTS=100000` is the long run. */
const REQUESTS = Number(process.env.SANDBOX_REQUESTS ?? 1000);
const PATIENCE = 120_000 + 30 * REQUESTS;

/** Requests of a merchant before the next one begins. */
const LIFE = 400;

const spec = await loadSpec(path.join(specFolder, "openapi.yaml"));
const judge = createDocumentedJudge(new AjvSpec(spec.document));

async function receive(response: Response): Promise<Received> {
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Sends, notes what a judge finds, and hands the response on. */
function judged(tally: Tally, send: Send, problemsOf: (requested: Requested, received: Received) => string[]): Send {
  return async (asked: Asked) => {
    const start = performance.now();
    const received = await receive(await within(send(asked), 10_000, asked));
    tally.add(received.status, performance.now() - start, problemsOf(asked, received), asked);
    const body = received.text === "" ? null : received.text;
    return new Response(body, { status: received.status, headers: received.headers });
  };
}

/** Merchants live one after another, until so many requests were judged. */
async function live(tally: Tally, count: number, connect: (sandbox: ReturnType<typeof createSandbox>) => Send) {
  const sandbox = createSandbox({ now: () => Date.UTC(2026, 3, 15, 10, 30) });
  const send = connect(sandbox);
  for (let shop = 0; tally.count < count; shop++) {
    const merchant = new Merchant(sandbox.account(`shop${shop}`), send, shop);
    for (let step = 0; step < LIFE && tally.count < count; step++) await merchant.step();
  }
}

it("ajv accepts each response to merchants and to hostile requests", { timeout: PATIENCE }, async () => {
  const tally = new Tally();
  const merchants = Math.ceil(REQUESTS * 0.7);
  await live(tally, merchants, (sandbox) => judged(tally, sendTo(sandbox), judge));
  const random = seeded(17);
  const sandbox = createSandbox();
  while (tally.count < REQUESTS) {
    const hostile = hostileRequest(random);
    const start = performance.now();
    const received = await receive(await within(sandbox.fetch(toRequest(hostile)), 10_000, hostile));
    tally.add(received.status, performance.now() - start, judge(hostile, received), hostile);
  }
  tally.print("to the sandbox, judged by ajv");
  expect(tally.problems).toEqual([]);
  expect([...tally.statuses.keys()]).toEqual(expect.arrayContaining([200, 201, 204, 400, 401, 404, 409, 422]));
});

it("Prism accepts each response to merchants", { timeout: PATIENCE }, async () => {
  const tally = new Tally();
  const sandbox = createSandbox({ now: () => Date.UTC(2026, 3, 15, 10, 30) });
  const served = await serveHandler((request) => sandbox.fetch(request));
  const prism = await startPrismProxy(served.url);
  onTestFinished(async () => void (await Promise.all([prism.close(), served.close()])));
  const send: Send = ({ method, target, headers, body }) =>
    fetch(prism.url + target.replace(/^\/v1/, ""), { method, headers, body: body ?? null });
  // Prism tells of wrong requests too, which merchants send on purpose.
  const problemsOf = (_: Requested, { status, headers }: Received) => [
    ...violationsOf(headers).filter((violation) => violation.includes(" response.")),
    ...(status >= 500 ? [`it failed with ${status}`] : []),
  ];
  const count = Math.ceil(REQUESTS / 10);
  for (let shop = 0; tally.count < count; shop++) {
    const merchant = new Merchant(sandbox.account(`shop${shop}`), judged(tally, send, problemsOf), shop);
    for (let step = 0; step < LIFE && tally.count < count; step++) await merchant.step();
  }
  tally.print("to the sandbox, judged by Prism");
  expect(tally.problems).toEqual([]);
});

it("redocly respect accepts every journey", async () => {
  // At noon, so that no step crosses midnight, when a settlement is made.
  const sandbox = createSandbox({ now: () => Date.UTC(2026, 3, 15, 12) });
  const account = sandbox.account("Example");
  const create = async (params: object): Promise<string> => {
    const response = await sandbox.fetch("http://sandbox/v1/payments", {
      method: "POST",
      headers: { authorization: `Bearer ${account.key()}`, "content-type": "application/json" },
      body: JSON.stringify({ currency: "EUR", returnUrl: "https://shop.example/return", ...params }),
    });
    const { id } = (await response.json()) as { id: string };
    await account.checkout(id).pay("4242 4242 4242 4242");
    return id;
  };
  // The journeys end with the settlement of the spec's examples: 1767.58 euro less the fee of 24.95 is its net of 1742.63.
  await create({ amount: 176758 });
  await account.clock.advance({ days: 3 });
  // The payment that one journey cancels has a fixed id.
  const reserved = await create({ amount: 5000, capture: false });
  const served = await serveHandler(async (request) => {
    await playEverybodyElse(account, request);
    const url = request.url.replace("pay_4nV8xL1fH", reserved);
    return sandbox.fetch(url === request.url ? request : new Request(url, request));
  });
  onTestFinished(() => served.close());
  const { output, record } = await runJourneys(served.url);
  expect(output).toMatch(/Workflows: (\d+) passed, \1 total/);
  expect(output).toMatch(/Steps: (\d+) passed, \1 total/);
  expect(output).toMatch(/Checks: (\d+) passed, \1 total/);
  console.info(`redocly respect accepted ${record.length} responses of the sandbox.`);
  expect(record.length).toBeGreaterThan(15);
});

/** Does what the mock is asked to pretend: the customer pays, the bank challenges, and time passes. */
async function playEverybodyElse(account: SandboxAccount, request: Request): Promise<void> {
  const example = /example=(\w+)/.exec(request.headers.get("prefer") ?? "")?.[1];
  const [, id = ""] = /\/payments\/(pay_\w+)$/.exec(new URL(request.url).pathname) ?? [];
  const checkout = account.checkout(id);
  if (example === "succeeded") await account.clock.advance({ hours: 1 });
  else if (example === "authorized") await checkout.pay("4242 4242 4242 4242");
  else if (example === "requiresAuthentication") await checkout.pay("4000 0000 0000 3220");
  else if (example === "completed") {
    await checkout.passChallenge().catch(() => checkout.pay("4242 4242 4242 4242"));
  }
}
