import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { specFolder } from "./measure/tools.ts";
import { type Mock, startMock } from "./mock/server.ts";
import type { Api } from "./model.ts";
import { buildModel } from "./read/build-model.ts";
import { loadSpec } from "./read/load-spec.ts";

/** Runs the journeys of `spec/journeys.arazzo.yaml` with `redocly respect` against the mock, and reads its record. */

interface Entry {
  readonly request: { readonly method: string; readonly url: string };
  readonly response: { readonly status: number };
}

let folder: string;
let mock: Mock;
let api: Api;
let output: string;
let record: Entry[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "journeys-"));
  const spec = await loadSpec(path.join(specFolder, "openapi.yaml"));
  api = buildModel(spec);
  mock = await startMock({ spec, port: 0 });
  const redocly = createRequire(path.join(specFolder, "package.json")).resolve("@redocly/cli/bin/cli.js");
  const har = path.join(folder, "record.har");
  const args = ["respect", "journeys.arazzo.yaml", "--server", `vinr=${mock.url}`, "--har-output", har];
  const inputs = ["--input", "secretKey=sk_test_Example", "--input", "run=test"];
  const env = { REDOCLY_TELEMETRY: "off", NO_COLOR: "1" };
  const ran = await execa(process.execPath, [redocly, ...args, ...inputs], { cwd: specFolder, env, reject: false });
  output = `${ran.stdout}\n${ran.stderr}`;
  record = JSON.parse(await readFile(har, "utf8")).log.entries;
});

afterAll(async () => {
  await mock?.close();
  await rm(folder, { recursive: true, force: true });
});

/** `operationId status` of a recorded request. */
function exercised({ request, response }: Entry): string {
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
  expect(documented).toHaveLength(14);
  expect(new Set(record.map(exercised))).toEqual(new Set(documented));
});

test("the record holds no secret key", () => {
  expect(output).not.toContain("sk_test_Example");
});
