/**
 * `paths`, `webhooks`, `components` and `operations`, in the shape that openapi-fetch reads, made by openapi-typescript.
 *
 * What it is handed is the description with every schema and every text cut out and a mark in its place; the marks are
 * filled with our own types and comments. So the shape is its work, and names, literals and comments go through `emit/`.
 */
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { docComment } from "../../emit/comment.ts";
import { propertyName } from "../../emit/identifier.ts";
import { stringLiteral } from "../../emit/literal.ts";
import type { Api } from "../../model.ts";
import { findUses } from "../../read/direction.ts";
import { lookUp, split } from "../../read/pointer.ts";
import type { NamedTypes } from "./named-types.ts";
import { after, typeOf } from "./schema-type.ts";

type RawObject = Record<string, unknown>;

/** What the marks stand for. */
interface Cuttings {
  /** Begins every mark; found nowhere in the description. */
  readonly mark: string;
  readonly types: string[];
  readonly comments: { description: string; deprecated: boolean }[];
  readonly operationIds: string[];
}

/** The four interfaces, as text. */
export async function writeSurface(api: Api, named: NamedTypes): Promise<string> {
  const document = structuredClone(api.document) as RawObject;
  const cuttings: Cuttings = { mark: unusedMark(document), types: [], comments: [], operationIds: [] };
  cutSchemas(document, api, named, cuttings);
  pruneComponents(document, api);
  cutOperationIds(document, api, cuttings);
  for (const key of ["paths", "webhooks", "components"]) cutTexts(document[key], cuttings);
  const nodes = await openapiTS(document as unknown as OpenAPI3, {
    silent: true,
    transform: (schema) => {
      const slot: unknown = Reflect.get(schema, "x-slot");
      return typeof slot === "string" ? ts.factory.createTypeReferenceNode(slot) : undefined;
    },
  });
  return fillMarks(astToString(nodes), cuttings);
}

function unusedMark(document: RawObject): string {
  const text = JSON.stringify(document);
  let mark = "slot";
  while (text.includes(mark)) mark += "_";
  return mark;
}

function cutSchemas(document: RawObject, api: Api, named: NamedTypes, { mark, types }: Cuttings): void {
  const cut = (pointer: string, type: string) => {
    // A mark stands as a schema with a type: only those are shown to the transform.
    replaceAt(document, pointer, { type: "string", "x-slot": `${mark}${types.push(type) - 1}_` });
  };
  for (const { schema, direction } of findUses(api.operations, api.webhooks)) {
    cut(schema.place.pointer, typeOf(schema, named.context(direction === "request" ? "closed" : "open")));
  }
  for (const { schema, name } of api.schemas.values())
    cut(schema.place.pointer, named.context("open").nameFor(name, "open"));
}

function replaceAt(document: RawObject, pointer: string, value: unknown): void {
  const parent = lookUp(document, pointer.slice(0, pointer.lastIndexOf("/")));
  const key = split(pointer).at(-1);
  if (typeof parent !== "object" || parent === null || key === undefined) throw new TypeError(`nothing at ${pointer}`);
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Leaves of the components what an operation or a webhook uses: the rest has no schemas in the model. */
function pruneComponents(document: RawObject, api: Api): void {
  const used = findPlaces(api);
  const components = document.components;
  if (!isObject(components)) return;
  for (const [kind, members] of Object.entries(components)) {
    if (kind === "schemas" || !isObject(members)) continue;
    for (const [name, value] of Object.entries(members)) {
      const pointer = `/components/${kind}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      const isUsed = used.some((place) => place === pointer || place.startsWith(`${pointer}/`));
      if (!isUsed && !(isObject(value) && Object.hasOwn(value, "$ref"))) delete members[name];
    }
    if (["examples", "links", "callbacks", "securitySchemes"].includes(kind)) delete components[kind];
  }
}

function findPlaces({ operations, webhooks }: Api): string[] {
  const all = [...operations, ...webhooks];
  const uses = findUses(operations, webhooks).map(({ schema }) => schema.place.pointer);
  const parts = all.flatMap(({ parameters, requestBody, responses }) => [
    ...parameters,
    ...(requestBody ? [requestBody] : []),
    ...responses,
  ]);
  return [...uses, ...[...all, ...parts].map(({ place }) => place.pointer)];
}

function cutOperationIds(document: RawObject, api: Api, { mark, operationIds }: Cuttings): void {
  for (const { place, operationId } of [...api.operations, ...api.webhooks]) {
    const operation = lookUp(document, place.pointer);
    if (operationId === undefined || !isObject(operation)) continue;
    operation.operationId = `${mark}id${operationIds.push(operationId) - 1}_`;
  }
}

/** Members that hold no types: they are left out, so that nothing in them reaches the output. */
const UNTYPED = [
  "callbacks",
  "example",
  "examples",
  "externalDocs",
  "links",
  "security",
  "servers",
  "tags",
  "title",
  "encoding",
];

function cutTexts(value: unknown, cuttings: Cuttings): void {
  if (Array.isArray(value)) for (const item of value) cutTexts(item, cuttings);
  if (!isObject(value)) return;
  if (Object.hasOwn(value, "x-slot")) return;
  const texts = [value.summary, value.description].filter((text) => typeof text === "string");
  const deprecated = value.deprecated === true;
  for (const key of ["summary", "description", "deprecated", ...UNTYPED]) {
    // Maps from names have members of these names too, but as objects: those stay.
    if (!isObject(value[key]) || UNTYPED.includes(key)) delete value[key];
  }
  for (const [key, member] of Object.entries(value)) {
    if (key.startsWith("x-")) delete value[key];
    else cutTexts(member, cuttings);
  }
  if (texts.length === 0 && !deprecated) return;
  value.summary = `${cuttings.mark}text${cuttings.comments.push({ description: texts.join("\n\n"), deprecated }) - 1}_`;
}

function fillMarks(text: string, { mark, types, comments, operationIds }: Cuttings): string {
  const at = (name: string) => `${mark}${name}(\\d+)_`;
  return text
    .replace(/^export /gm, "\nexport ")
    .replace(/^(?: {4})+/gm, (indent) => indent.slice(indent.length / 2))
    .replace(new RegExp(`^( *)/\\*\\* ${at("text")} \\*/\\n`, "gm"), (_, indent: string, index: string) =>
      docComment(comments[Number(index)] ?? {}, indent),
    )
    .replace(new RegExp(`"${at("id")}"`, "g"), (_, index: string) => stringLiteral(operationIds[Number(index)] ?? ""))
    .replace(new RegExp(at("id"), "g"), (_, index: string) => propertyName(operationIds[Number(index)] ?? ""))
    .replace(new RegExp(`^( *)(.*?) ${at("")}`, "gm"), (_, indent: string, before: string, index: string) => {
      const type = types[Number(index)] ?? "unknown";
      return indent + after(before, type.replaceAll("\n", `\n${indent}`));
    });
}

function isObject(value: unknown): value is RawObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
