/** The doc comments of the published declarations: `dist`, which `pnpm build` writes before the tests run. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import * as open from "./index.js";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const entries = ["index", "generated/strict/index", "generated/json-schema"];
const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  types: [],
};

interface Documented {
  readonly name: string;
  readonly isType: boolean;
  readonly text: string;
  /** The code of `@example`, without its fence. */
  readonly sample: string | undefined;
}

/** The exports of an entry point, as an editor shows them. */
function read(entry: string): Documented[] {
  const file = join(dist, `${entry}.d.ts`);
  const program = ts.createProgram([file], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} is not there: run pnpm build`);
  return checker.getExportsOfModule(module).map((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const example = symbol.getJsDocTags(checker).find(({ name }) => name === "example");
    const [, sample] = /^```ts\n([\s\S]+)\n```$/.exec(ts.displayPartsToString(example?.text)) ?? [];
    return {
      name: exported.name,
      isType: (symbol.flags & ts.SymbolFlags.Value) === 0,
      text: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      sample,
    };
  });
}

/** The compiler's messages about all samples of an entry point, each in its own scope. */
function typeCheck(entry: string, documented: readonly Documented[]): string[] {
  const names = documented.map(({ name, isType }) => (isType ? `type ${name}` : name)).join(", ");
  const scopes = documented.map(({ sample }) => `export function sample(): void {\n${sample}\n}`);
  const code = [`import { ${names} } from "./${entry}.js";`, "declare const value: unknown;"];
  for (const [index, scope] of scopes.entries()) code.push(scope.replace("sample()", `sample${index}()`));
  const file = join(dirname(dist), "dist/samples.ts");
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.getSourceFile = (path, language) =>
    path === file ? ts.createSourceFile(path, code.join("\n"), language) : getSourceFile(path, language);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}

describe.each(entries)("the declarations of %s", (entry) => {
  const documented = read(entry);

  it("say of every export what it does, and how it is called", () => {
    expect(documented.length).toBeGreaterThan(3);
    const silent = documented.filter(({ text, sample }) => text === "" || sample === undefined);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it("show samples that type-check", () => {
    expect(typeCheck(entry, documented)).toEqual([]);
  });
});

it("what a sample says is true is true", () => {
  const guards = read("index").flatMap(({ sample = "" }) =>
    /^is\w+\([\s\S]+\); \/\/ true$/.test(sample) ? [sample] : [],
  );
  expect(guards.length).toBeGreaterThan(50);
  const scope = Object.entries(open);
  for (const guard of guards) {
    const run = new Function(...scope.map(([name]) => name), `return ${guard}`);
    expect(run(...scope.map(([, member]) => member)), guard).toBe(true);
  }
});
