/** Runs journeys, such as those of `spec/journeys.arazzo.yaml`, with `redocly respect` against a server, and reads its record. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { specFolder } from "./measure/tools.ts";

/** A request and its response, as the record has them. */
export interface RecordedRequest {
  readonly request: { readonly method: string; readonly url: string };
  readonly response: { readonly status: number };
}

/** A journey as it went. */
export interface JourneyResult {
  readonly workflowId: string;
  readonly executedSteps: readonly {
    readonly stepId: string;
    readonly checks: readonly { readonly message: string; readonly status: string; readonly condition?: string }[];
  }[];
}

export interface JourneyRun {
  readonly output: string;
  readonly record: readonly RecordedRequest[];
  readonly results: readonly JourneyResult[];
}

export interface JourneyOptions {
  /** The file. Default: the journeys of the specification. */
  readonly journeys?: string;
  /** The names of those to run. Default: all. */
  readonly only?: readonly string[];
  /** The name of the run, from which idempotency keys are made. Default: `test`. */
  readonly run?: string;
  /** Whether the responses are held against the specification too, without a property that it does not have. Default: true. */
  readonly checksResponses?: boolean;
}

/** Where journeys are kept in the specification's folder. */
export const journeysFile = path.join(specFolder, "journeys.arazzo.yaml");

/** @param url The server's URL, with its base path. */
export async function runJourneys(url: string, options: JourneyOptions = {}): Promise<JourneyRun> {
  const { journeys = journeysFile, only = [], run = "test", checksResponses = true } = options;
  const folder = await mkdtemp(path.join(tmpdir(), "journeys-"));
  try {
    const redocly = createRequire(path.join(specFolder, "package.json")).resolve("@redocly/cli/bin/cli.js");
    const [har, json] = [path.join(folder, "record.har"), path.join(folder, "results.json")];
    const args = ["respect", journeys, "--server", `vinr=${url}`, "--har-output", har, "--json-output", json];
    const inputs = ["--input", "secretKey=sk_test_Example", "--input", `run=${run}`];
    const chosen = only.flatMap((name) => ["--workflow", name]);
    const severity = checksResponses ? [] : ["--severity", "SCHEMA_CHECK=off,STATUS_CODE_CHECK=off"];
    const env = { REDOCLY_TELEMETRY: "off", NO_COLOR: "1" };
    const all = [redocly, ...args, ...inputs, ...chosen, ...severity];
    const ran = await execa(process.execPath, all, { cwd: specFolder, env, reject: false });
    const record = JSON.parse(await readFile(har, "utf8")).log.entries;
    return { output: `${ran.stdout}\n${ran.stderr}`, record, results: readResults(await readFile(json, "utf8")) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readResults(text: string): readonly JourneyResult[] {
  const { files } = JSON.parse(text) as { files: Record<string, { executedWorkflows: readonly JourneyResult[] }> };
  return Object.values(files).flatMap(({ executedWorkflows }) => executedWorkflows);
}
