import { docComment } from "../../../emit/comment.ts";
import { HEADER } from "../../../emit/header.ts";
import type { GeneratedFile } from "../../../model.ts";
import type { SchemaNames } from "../../names.ts";
import type { OperationSchemas, ParameterSchema, RequestModel } from "../../request-schemas.ts";
import type { Facts } from "../analyze/facts.ts";
import { emitBodyType, emitParser } from "../requests/generate-requests.ts";
import { type Folder, STRICT } from "../validator-set.ts";
import type { Compilation, Module, Unit } from "./compile.ts";
import type { RuntimeName } from "./context.ts";
import { emitRuntimeImports, emitTypeImports, emitUnitImports, typeLocal } from "./emit-imports.ts";
import { samplesOf } from "./emit-samples.ts";

/** The schemas whose public functions a module holds. */
function membersOf(module: Module, facts: Facts): SchemaNames[] {
  return [...facts.names].flatMap(([name, names]) => (facts.homeOf(name) === module.home ? [names] : []));
}

/** One module of validators. */
export function generateModule(
  module: Module,
  compilation: Compilation,
  facts: Facts,
  requests: RequestModel,
  folder: Folder,
): GeneratedFile {
  const runtime = (name: RuntimeName) => compilation.importRuntime(module, name);
  const members = membersOf(module, facts);
  const exported = members.flatMap((member) => emitPublic(member, module, facts, runtime, requests, folder));
  const type = runtime("Check");
  const early = module.units.filter((unit) => unit.isRecursive);
  const code = [
    ...early.flatMap((unit) => emitCheck(unit.check, type, emitRecursiveCheck(unit, runtime("recursive")))),
    ...[...module.constants].map(
      ([name, { expression }]) => `const ${name}${typeOf(expression, type)} = ${expression};`,
    ),
    ...(module.constants.size === 0 ? [] : [""]),
    ...module.units.flatMap((unit) =>
      unit.isRecursive
        ? [`const ${ruleOf(unit)}: ${type} = ${unit.expression};`, ""]
        : emitCheck(unit.check, type, unit.expression),
    ),
    ...exported,
  ];
  const home = facts.names.get(module.home);
  const lines = [
    HEADER,
    "",
    ...emitTypeImports(members, module, isOfOperation(module.home, requests)),
    ...emitUnitImports(module, facts),
    ...emitRuntimeImports(module, folder),
    "",
    ...code,
  ];
  return { path: `${folder.path}/${home?.file}.ts`, content: `${lines.join("\n").trimEnd()}\n` };
}

/** A check that others import. */
function emitCheck(name: string, type: string, expression: string): string[] {
  return ["/** @internal */", `export const ${name}: ${type} = ${expression};`, ""];
}

/** The check of a recursive schema: its parts are declared later, and call it again. */
function emitRecursiveCheck(unit: Unit, nested: string): string {
  return `/* @__PURE__ */ ${nested}((value, context, key) => ${ruleOf(unit)}(value, context, key))`;
}

function ruleOf({ check }: Unit): string {
  return `${check}_rule`;
}

/** A check that is not a call needs a type annotation. */
function typeOf(expression: string, type: string): string {
  return expression.startsWith("(") ? `: ${type}` : "";
}

/** A module that exports from another one, since the schemas of both refer to each other. */
export function generateAlias(name: string, facts: Facts, folder: Folder): GeneratedFile {
  const names = facts.names.get(name);
  const home = facts.names.get(facts.homeOf(name));
  const content = `${HEADER}\n\nexport { is${names?.suffix}, validate${names?.suffix} } from "./${home?.file}.js";\n`;
  return { path: `${folder.path}/${names?.file}.ts`, content };
}

/** A module that exports the one of the folder above, since the schema is the same open and closed. */
export function generateShared(name: string, facts: Facts, folder: Folder): GeneratedFile {
  const file = facts.names.get(name)?.file;
  return { path: `${folder.path}/${file}.ts`, content: `${HEADER}\n\nexport * from "../${file}.js";\n` };
}

/** The module of all public names. */
export function generateIndex(
  schemas: readonly string[],
  facts: Facts,
  requests: RequestModel,
  folder: Folder,
): GeneratedFile {
  const lines = schemas.map((name) => {
    const { suffix, file } = facts.names.get(name) ?? { suffix: name, file: name };
    const isPart = partOf(name, requests) !== undefined;
    const names = isPart ? `parse${suffix}, type ${suffix}` : `is${suffix}, validate${suffix}`;
    return `export { ${names} } from "./${file}.js";`;
  });
  if (requests.operations.length > 0) {
    lines.push(
      'export { findOperation, type FoundOperation, type ValidRequest, validateParts, validateRequest } from "./requests.js";',
    );
  }
  const content = lines.length === 0 ? "export {};" : lines.join("\n");
  return { path: `${folder.path}/index.ts`, content: `${HEADER}\n\n${content}\n` };
}

function partOf(name: string, { operations }: RequestModel): ParameterSchema | undefined {
  return operations.flatMap(({ parts }) => parts).find((part) => part.name === name);
}

function bodyOf(name: string, { operations }: RequestModel): OperationSchemas | undefined {
  return operations.find(({ body, isNamedBody }) => body === name && !isNamedBody);
}

/** Whether a schema is a part of one operation's request, whose type is a part of the operation's. */
function isOfOperation(name: string, requests: RequestModel): boolean {
  return partOf(name, requests) !== undefined || bodyOf(name, requests) !== undefined;
}

function emitPublic(
  { type, suffix }: SchemaNames,
  module: Module,
  facts: Facts,
  runtime: (name: RuntimeName) => string,
  requests: RequestModel,
  folder: Folder,
): string[] {
  const own = module.units.find((unit) => unit.check === `check${suffix}`);
  if (own === undefined) return [];
  const local = typeLocal(type, module);
  const { api } = requests;
  const part = partOf(own.owner, requests);
  if (part !== undefined) {
    return emitParser(part, { type, suffix, file: "" }, own, runtime("parameterParser"), api);
  }
  const body = bodyOf(own.owner, requests);
  const alias = body === undefined ? [] : emitBodyType(body, suffix);
  const schema = api.schemas.get(own.owner)?.schema;
  const differs =
    schema !== undefined && !facts.isSameOpenOrClosed(schema) && (own.openness === "open" || folder === STRICT);
  const note = differs ? `\n${folder.note}` : "";
  const guard = `Whether a value is of type \`${type}\`. Never throws, and allocates nothing for plain data.${note}`;
  const samples = samplesOf(suffix, requests.examples.get(own.owner));
  const validate = `Validates the value; returns it typed as \`${type}\`, or its issues.${note}`;
  return [
    ...alias,
    docComment({ description: guard, sample: samples.guard }).trimEnd(),
    `export function is${suffix}(value: unknown): value is ${local} {`,
    `  return ${runtime("isValid")}(${own.check}, value);`,
    "}",
    "",
    docComment({ description: validate, sample: samples.validate }).trimEnd(),
    `export const validate${suffix} = /* @__PURE__ */ ${runtime("validator")}<${local}>(${own.check});`,
    "",
  ];
}
