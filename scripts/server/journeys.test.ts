/** The journeys through the API, by `redocly respect` against a handler that remembers. */
import { afterEach, describe, expect, it } from "vitest";
import { createHandler, type Operations } from "../../packages/server/src/index.ts";
import { type Served, serveHandler } from "../../packages/server/test/serve.ts";
import { createStatefulBackend } from "../../packages/server/test/stateful-backend.ts";
import { type JourneyRun, runJourneys } from "../run-journeys.ts";

let served: Served;
afterEach(() => served.close());

async function run(operations: Operations, checkResponses: "off" | "throw"): Promise<JourneyRun> {
  served = await serveHandler(createHandler(operations, { checkResponses }));
  return runJourneys(served.url);
}

describe("redocly respect", () => {
  it("accepts every journey through a handler", async () => {
    const { output, record } = await run(createStatefulBackend(), "throw");
    expect(output).toMatch(/Workflows: (\d+) passed, \1 total/);
    expect(output).toMatch(/Steps: (\d+) passed, \1 total/);
    expect(output).toMatch(/Checks: (\d+) passed, \1 total/);
    console.info(`redocly respect accepted ${record.length} responses.`);
    expect(record.length).toBeGreaterThan(15);
  });

  it("notices a property that is not documented, and a wrong value", async () => {
    const operations = createStatefulBackend();
    const listSettlements = async () => {
      const body = { object: "list", data: [{ id: "setl_3kQ9xZ", cardNumber: "4242" }], page: {} };
      return { status: 200, body } as never;
    };
    const { output } = await run({ ...operations, listSettlements }, "off");
    expect(output).toMatch(/Workflows: \d+ passed, 1 failed/);
    expect(output).toMatch(/cardNumber/);
  });
});
