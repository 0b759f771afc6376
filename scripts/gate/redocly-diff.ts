import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { redocly, specFolder } from "../measure/tools.ts";
import type { Impact } from "./changes.ts";

/** One change as `redocly diff` reports it; only the members used here. */
export interface RawChange {
  readonly path: string;
  readonly typeName: string;
  readonly kind: "added" | "modified" | "removed";
  readonly impact: Impact;
  readonly verdicts: readonly { readonly ruleId: string; readonly impact: Impact; readonly message: string }[];
  readonly property?: string;
  readonly base?: RawSide;
  readonly revision?: RawSide;
}

export interface RawSide {
  readonly pointer: string;
  readonly line: number;
  readonly value?: unknown;
}

/** Compares two specifications, given as YAML or JSON text, with `redocly diff`. `run` runs the command. */
export async function diffWithRedocly(
  base: string,
  revision: string,
  run: typeof redocly = redocly,
): Promise<readonly RawChange[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "spec-diff-"));
  try {
    const files = [path.join(folder, "base.yaml"), path.join(folder, "revision.yaml")] as const;
    await writeFile(files[0], base);
    await writeFile(files[1], revision);
    const config = path.join(specFolder, "redocly.diff.yaml");
    const output = await run("diff", ...files, "--config", config, "--format", "json", "--fail-on", "none");
    return readReport(output).changes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readReport(output: string): { readonly changes: readonly RawChange[] } {
  try {
    return JSON.parse(output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1));
  } catch (error) {
    throw new Error(`redocly diff printed no report, but: ${output.trim().slice(0, 500)}`, { cause: error });
  }
}
