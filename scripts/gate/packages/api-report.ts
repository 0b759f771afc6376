/**
 * The public API of a package as text, to be reviewed as a diff: the names that each entry point exports, and every
 * declaration they refer to, exported or not. API Extractor would not do: it reads one entry point per run, and there are
 * more than a hundred, and it omits declarations that are referred to but not exported.
 */
import ts from "typescript";
import { createCompilerHost } from "../../compiler-host.ts";
import type { EntryPoint } from "./entry-points.ts";

/** Prints the public API of one package, from its entry points. */
export function apiAsMarkdown(entries: readonly EntryPoint[]): string {
  const options = { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [] };
  const program = ts.createProgram(
    entries.map(({ types }) => types),
    options,
    createCompilerHost(options),
  );
  const checker = program.getTypeChecker();
  const collector = new Collector(checker, entries[0]?.folder ?? "");
  const exported = entries.map(({ name, types }) => {
    const source = program.getSourceFile(types);
    const symbol = source && checker.getSymbolAtLocation(source);
    const names = symbol === undefined ? [] : checker.getExportsOfModule(symbol).flatMap((one) => collector.add(one));
    return `### ${name}\n\n${names
      .sort()
      .map((one) => `- ${one}`)
      .join("\n")}\n`;
  });
  const declarations = collector.print();
  return `## Entry points\n\n${exported.join("\n")}\n## Declarations\n\n\`\`\`ts\n${declarations.join("\n\n")}\n\`\`\`\n`;
}

/** Collects the package's own declarations, from the exported names on. */
class Collector {
  readonly #checker: ts.TypeChecker;
  readonly #folder: string;
  readonly #declarations = new Map<ts.Declaration, string>();

  constructor(checker: ts.TypeChecker, folder: string) {
    this.#checker = checker;
    this.#folder = `${folder}/dist/`;
  }

  /** Adds an exported name. Returns it as the report lists it, or nothing if it is internal. */
  add(exported: ts.Symbol): string[] {
    const symbol = this.#resolve(exported);
    if (isInternal(symbol)) return [];
    this.#reach(symbol);
    return [exported.name === symbol.name ? exported.name : `${symbol.name} as ${exported.name}`];
  }

  /** The declarations sorted by name, each without its comments. */
  print(): string[] {
    const found = [...this.#declarations].map(([declaration, name]) => ({ name, text: textOf(declaration) }));
    const sorted = found.sort((one, other) => compare(one.name, other.name) || compare(one.text, other.text));
    return [...new Set(sorted.map(({ text }) => text))];
  }

  #reach(symbol: ts.Symbol): void {
    for (const declaration of symbol.declarations ?? []) {
      const owner = topLevel(declaration);
      if (!owner.getSourceFile().fileName.startsWith(this.#folder) || this.#declarations.has(owner)) continue;
      this.#declarations.set(owner, nameOf(owner) ?? symbol.name);
      this.#reachFrom(owner);
    }
  }

  #reachFrom(node: ts.Node): void {
    if (ts.isIdentifier(node)) {
      const symbol = this.#checker.getSymbolAtLocation(node);
      if (symbol) this.#reach(this.#resolve(symbol));
    }
    ts.forEachChild(node, (child) => this.#reachFrom(child));
  }

  #resolve(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }
}

function isInternal(symbol: ts.Symbol): boolean {
  return symbol.getJsDocTags().some(({ name }) => name === "internal");
}

/** The top-level statement that contains a declaration. */
function topLevel(declaration: ts.Declaration): ts.Declaration {
  let node: ts.Node = declaration;
  while (node.parent && !ts.isSourceFile(node.parent)) node = node.parent;
  return node as ts.Declaration;
}

function nameOf(node: ts.Node): string | undefined {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]?.name.getText();
  return ts.getNameOfDeclaration(node as ts.Declaration)?.getText();
}

/** The text of a declaration without comments, except `@deprecated`. */
function textOf(declaration: ts.Declaration): string {
  const text = declaration.getFullText();
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, ts.LanguageVariant.Standard, text);
  let kept = "";
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    const comment = token === ts.SyntaxKind.MultiLineCommentTrivia || token === ts.SyntaxKind.SingleLineCommentTrivia;
    if (!comment) kept += scanner.getTokenText();
    else if (/@deprecated\b/.test(scanner.getTokenText())) kept += "/** @deprecated */";
  }
  return kept.replace(/^[ \t]*\n/gm, "").trim();
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
