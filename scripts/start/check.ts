/** Checks the spec as `pnpm lint` does, fast enough to do on each save. */
import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { checkRequests } from "../generators/check-requests.ts";
import { lintSpec } from "../lint-spec.ts";
import { type LoadedSpec, loadSpec } from "../read/document/load-spec.ts";
import { buildModel } from "../read/model/build-model.ts";
import { SpecError } from "../read/spec-error.ts";

/** A spec that may be served, or all its problems, each as `file:line:column  message`. */
export type Checked =
  | { readonly ok: true; readonly spec: LoadedSpec }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Loads `spec/openapi.yaml` below a root and holds it against what can be generated and mocked, and against the style guide,
 * `spec/redocly.yaml`, by `lint`.
 */
export async function checkSpec(root: string, lint: typeof lintSpec = lintSpec): Promise<Checked> {
  const file = join(root, "spec/openapi.yaml");
  const linted = lint(file, join(root, "spec/redocly.yaml"));
  // It is awaited below, unless the spec cannot be read: then this has said more.
  linted.catch(() => undefined);
  try {
    const spec = await loadSpec(file);
    checkRequests(buildModel(spec));
    const found = await linted;
    if (found.length === 0) return { ok: true, spec };
    const problems = found.map((one) => `${relative(root, one.file)}:${one.line}:${one.column}  ${one.message}`);
    return { ok: false, problems };
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { ok: false, problems: await describe(error, file, root) };
  }
}

/** Places of the loader are lines; the column is where the line's text begins. */
async function describe({ problems }: SpecError, mainFile: string, root: string): Promise<string[]> {
  const lines = problems.map(async ({ place: { line }, message, hint, file }) => {
    const path = file === undefined ? mainFile : resolve(file);
    const text = (await readFile(path, "utf8").catch(() => "")).split("\n")[line - 1] ?? "";
    const place = `${relative(root, path)}:${line}:${text.search(/\S|$/) + 1}`;
    return `${place}  ${message}${hint === undefined ? "" : `  → ${hint}`}`;
  });
  return Promise.all(lines);
}
