/** The bundled specification as ajv reads it, and nothing of ours. */
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { escapeSegment, lookUp, split } from "../read/pointer.ts";

/** One thing in which a response departs from the specification. */
export interface Finding {
  /** The part of the specification that says otherwise, as a pointer into the bundle. */
  readonly pointer: string;
  readonly message: string;
  /** The part of the response that is meant. */
  readonly came: unknown;
}

export type Json = Record<string, unknown>;

/** Keywords of OpenAPI and of ours that assert nothing. */
const annotations = [
  "discriminator",
  "example",
  "x-enumDescriptions",
  "x-error-codes",
  "x-excludes",
  "x-pattern-message",
  "x-sensitive",
];

/** So many findings of one value are told, at most. */
const mostFindings = 100;

function createAjv(document: Json, allErrors: boolean): Ajv2020 {
  // `strictRequired` does not look into `allOf`, where the property of a `required` beside it may be.
  const strict = { strict: true, strictRequired: false, allowUnionTypes: true } as const;
  const ajv = new Ajv2020({ ...strict, ownProperties: true, allErrors });
  addFormats.default(ajv);
  // The document is not a schema: without this, strict mode would reject its own members.
  ajv.addVocabulary([...annotations, ...Object.keys(document)]);
  ajv.addSchema({ ...document, $id: "vinr:spec" });
  return ajv;
}

/** Several times as many values as a page of a hundred objects with full metadata has. */
const huge = 50_000;

function isHuge(value: unknown): boolean {
  const left = [value];
  let count = 0;
  for (let one = left.pop(); left.length > 0 || one !== undefined; one = left.pop()) {
    if (typeof one !== "object" || one === null) continue;
    const members = Object.values(one);
    count += members.length;
    if (count > huge) return true;
    for (const member of members) left.push(member);
  }
  return false;
}

export class AjvSpec {
  readonly document: Json;
  /** By whether it tells of all errors, or of the first one alone. */
  readonly #ajvs = new Map<boolean, Ajv2020>();
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(document: Json) {
    this.document = document;
  }

  /** Judges a value by the schema at a pointer of the document. */
  findingsOf(pointer: string, value: unknown): Finding[] {
    const known = this.#validatorOf(pointer, !isHuge(value));
    if (known(value)) return [];
    // Who has made the value decides how many there are.
    return (known.errors ?? []).slice(0, mostFindings).map((error) => ({
      pointer: this.#locate(pointer, pathOf(error)),
      message: `${error.instancePath} ${error.message}`.trim(),
      came: lookUp(value, error.instancePath),
    }));
  }

  /** Of a value that is huge, the first error will do: whoever made it decides how many there are. */
  #validatorOf(pointer: string, tellsAll: boolean): ValidateFunction {
    const name = `${tellsAll} ${pointer}`;
    const ajv = this.#ajvs.get(tellsAll) ?? createAjv(this.document, tellsAll);
    this.#ajvs.set(tellsAll, ajv);
    const compiled = this.#compiled.get(name) ?? ajv.compile({ $ref: `vinr:spec#${encodeURI(pointer)}` });
    this.#compiled.set(name, compiled);
    return compiled;
  }

  /** The problems of a value by the schema at a pointer of the document. */
  problemsOf(pointer: string, value: unknown): string[] {
    return this.findingsOf(pointer, value).map(({ message }) => message);
  }

  /** The object at a pointer, through references, and its own pointer. */
  follow(pointer: string): { readonly pointer: string; readonly value: Json } {
    const value = asObject(lookUp(this.document, pointer));
    return typeof value.$ref === "string" ? this.follow(value.$ref.slice(1)) : { pointer, value };
  }

  /** The schema of a part of a value: as far as the properties and items of the schemas lead. */
  #locate(pointer: string, [name, ...rest]: readonly string[]): string {
    const { pointer: at, value } = this.follow(pointer);
    if (name === undefined) return at;
    const inner = this.#member(at, name);
    if (inner !== undefined) return this.#locate(inner, rest);
    const branches = Array.isArray(value.allOf) ? value.allOf.map((_, i) => `${at}/allOf/${i}`) : [];
    const found = branches.find((branch) => this.#member(this.follow(branch).pointer, name) !== undefined);
    return found === undefined ? at : this.#locate(found, [name, ...rest]);
  }

  #member(pointer: string, name: string): string | undefined {
    const { properties, items } = asObject(lookUp(this.document, pointer));
    if (Object.hasOwn(asObject(properties), name)) return `${pointer}/properties/${escapeSegment(name)}`;
    return items !== undefined && /^\d+$/.test(name) ? `${pointer}/items` : undefined;
  }
}

/** The way to what an error is about: a property that is missing is looked for where it would be. */
function pathOf({ instancePath, keyword, params }: ErrorObject): readonly string[] {
  const path = split(instancePath);
  return keyword === "required" ? [...path, String(params.missingProperty)] : path;
}

/** A text that is written as its type is; else the text, which fails its schema. */
export function parseText(text: string, type: unknown): unknown {
  if (type === "integer" && /^(?:0|-?[1-9]\d*)$/.test(text)) return Number(text);
  if (type === "boolean" && /^(?:true|false)$/.test(text)) return text === "true";
  return text;
}

/** The pointer of each operation. */
export function operationPointers(document: Json): Map<string, string> {
  const found = Object.entries(asObject(document.paths)).flatMap(([path, item]) =>
    Object.entries(asObject(item)).map(([method, operation]) => {
      const pointer = `/paths/${escapeSegment(path)}/${method}`;
      return [String(asObject(operation).operationId), pointer] as const;
    }),
  );
  return new Map(found);
}

export function asObject(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

/** A value of a response as a text, whatever it is: an object may have a `toString` that is not a function. */
export function asText(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return JSON.stringify(value) ?? "nothing";
  } catch {
    return "a value that is nested too deeply";
  }
}

/** The value of a JSON text; undefined where it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
