import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import type { Api, Direction } from "../../../model.ts";
import { buildModel } from "../../../read/model/build-model.ts";
import { generateValidators } from "../index.ts";

const RUNTIME = fileURLToPath(new URL("../../../../packages/validators/src/runtime/", import.meta.url));

export interface TestIssue {
  readonly path: readonly (number | string)[];
  readonly pointer: string;
  readonly code: string;
  readonly expected: string;
  readonly message: string;
  readonly suggestion?: string;
}

export type TestResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly issues: TestIssue[] };

/** Generated validators, made to run. */
export interface Compiled {
  is(name: string, value: unknown): boolean;
  validate(name: string, value: unknown, options?: { maxIssues?: number }): TestResult;
  /** The codes of a value's issues, each with its pointer; empty where it is valid. */
  codes(name: string, value: unknown): string[];
  readonly module: Readonly<Record<string, unknown>>;
}

/** A model with these schemas, all used in one direction. */
export function modelOf(schemas: Record<string, unknown>, direction: Direction = "request"): Api {
  const api = buildModel({
    file: "test.yaml",
    files: [],
    document: { openapi: "3.1.0", info: { title: "Test", version: "1" }, paths: {}, components: { schemas } },
    placeOf: (pointer) => ({ pointer, line: 1 }),
  });
  const named = [...api.schemas].map(([name, schema]) => [name, { ...schema, direction }] as const);
  return { ...api, schemas: new Map(named) };
}

/** Generates, transpiles and loads the validators of a model; those of a subfolder on request. */
export async function compile(api: Api, folder = "."): Promise<Compiled> {
  const root = await mkdtemp(join(tmpdir(), "vinr-validators-"));
  try {
    await writeFile(join(root, "package.json"), '{ "type": "module" }');
    const sources = (await readdir(RUNTIME, { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name));
    const runtime = sources.map(async (name) => ({
      path: `runtime/${name}`,
      content: await readFile(join(RUNTIME, name), "utf8"),
    }));
    const generated = generateValidators(api).map(({ path, content }) => ({
      path: path.replace("packages/validators/src/", ""),
      content,
    }));
    for (const { path, content } of [...(await Promise.all(runtime)), ...generated]) {
      const file = join(root, path.replace(/\.ts$/, ".js"));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, transpile(content));
    }
    return wrap(await import(pathToFileURL(join(root, "generated", folder, "index.js")).href));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function transpile(source: string): string {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  });
  return outputText;
}

function wrap(module: Readonly<Record<string, unknown>>): Compiled {
  const call = (name: string, ...args: unknown[]): unknown => {
    const member = module[name];
    if (typeof member !== "function") throw new TypeError(`nothing generated is called ${name}`);
    return member(...args);
  };
  const validate = (name: string, value: unknown, options?: { maxIssues?: number }) =>
    call(`validate${name}`, value, options) as TestResult;
  return {
    module,
    is: (name, value) => call(`is${name}`, value) === true,
    validate,
    codes: (name, value) => {
      const result = validate(name, value);
      if (result.ok !== call(`is${name}`, value)) throw new Error(`is${name} and validate${name} disagree`);
      return result.ok ? [] : result.issues.map(({ pointer, code }) => `${pointer} ${code}`.trim());
    },
  };
}

/** Generates and loads the validators of some schemas, all used in one direction. */
export function compileSchemas(schemas: Record<string, unknown>, direction?: Direction): Promise<Compiled> {
  return compile(modelOf(schemas, direction));
}
