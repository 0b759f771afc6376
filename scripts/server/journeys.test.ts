/** `redocly respect` against handlers: the journeys through the API, and every response that the specification documents. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { listDocumentedResponses } from "../../packages/client/test/documented-responses.ts";
import { createHandler, type Operations } from "../../packages/server/src/index.ts";
import { type Served, serveHandler } from "../../packages/server/test/serve.ts";
import { createStatefulBackend } from "../../packages/server/test/stateful-backend.ts";
import { specFolder } from "../measure/tools.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { type JourneyRun, runJourneys } from "../run-journeys.ts";
import { createDocumentedHandler, type DocumentedHandlerOptions } from "./testing/documented-handler.ts";
import { writeDocumentedJourneys } from "./testing/documented-journeys.ts";

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

describe("redocly respect, asked for every documented response of every operation,", () => {
  const specPath = path.join(specFolder, "openapi.yaml");

  async function ask(options: DocumentedHandlerOptions): Promise<JourneyRun & { readonly asked: number }> {
    const { document } = await loadSpec(specPath);
    const responses = listDocumentedResponses(document);
    const folder = await mkdtemp(path.join(tmpdir(), "documented-"));
    try {
      const journeys = path.join(folder, "documented.arazzo.yaml");
      await writeFile(journeys, writeDocumentedJourneys(responses, specPath));
      served = await serveHandler(createDocumentedHandler(responses, options));
      return { ...(await runJourneys(served.url, { journeys })), asked: responses.length };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  it("accepts each, errors included", async () => {
    const { output, record, asked } = await ask({ throwsErrors: true });
    expect(output).toMatch(new RegExp(`Workflows: ${asked} passed, ${asked} total`));
    expect(record.map(({ response }) => response.status).filter((status) => status >= 400).length).toBeGreaterThan(50);
    console.info(`redocly respect accepted ${record.length} documented responses.`);
  });

  it("notices an error whose body is not as documented", async () => {
    const spoil: DocumentedHandlerOptions["spoil"] = (returned) =>
      returned.status === 404 ? { ...returned, body: { error: "not found" } } : returned;
    const { output } = await ask({ spoil });
    expect(output).toMatch(/Workflows: \d+ passed, [1-9]\d* failed/);
  });
});
