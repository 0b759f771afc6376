/** `pnpm generate [--spec FILE] [--out DIR] [--check] [--no-lint]`: the one shell that writes what the generators return. */
import { readFile, stat } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { type Change, planChanges } from "./generate/plan.ts";
import { placeSections } from "./generate/sections.ts";
import { makeStandalone, STANDALONE_ROOT } from "./generate/standalone.ts";
import { applyChanges, ignoreMissing, readFiles } from "./generate/write.ts";
import { lintSpec } from "./lint-spec.ts";
import type { Api, GeneratedFile } from "./model.ts";
import { loadSpec } from "./read/document/load-spec.ts";
import { displayPath } from "./read/document/spec-reader.ts";
import { buildModel } from "./read/model/build-model.ts";
import { asSpecError, SpecError } from "./read/spec-error.ts";

const WORKSPACE = fileURLToPath(new URL("..", import.meta.url));
/** The packages that have generated files. */
const GENERATED_FOR = ["types", "validators", "client", "server", "sandbox"];
/** The folders in which every file is generated. */
const GENERATED = [...GENERATED_FOR.map((name) => `packages/${name}/src/generated`), "examples/operations/generated"];
/** The control API of the sandbox, the second spec of this workspace. */
const CONTROL_SPEC = "spec/sandbox.yaml";
const USAGE = `pnpm generate [--spec FILE] [--out DIR] [--check] [--no-lint]

  --spec FILE  the OpenAPI 3.1 spec to read (default: spec/openapi.yaml)
  --out DIR    where to write (default: this workspace); another folder gets all that it needs to type-check by itself
  --check      write nothing; list the files that are not up to date, and exit with 1 if any
  --no-lint    write even if the spec breaks the style guide, spec/redocly.yaml; for fixtures`;

export interface GenerateOptions {
  readonly spec: string;
  readonly out: string;
  readonly check: boolean;
  /** The rules that the spec has to keep for anything to be written; without them it is not linted. */
  readonly styleGuide?: string | undefined;
}

/** Reads the spec, then writes (or, with `check`, only finds) what is not current. */
export async function generate({ spec, out, check, styleGuide }: GenerateOptions): Promise<readonly Change[]> {
  const generated = await generateFrom(spec, ({ generateAll }) => generateAll);
  const isStandalone = resolve(out) !== resolve(WORKSPACE);
  const control = relative("", resolve(WORKSPACE, CONTROL_SPEC));
  const wanted = isStandalone
    ? await makeStandalone(generated, WORKSPACE)
    : [
        ...(await placeSections(WORKSPACE, generated)),
        ...(await generateFrom(control, ({ generateControl }) => generateControl)),
      ];
  const changes = [
    ...(isStandalone ? await planRoot(out) : []),
    ...planChanges(wanted, await readPresent(out, wanted)),
  ];
  if (check) return changes;
  if (styleGuide !== undefined) {
    for (const one of isStandalone ? [spec] : [spec, control]) await throwIfOutOfStyle(one, styleGuide);
  }
  await applyChanges(out, changes);
  return changes;
}

/** @throws {SpecError} with each place that breaks the style guide. */
async function throwIfOutOfStyle(spec: string, styleGuide: string): Promise<void> {
  const problems = (await lintSpec(spec, styleGuide)).map(({ file, pointer, line, message }) => ({
    place: { pointer, line },
    message,
    ...(resolve(file) === resolve(spec) ? {} : { file: displayPath(file) }),
  }));
  if (problems.length > 0) throw new SpecError(problems, spec);
}

type Generators = typeof import("./generators/index.ts");

/** The files that a generator makes of a spec. */
async function generateFrom(
  spec: string,
  choose: (all: Generators) => (api: Api) => Promise<GeneratedFile[]>,
): Promise<readonly GeneratedFile[]> {
  const loaded = await loadSpec(spec);
  try {
    const api = buildModel(loaded);
    // Loaded here: the generators bring a compiler, and an invalid spec need not wait for it.
    return await choose(await import("./generators/index.ts"))(api);
  } catch (error) {
    // Generators know places, not files.
    throw asSpecError("a generator", error).inFile(spec);
  }
}

/** The files in the folders of generated files, and all others that are about to be written. */
async function readPresent(out: string, wanted: readonly GeneratedFile[]): Promise<ReadonlyMap<string, string>> {
  const present = new Map(await readFiles(out, GENERATED));
  for (const { path } of wanted) {
    if (present.has(path)) continue;
    const content = await readFile(resolve(out, path), "utf8").catch(ignoreMissing);
    if (content !== undefined) present.set(path, content);
  }
  return present;
}

async function planRoot(out: string): Promise<Change[]> {
  const changes: Change[] = [];
  for (const { path, content } of STANDALONE_ROOT) {
    const isThere = await stat(resolve(out, path)).catch(() => undefined);
    if (isThere === undefined) changes.push({ path, kind: "missing", content });
  }
  return changes;
}

function readOptions(argv: readonly string[]): GenerateOptions | "help" {
  const { values } = parseArgs({
    args: argv.filter((argument) => argument !== "--"),
    options: {
      spec: { type: "string", default: relative("", resolve(WORKSPACE, "spec/openapi.yaml")) },
      out: { type: "string", default: WORKSPACE },
      check: { type: "boolean", default: false },
      "no-lint": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return "help";
  for (const option of ["spec", "out"] as const) {
    if (values[option] === "") throw new TypeError(`Option '--${option}' needs a path`);
  }
  const { spec, out, check } = values;
  return { spec, out, check, styleGuide: values["no-lint"] ? undefined : resolve(WORKSPACE, "spec/redocly.yaml") };
}

function report(changes: readonly Change[], check: boolean): number {
  const verb = { missing: "wrote", stale: "rewrote", "line endings": "rewrote", orphan: "removed", unexpected: "left" };
  for (const { path, kind } of changes) console.log(check ? `${kind}: ${path}` : `${verb[kind]} ${path}`);
  if (changes.some(({ kind }) => kind === "unexpected")) {
    console.log("Unexpected file in a generated folder: pnpm generate did not write it. Move it out.");
  }
  if (changes.length === 0) console.log("All generated files are up to date.");
  else if (check) console.log("Not up to date. Run pnpm generate and commit the result.");
  return check && changes.length > 0 ? 1 : 0;
}

/** A file or folder that cannot be read or written. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}

async function main(argv: readonly string[]): Promise<number> {
  let options: GenerateOptions | "help";
  try {
    options = readOptions(argv);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  if (options === "help") {
    console.log(USAGE);
    return 0;
  }
  try {
    return report(await generate(options), options.check);
  } catch (error) {
    if (isSystemError(error)) {
      console.error(`${error.message}\n\nCheck --spec and --out.`);
      return 1;
    }
    if (!(error instanceof SpecError)) throw error;
    const count = error.problems.length;
    console.error(`${error.message}\n\n${count} ${count === 1 ? "problem" : "problems"}; nothing was written.`);
    return 1;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2));
}
