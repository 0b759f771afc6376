import { docComment } from "../../emit/comment.ts";
import { HEADER } from "../../emit/header.ts";
import { stringLiteral } from "../../emit/literal.ts";
import type { Api, GeneratedFile } from "../../model.ts";
import type { Module } from "./compile.ts";
import { RUNTIME, type RuntimeName } from "./context.ts";
import type { Facts } from "./facts.ts";
import type { SchemaNames } from "./names.ts";
import { indent, printSteps } from "./print.ts";
import type { Step, WalkedUnit } from "./steps.ts";
import type { Unit } from "./unit.ts";

/** Where generated validators go. */
export const FOLDER = "packages/validators/src/generated";

/** The schemas whose public functions a module holds. */
function membersOf(module: Module, facts: Facts): SchemaNames[] {
  return [...facts.names].flatMap(([name, names]) => (facts.homeOf(name) === module.home ? [names] : []));
}

/** One module of validators. */
export function printModule(module: Module, facts: Facts, api: Api): GeneratedFile {
  const runtime = (name: RuntimeName) => {
    const local = module.runtime.get(name) ?? (module.scope.has(name) ? module.scope.take(`${name}_`) : name);
    module.runtime.set(name, local);
    return local;
  };
  const names = { isFull: "isFull", trail: runtime("Trail") };
  if (module.units.some(({ steps }) => hasLoop(steps))) names.isFull = runtime("isFull");
  const explained = explainedUnits(module.units);
  const functions = module.units.flatMap(({ unit, steps }) => {
    const depth = unit.counted ? ", depth: number" : "";
    const check = [...printSteps(steps, "check", names), "return true;"];
    const lines = frame(unit.named, `function ${unit.check}(value: unknown${depth}): boolean`, trimEnd(check));
    if (!explained.has(unit)) return lines;
    const head = `function ${unit.explain}(value: unknown, at: ${names.trail}${depth}): void`;
    return [...lines, ...frame(unit.named, head, printSteps(steps, "explain", names))];
  });
  const members = membersOf(module, facts);
  const exported = members.flatMap((member) => printPublic(member, module, facts, runtime, api));
  const constants = [...module.constants].map(([name, declaration]) => `const ${name}${declaration}`);
  const home = facts.names.get(module.home);
  const lines = [
    HEADER,
    "",
    ...printTypeImports(members, module),
    ...printUnitImports(module, facts, explained),
    ...printRuntimeImports(module),
    "",
    ...(constants.length === 0 ? [] : [...constants, ""]),
    ...exported,
    ...functions,
  ];
  return { path: `${FOLDER}/${home?.file}.ts`, content: `${lines.join("\n").trimEnd()}\n` };
}

/** A module that hands on what stands in another one, since the schemas of both reach each other. */
export function printAlias(name: string, facts: Facts): GeneratedFile {
  const names = facts.names.get(name);
  const home = facts.names.get(facts.homeOf(name));
  const content = `${HEADER}\n\nexport { is${names?.suffix}, validate${names?.suffix} } from "./${home?.file}.js";\n`;
  return { path: `${FOLDER}/${names?.file}.ts`, content };
}

/** The module of all public names. */
export function printIndex(facts: Facts): GeneratedFile {
  const lines = [...facts.names.values()].map(
    ({ suffix, file }) => `export { is${suffix}, validate${suffix} } from "./${file}.js";`,
  );
  const content = lines.length === 0 ? "export {};" : lines.join("\n");
  return { path: `${FOLDER}/index.ts`, content: `${HEADER}\n\n${content}\n` };
}

function printPublic(
  { type, suffix }: SchemaNames,
  module: Module,
  facts: Facts,
  runtime: (name: RuntimeName) => string,
  api: Api,
): string[] {
  const own = module.units.find(({ unit }) => unit.named && unit.check === `check${suffix}`)?.unit;
  if (own === undefined) return [];
  const checked = own.counted ? `check${suffix}(value, 0)` : `check${suffix}(value)`;
  const local = typeLocal(type, module);
  const schema = api.schemas.get(own.owner);
  const reading =
    own.reading === "open" && schema !== undefined && !facts.readsAlike(schema.schema)
      ? "\nNew properties, enum values and tags pass, as they may appear at any time."
      : "";
  const guard = `Whether a value is of type \`${type}\`. Never throws, and allocates nothing for plain data.${reading}`;
  const validate = `Gives the value as a \`${type}\`, or all that is wrong with it.${reading}`;
  return [
    docComment({ description: guard }).trimEnd(),
    `export function is${suffix}(value: unknown): value is ${local} {`,
    "  try {",
    `    return ${checked};`,
    "  } catch {",
    "    return false;",
    "  }",
    "}",
    "",
    docComment({ description: validate }).trimEnd(),
    `export const validate${suffix} = /* @__PURE__ */ ${runtime("validator")}<${local}>(`,
    `  function validate${suffix}(value, options) {`,
    `    if (is${suffix}(value)) return { ok: true, value };`,
    `    return ${runtime("explain")}(value, explain${suffix}, options);`,
    "  },",
    ");",
    "",
  ];
}

