import { stringLiteral } from "../../emit/literal.ts";
import type { Module } from "./compile.ts";
import { RUNTIME, RUNTIME_TYPES } from "./context.ts";
import type { Facts } from "./facts.ts";
import type { Folder } from "./folder.ts";
import type { SchemaNames } from "./names.ts";

/** What a type is called in a module. */
export function typeLocal(type: string, module: Module): string {
  return module.scope.has(type) || module.variables.has(type) ? `${type}Type` : type;
}

/** The import of the types that the guards tell. */
export function printTypeImports(members: readonly SchemaNames[], module: Module, isPart: boolean): string[] {
  if (isPart) return ['import type { operations } from "@vinr/types";'];
  if (members.length === 0) return [];
  const names = members.map(({ type }) => {
    const local = typeLocal(type, module);
    return local === type ? type : `${type} as ${local}`;
  });
  return [`import type { ${names.join(", ")} } from "@vinr/types";`];
}

/** Imports of the functions of other schemas, of those that the code uses. */
export function printUnitImports(module: Module, facts: Facts, code: readonly string[]): string[] {
  const byFile = new Map<string, string[]>();
  for (const unit of module.imports) {
    const file = facts.names.get(facts.homeOf(unit.owner))?.file ?? "";
    const used = [...new Set([unit.check, unit.explain])].filter((name) => isUsed(name, code));
    if (used.length > 0) byFile.set(file, [...(byFile.get(file) ?? []), ...used]);
  }
  return [...byFile]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, names]) => `import { ${names.sort().join(", ")} } from ${stringLiteral(`./${file}.js`)};`);
}

/** Whether a name stands anywhere in some code: parts that only decide have no explanation to use what is for one. */
export function isUsed(name: string, lines: readonly string[]): boolean {
  const word = new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`);
  return lines.some((line) => word.test(line));
}

/** Imports from the run time, of what the code uses. */
export function printRuntimeImports(module: Module, code: readonly string[], { runtime }: Folder): string[] {
  const files = new Map<string, string[]>();
  for (const [name, local] of [...module.runtime].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))) {
    if (!isUsed(local, code)) continue;
    const text = `${RUNTIME_TYPES.has(name) ? "type " : ""}${name}${local === name ? "" : ` as ${local}`}`;
    files.set(RUNTIME[name], [...(files.get(RUNTIME[name]) ?? []), text]);
  }
  return [...files].sort().map(([file, names]) => `import { ${names.join(", ")} } from "${runtime}/${file}.js";`);
}
