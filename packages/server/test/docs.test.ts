/** The doc comments of the published declarations, `dist`, which `pnpm build` writes before the tests run. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const entry = fileURLToPath(new URL("../dist/index.d.ts", import.meta.url));
const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.NodeNext,
  types: ["node"],
};

interface Documented {
  readonly name: string;
  readonly isType: boolean;
  /** Whether it is one of the specification's schemas: their examples are values. */
  readonly isSchema: boolean;
  readonly text: string;
  /** The code of `@example`, without its fence. */
  readonly sample: string | undefined;
}

/** The exports, as an editor shows them. */
function readExports(): Documented[] {
  const program = ts.createProgram([entry], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${entry} is not there: run pnpm build`);
  return checker.getExportsOfModule(module).map((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const example = symbol.getJsDocTags(checker).find(({ name }) => name === "example");
    const [, sample] = /^```ts\n([\s\S]+)\n```$/.exec(ts.displayPartsToString(example?.text)) ?? [];
    return {
      name: exported.name,
      isType: (symbol.flags & ts.SymbolFlags.Value) === 0,
      isSchema: symbol.declarations?.[0]?.getSourceFile().fileName.endsWith("generated/types.d.ts") === true,
      text: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
      sample,
    };
  });
}

const documented = readExports();

/** The compiler's messages about the samples, each a module of its own that has every export at hand. */
function typeCheckSamples(): string[] {
  const files = new Map(
    documented.flatMap(({ name, sample }, index) => {
      if (sample === undefined) return [];
      const imports = documented.map((one) => (one.isType ? `type ${one.name}` : one.name)).join(", ");
      const code = `import { ${imports} } from "./index.js";\n${sample}\nexport {};`;
      // Numbered: apiError and ApiError are one file where case does not count.
      return [[join(dirname(entry), `sample-${index}-${name}.ts`), code]];
    }),
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.getSourceFile = (path, language) => {
    const code = files.get(path);
    return code === undefined ? getSourceFile(path, language) : ts.createSourceFile(path, code, language);
  };
  return ts.getPreEmitDiagnostics(ts.createProgram([...files.keys()], options, host)).map(({ file, messageText }) => {
    const [, name] = /sample-\d+-(\w+)\.ts$/.exec(file?.fileName ?? "") ?? [undefined, file?.fileName];
    return `${name}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

describe("the declarations", () => {
  it("say of every export what it does", () => {
    expect(documented.length).toBeGreaterThan(50);
    expect(documented.filter(({ text }) => text === "").map(({ name }) => name)).toEqual([]);
  });

  it("show how each export is used, but for the schemas of the specification", () => {
    const silent = documented.filter(({ isSchema, sample }) => !isSchema && sample === undefined);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it("show samples that type-check", () => {
    expect(typeCheckSamples()).toEqual([]);
  }, 300_000);
});
