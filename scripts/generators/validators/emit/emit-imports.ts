import { stringLiteral } from "../../../emit/literal.ts";
import type { SchemaNames } from "../../names.ts";
import type { Facts } from "../analyze/facts.ts";
import type { Folder } from "../validator-set.ts";
import type { Module } from "./compile.ts";
import { RUNTIME, RUNTIME_TYPES } from "./context.ts";

/** The name of a type in a module. */
export function typeLocal(type: string, module: Module): string {
  return module.scope.has(type) ? `${type}Type` : type;
}

/** The import of the types that the guards tell. */
export function emitTypeImports(members: readonly SchemaNames[], module: Module, isPart: boolean): string[] {
  if (isPart) return ['import type { operations } from "@vinr/types";'];
  if (members.length === 0) return [];
  const names = members.map(({ type }) => {
    const local = typeLocal(type, module);
    return local === type ? type : `${type} as ${local}`;
  });
  return [`import type { ${names.join(", ")} } from "@vinr/types";`];
}

/** Imports of the checks of other schemas. */
export function emitUnitImports(module: Module, facts: Facts): string[] {
  const byFile = new Map<string, string[]>();
  for (const { owner, check } of module.imports) {
    const file = facts.names.get(facts.homeOf(owner))?.file ?? "";
    byFile.set(file, [...(byFile.get(file) ?? []), check]);
  }
  return [...byFile]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, names]) => `import { ${names.sort().join(", ")} } from ${stringLiteral(`./${file}.js`)};`);
}

/** Imports from the run time. */
export function emitRuntimeImports(module: Module, { runtime }: Folder): string[] {
  const files = new Map<string, string[]>();
  for (const [name, local] of [...module.runtime].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))) {
    const text = `${RUNTIME_TYPES.has(name) ? "type " : ""}${name}${local === name ? "" : ` as ${local}`}`;
    files.set(RUNTIME[name], [...(files.get(RUNTIME[name]) ?? []), text]);
  }
  return [...files].sort().map(([file, names]) => `import { ${names.join(", ")} } from "${runtime}/${file}.js";`);
}
