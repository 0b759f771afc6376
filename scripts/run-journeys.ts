/** Runs journeys, such as those of `spec/journeys.arazzo.yaml`, with `redocly respect` against a server, and reads its record. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { specFolder } from "./measure/tools.ts";

export interface RecordedExchange {
  readonly request: { readonly method: string; readonly url: string };
  readonly response: { readonly status: number };
}

export interface JourneyRun {
  readonly output: string;
  readonly record: readonly RecordedExchange[];
}

/**
 * @param url The server's URL, with its base path.
 * @param journeys Default: those of the specification.
 */
export async function runJourneys(
  url: string,
  journeys = path.join(specFolder, "journeys.arazzo.yaml"),
): Promise<JourneyRun> {
  const folder = await mkdtemp(path.join(tmpdir(), "journeys-"));
  try {
    const redocly = createRequire(path.join(specFolder, "package.json")).resolve("@redocly/cli/bin/cli.js");
    const har = path.join(folder, "record.har");
    const args = ["respect", journeys, "--server", `vinr=${url}`, "--har-output", har];
    const inputs = ["--input", "secretKey=sk_test_Example", "--input", "run=test"];
    const env = { REDOCLY_TELEMETRY: "off", NO_COLOR: "1" };
    const ran = await execa(process.execPath, [redocly, ...args, ...inputs], { cwd: specFolder, env, reject: false });
    const record = JSON.parse(await readFile(har, "utf8")).log.entries;
    return { output: `${ran.stdout}\n${ran.stderr}`, record };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
