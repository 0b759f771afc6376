import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { specFolder } from "./measure/tools.ts";
import { type Mock, startMock } from "./mock/server.ts";
import type { Api } from "./model.ts";
import { loadSpec } from "./read/document/load-spec.ts";
import { buildModel } from "./read/model/build-model.ts";
import { type JourneyRun, type RecordedRequest, runJourneys } from "./run-journeys.ts";

/** The journeys through the API, against the mock. */

let mock: Mock;
let api: Api;
let output: JourneyRun["output"];
let record: JourneyRun["record"];

beforeAll(async () => {
  const spec = await loadSpec(path.join(specFolder, "openapi.yaml"));
  api = buildModel(spec);
  mock = await startMock({ spec, port: 0 });
  ({ output, record } = await runJourneys(mock.url));
});

afterAll(() => mock?.close());

/** `operationId status` of a recorded request. */
function exercised({ request, response }: RecordedRequest): string {
  const target = new URL(request.url).pathname.replace(/^\/v1/, "");
  const operation = api.operations.find(
    ({ method, path: template }) =>
      method.toUpperCase() === request.method && new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(target),
  );
  return `${operation?.operationId} ${response.status}`;
}

test("every step and check of the journeys passes", () => {
  expect(output).toMatch(/Workflows: (\d+) passed, \1 total/);
  expect(output).toMatch(/Steps: (\d+) passed, \1 total/);
  expect(output).toMatch(/Checks: (\d+) passed, \1 total/);
});

test("the journeys exercise every operation and every documented success status", () => {
  const documented = api.operations.flatMap(({ operationId, responses }) =>
    responses.filter(({ status }) => status.startsWith("2")).map(({ status }) => `${operationId} ${status}`),
  );
  expect(documented.length).toBeGreaterThanOrEqual(api.operations.length);
  expect(new Set(record.map(exercised))).toEqual(new Set(documented));
});

test("the record holds no secret key", () => {
  expect(output).not.toContain("sk_test_Example");
});
