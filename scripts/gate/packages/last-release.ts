import path from "node:path";
import ts from "typescript";
import { createCompilerHost } from "../../compiler-host.ts";
import { listAt, readAt } from "../revision.ts";
import type { EntryPoint } from "./entry-points.ts";

/** A line that compiled with the last release and does not compile with the packages as built. */
export interface Break {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  /** The packages that the file uses: a major of one of them declares the break. */
  readonly packages: readonly string[];
}

/** Compiles the type tests and examples of the last release with the packages as built. */
export async function compileLastRelease(
  root: string,
  revision: string,
  entries: readonly EntryPoint[],
): Promise<Break[]> {
  const files = new Map<string, string>();
  for (const name of (await listAt(root, revision, "examples", "packages")).filter(isUserCode)) {
    const file = path.join(root, name);
    files.set(file, asConsumer(file, (await readAt(root, revision, name)) ?? "", entries));
  }
  return compile(root, files, entries);
}

/** Examples and type tests. Other tests import the workspace's own tools, which are not part of any public API. */
function isUserCode(file: string): boolean {
  return file.endsWith(".test-d.ts") || (/^examples\/.*\.ts$/.test(file) && !file.endsWith(".test.ts"));
}

/** Rewrites a type test, which imports the package's sources, to import the entry point as users do. */
function asConsumer(file: string, text: string, entries: readonly EntryPoint[]): string {
  return text.replace(/from "(\.{1,2}\/[^"]+)"/g, (whole, specifier: string) => {
    const source = path.resolve(path.dirname(file), specifier);
    const types = source
      .replace(`${path.sep}src${path.sep}`, `${path.sep}dist${path.sep}`)
      .replace(/\.[jt]s$/, ".d.ts");
    const entry = entries.find((one) => one.types === types);
    return entry === undefined ? whole : `from "${entry.name}"`;
  });
}

function compile(root: string, files: ReadonlyMap<string, string>, entries: readonly EntryPoint[]): Break[] {
  const options = optionsOf(root, entries);
  const host = createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.getCurrentDirectory = () => root;
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([file, text]) => {
    const source = program.getSourceFile(file);
    const packages = [...new Set(entries.map((entry) => entry.package))].filter((name) => text.includes(`"${name}`));
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      .filter((one) => !isHarmless(one, entries))
      .map((one) => {
        const line = source === undefined ? 0 : source.getLineAndCharacterOfPosition(one.start ?? 0).line;
        const message = ts.flattenDiagnosticMessageText(one.messageText, " ");
        return { file: path.relative(root, file), line: line + 1, message, packages };
      });
  });
}

/** The workspace's compiler options, with the published names mapped to the built files. */
function optionsOf(root: string, entries: readonly EntryPoint[]): ts.CompilerOptions {
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return {
    ...options,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    noEmit: true,
    allowImportingTsExtensions: true,
    paths: Object.fromEntries(entries.map(({ name, types }) => [name, [types]])),
  };
}

const unusedExpectError = 2578;
const moduleNotFound = [2307, 7016];

/**
 * A removed error breaks no code, and neither does a library of an old example that is no longer installed.
 */
function isHarmless({ code, messageText }: ts.Diagnostic, entries: readonly EntryPoint[]): boolean {
  if (code === unusedExpectError) return true;
  if (!moduleNotFound.includes(code)) return false;
  const message = ts.flattenDiagnosticMessageText(messageText, " ");
  return !entries.some((entry) => message.includes(`'${entry.package}`));
}