/** Explanations are written for the units whose faults are told: not for those that only decide. */
function explainedUnits(units: readonly WalkedUnit[]): ReadonlySet<Unit> {
  const explained = new Set(units.flatMap(({ unit }) => (unit.named ? [unit] : [])));
  // A set hands on what is added to it while it is walked.
  for (const unit of explained) {
    const steps = units.find((walked) => walked.unit === unit)?.steps ?? [];
    for (const target of calledUnits(steps)) if (!target.named) explained.add(target);
  }
  return explained;
}

function* calledUnits(steps: readonly Step[]): Generator<Unit> {
  for (const step of steps) {
    if (step.kind === "call") yield step.unit;
    if (step.kind === "refuse") yield* step.tries ?? [];
    for (const inner of innerSteps(step)) yield* calledUnits(inner);
  }
}

function innerSteps(step: Step): readonly (readonly Step[])[] {
  switch (step.kind) {
    case "refuse":
    case "unknown":
      return [step.otherwise];
    case "choose":
    case "switch":
      return [...step.cases.map(({ steps }) => steps), step.otherwise];
    case "property":
      return [step.steps];
    case "at":
    case "secret":
    case "items":
    case "members":
      return [step.body];
    default:
      return [];
  }
}

function hasLoop(steps: readonly Step[]): boolean {
  return steps.some(
    (step) => step.kind === "items" || step.kind === "members" || innerSteps(step).some((inner) => hasLoop(inner)),
  );
}

function frame(exported: boolean, head: string, body: readonly string[]): string[] {
  return [...(exported ? ["/** @internal */"] : []), `${exported ? "export " : ""}${head} {`, ...indent(body), "}", ""];
}

/** Drops what stands behind a return that always happens. */
function trimEnd(lines: readonly string[]): readonly string[] {
  const last = lines.indexOf("return false;");
  return last < 0 ? lines : lines.slice(0, last + 1);
}

function typeLocal(type: string, module: Module): string {
  return module.scope.has(type) || module.variables.has(type) ? `${type}Type` : type;
}

function printTypeImports(members: readonly SchemaNames[], module: Module): string[] {
  const names = members.map(({ type }) => {
    const local = typeLocal(type, module);
    return local === type ? type : `${type} as ${local}`;
  });
  return [`import type { ${names.join(", ")} } from "@vinr/types";`];
}

function printUnitImports(module: Module, facts: Facts, explained: ReadonlySet<Unit>): string[] {
  const explains = new Set<Unit>();
  for (const { unit, steps } of module.units) {
    if (explained.has(unit)) for (const target of calledUnits(steps)) explains.add(target);
  }
  const byFile = new Map<string, string[]>();
  for (const unit of module.imports) {
    const file = facts.names.get(facts.homeOf(unit.owner))?.file ?? "";
    const names = byFile.get(file) ?? [];
    names.push(unit.check);
    if (explains.has(unit)) names.push(unit.explain);
    byFile.set(file, names);
  }
  return [...byFile]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, names]) => `import { ${names.sort().join(", ")} } from ${stringLiteral(`./${file}.js`)};`);
}

function printRuntimeImports(module: Module): string[] {
  const files = new Map<string, string[]>();
  for (const [name, local] of [...module.runtime].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))) {
    const text = `${name === "Trail" ? "type " : ""}${name}${local === name ? "" : ` as ${local}`}`;
    files.set(RUNTIME[name], [...(files.get(RUNTIME[name]) ?? []), text]);
  }
  return [...files].sort().map(([file, names]) => `import { ${names.join(", ")} } from "../runtime/${file}.js";`);
}
