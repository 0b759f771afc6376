/** Random and hostile requests get documented responses, soon, and without growing. */
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHandler } from "../../packages/server/src/index.ts";
import { createBackend } from "../../packages/server/test/backend.ts";
import { type RawOutcome, type Served, sendRaw, serveHandler } from "../../packages/server/test/serve.ts";
import { seeded } from "../generators/validators/testing/random.ts";
import { AjvSpec } from "../judge/ajv-spec.ts";
import { createDocumentedJudge } from "../judge/documented-judge.ts";
import { specFolder } from "../measure/tools.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { type HostileConnection, hostileConnection, stalled } from "./testing/hostile-connections.ts";
import { hostileRequest } from "./testing/hostile-requests.ts";
import { toRequest, within } from "./testing/send.ts";
import { Tally } from "./testing/tally.ts";

/** How many requests are sent, all told; `FUZZ_REQUESTS=100000` is the long run. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 5000);
const PATIENCE = 60_000 + 10 * REQUESTS;

const spec = await loadSpec(path.join(specFolder, "openapi.yaml"));
const judge = createDocumentedJudge(new AjvSpec(spec.document));

describe("hostile requests", () => {
  it("given to the handler itself get documented responses", { timeout: PATIENCE }, async () => {
    const random = seeded(15);
    const tally = new Tally();
    const handler = createHandler(createBackend().operations, { onError: (error) => tally.report(error) });
    const count = Math.ceil(REQUESTS * 0.9);
    while (tally.count < count) {
      const hostile = hostileRequest(random);
      const request = toRequest(hostile);
      const start = performance.now();
      const response = await within(handler(request), 5000, hostile);
      const received = { status: response.status, headers: response.headers, text: await response.text() };
      tally.add(received.status, performance.now() - start, judge(hostile, received), hostile);
    }
    tally.print("to the handler itself");
    expect(tally.problems).toEqual([]);
    expect(tally.slowest).toBeLessThan(2000);
    expect(tally.growth).toBeLessThan(500);
    // Every documented fate of a request is met, or the corpus would show little.
    expect([...tally.statuses.keys()]).toEqual(
      expect.arrayContaining([200, 201, 204, 400, 401, 404, 405, 406, 409, 413, 415, 422]),
    );
  });
});

describe("hostile connections", () => {
  let tally: Tally;
  let served: Served;
  beforeAll(async () => {
    const handler = createHandler(createBackend().operations, { onError: (error) => tally.report(error) });
    const timeouts = { headersTimeout: 1000, requestTimeout: 2000, connectionsCheckingInterval: 100 };
    served = await serveHandler(handler, timeouts);
  });
  afterAll(() => served.close());

  it("to a server get documented responses, or end", { timeout: PATIENCE }, async () => {
    tally = new Tally();
    const random = seeded(16);
    const count = Math.floor(REQUESTS * 0.1);
    const connect = async () => {
      while (tally.count < count) {
        const connection = hostileConnection(random);
        judgeConnection(tally, connection, await sendRaw(served.port, connection.parts, connection.options));
      }
    };
    await Promise.all(Array.from({ length: 8 }, connect));
    tally.print("over connections");
    expect(tally.problems).toEqual([]);
    expect(tally.slowest).toBeLessThan(4000);
    expect(tally.growth).toBeLessThan(500);
  });

  it.each(stalled)("end by the server's time-outs: $name", async (connection) => {
    tally = new Tally();
    const outcome = await sendRaw(served.port, connection.parts, connection.options);
    judgeConnection(tally, connection, outcome);
    expect([tally.problems, outcome.hasEnded]).toEqual([[], true]);
  });
});

/** Statuses that Node and the adapter send by themselves, without a body, for what is not a request by HTTP. */
const bareStatuses = [400, 408, 417, 431];

function judgeConnection(tally: Tally, connection: HostileConnection, outcome: RawOutcome): void {
  const { requests, mayBeBare = false, mayBeSilent = false, options } = connection;
  const { responses, hasEnded, milliseconds } = outcome;
  for (const [index, response] of responses.entries()) {
    const request = requests[index];
    const isBare = response.text === "" && !response.headers.has("x-request-id");
    const isAllowed = mayBeBare && bareStatuses.includes(response.status);
    if (isBare) tally.add(response.status, milliseconds, isAllowed ? [] : ["a bare response"], connection.requests[0]);
    else if (request === undefined) tally.add(response.status, milliseconds, ["a response to nothing"], requests[0]);
    else tally.add(response.status, milliseconds, judge(request, response), request);
  }
  if (responses.length >= (options.responses ?? 1)) return;
  const isFine = hasEnded && (mayBeSilent || responses.length > 0);
  if (!isFine && !(mayBeSilent && options.patience !== undefined)) {
    tally.add(0, milliseconds, [`${connection.name}: no response; ended: ${hasEnded}`], requests[0]);
  } else if (responses.length === 0) tally.add(0, milliseconds, [], requests[0]);
}
