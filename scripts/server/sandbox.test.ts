/** The sandbox's real responses, over accounts with a life of their own, judged by ajv, by Prism and by `redocly respect`. */
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createSandbox } from "../../packages/sandbox/src/index.ts";
import { type Asked, Merchant, type Send, sendTo } from "../../packages/sandbox/test/testing/merchant.ts";
import { serveHandler } from "../../packages/server/test/serve.ts";
import { seeded } from "../generators/validators/testing/random.ts";
import { specFolder } from "../measure/tools.ts";
import { loadSpec } from "../read/load-spec.ts";
import { runJourneys } from "../run-journeys.ts";
import { AjvSpec, type Received } from "./testing/ajv-judge.ts";
import { createDocumentedJudge, type Requested } from "./testing/documented-judge.ts";
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

// Not finished: two steps end with an "unexpected error", probably for want of objects that only the mock has.
it.skip("redocly respect accepts the status, type and schema of each response on the journeys", async () => {
  const sandbox = createSandbox();
  // The journeys ask the mock for a payment that was paid; here, its customer pays it.
  const served = await serveHandler(async (request) => {
    const [, id] = /\/payments\/(pay_\w+)$/.exec(new URL(request.url).pathname) ?? [];
    const isPaid = /example=(?:authorized|completed)/.test(request.headers.get("prefer") ?? "");
    const pay = () =>
      sandbox
        .account("Example")
        .checkout(id ?? "")
        .pay("4242 4242 4242 4242");
    // Where the mock has a payment that the sandbox does not, the step is about a 404.
    if (isPaid) await pay().catch(() => undefined);
    return sandbox.fetch(request);
  });
  onTestFinished(() => served.close());
  // The journeys begin with objects of the mock that no sandbox has, so not every step can succeed; its response can be right.
  const { output, record } = await runJourneys(served.url);
  expect(output.match(/✗ (?:status code|content-type|schema) check|✗ unexpected error/g) ?? []).toEqual([]);
  expect(output.match(/✓ schema check/g)?.length).toBeGreaterThan(15);
  console.info(`redocly respect accepted the schemas of ${record.length} responses of the sandbox.`);
});
