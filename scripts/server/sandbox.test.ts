/** The sandbox's real responses, over accounts with a life of their own, judged by ajv, by Prism and by `redocly respect`. */
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createSandbox } from "../../packages/sandbox/src/index.ts";
import { type Asked, Merchant, type Send, sendTo } from "../../packages/sandbox/test/testing/merchant.ts";
import { serveForTest, throwError } from "../../packages/sandbox/test/testing/serve.ts";
import { serveHandler } from "../../packages/server/test/serve.ts";
import { seeded } from "../generators/validators/testing/random.ts";
import { AjvSpec } from "../judge/ajv-spec.ts";
import { createDocumentedJudge, type Requested } from "../judge/documented-judge.ts";
import type { Received } from "../judge/response-judge.ts";
import { specFolder } from "../measure/tools.ts";
import { prepareJourneys, startRelay } from "../proof/journeys.ts";
import { Session } from "../proof/session.ts";
import { Stage } from "../proof/stage.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { buildModel } from "../read/model/build-model.ts";
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

it("redocly respect accepts every journey, and no property that is not documented", async () => {
  const { origin, close } = await serveForTest(throwError);
  const options = { server: `${origin}/v1`, key: "sk_test_journeys", seed: 1, runs: 1, rate: 1000, timeout: 30 };
  const session = new Session(spec, buildModel(spec), {
    ...options,
    maxRequests: 1000,
    skipsJourneys: false,
    json: false,
  });
  const stage = await Stage.find(session.client);
  session.facts = { isMock: false, mayCreate: true, stage };
  const relay = await startRelay(session, await prepareJourneys(session));
  onTestFinished(async () => void (await Promise.all([relay.close(), close()])));
  const { output, record } = await runJourneys(relay.url);
  expect(output).toMatch(/Workflows: (\d+) passed, \1 total/);
  expect(output).toMatch(/Steps: (\d+) passed, \1 total/);
  expect(output).toMatch(/Checks: (\d+) passed, \1 total/);
  console.info(`redocly respect accepted ${record.length} responses of the sandbox.`);
  expect(record.length).toBeGreaterThan(15);
});
