/** ajv's verdict on responses, by the bundled specification and nothing of ours. */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** A response as it came over the network. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Says what is wrong with a response of an operation; an empty list if nothing is. */
export type Judge = (operationId: string, received: Received) => string[];

type Json = Record<string, unknown>;

/** Headers of HTTP itself, which a specification does not document for each response. */
const ofHttp = new Set([
  "allow",
  "cache-control",
  "connection",
  "content-length",
  "content-type",
  "date",
  "keep-alive",
  "retry-after",
  "transfer-encoding",
  "www-authenticate",
]);

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

export class AjvSpec {
  readonly document: Json;
  readonly #ajv: Ajv2020;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(document: Json) {
    this.document = document;
    // `strictRequired` does not look into `allOf`, where the property of a `required` beside it may be.
    const strict = { strict: true, strictRequired: false, allowUnionTypes: true } as const;
    this.#ajv = new Ajv2020({ ...strict, ownProperties: true, allErrors: true });
    addFormats.default(this.#ajv);
    // The document is not a schema: without this, strict mode would reject its own members.
    this.#ajv.addVocabulary([...annotations, ...Object.keys(document)]);
    this.#ajv.addSchema({ ...document, $id: "vinr:spec" });
  }

  /** The problems of a value by the schema at a pointer of the document. */
  problemsOf(pointer: string, value: unknown): string[] {
    const known = this.#compiled.get(pointer) ?? this.#ajv.compile({ $ref: `vinr:spec#${encodeURI(pointer)}` });
    this.#compiled.set(pointer, known);
    if (known(value)) return [];
    return (known.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }

  /** The object at a pointer, through references, and its own pointer. */
  follow(pointer: string): { readonly pointer: string; readonly value: Json } {
    const names = pointer.split("/").slice(1);
    const decode = (name: string) => name.replaceAll("~1", "/").replaceAll("~0", "~");
    const value = asObject(names.reduce<unknown>((at, name) => asObject(at)[decode(name)], this.document));
    return typeof value.$ref === "string" ? this.follow(value.$ref.slice(1)) : { pointer, value };
  }
}

/** Makes ajv the judge of responses: of their statuses, headers and bodies. */
export function createAjvJudge(spec: AjvSpec): Judge {
  const operations = operationPointers(spec.document);
  return (operationId, received) => {
    const responses = `${operations.get(operationId)}/responses`;
    const documented = asObject(spec.follow(responses).value);
    if (!Object.hasOwn(documented, received.status)) return [`the status ${received.status} is not documented`];
    const response = spec.follow(`${responses}/${received.status}`);
    return [...headerProblems(spec, response, received), ...bodyProblems(spec, response, received)];
  };
}

type Response = ReturnType<AjvSpec["follow"]>;

function headerProblems(spec: AjvSpec, { pointer, value }: Response, { headers }: Received): string[] {
  const documented = Object.keys(asObject(value.headers));
  const known = new Set(documented.map((name) => name.toLowerCase()));
  const extra = [...headers.keys()].filter((name) => !known.has(name) && !ofHttp.has(name));
  const wrong = documented.flatMap((name) => {
    const header = spec.follow(`${pointer}/headers/${name}`);
    const text = headers.get(name);
    if (text === null) return header.value.required === true ? [`the header ${name} is missing`] : [];
    const schema = spec.follow(`${header.pointer}/schema`);
    return spec.problemsOf(schema.pointer, parseText(text, schema.value.type)).map((problem) => `${name}: ${problem}`);
  });
  return [...extra.map((name) => `the header ${name} is not documented`), ...wrong];
}

function bodyProblems(spec: AjvSpec, { pointer, value }: Response, { headers, text }: Received): string[] {
  const type = headers.get("content-type");
  if (value.content === undefined) return text === "" && type === null ? [] : [`there is a body: ${text} ${type}`];
  if (type === null || !Object.hasOwn(asObject(value.content), type)) return [`the type is ${type}`];
  return spec.problemsOf(`${pointer}/content/${type.replaceAll("/", "~1")}/schema`, JSON.parse(text));
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
      const pointer = `/paths/${path.replaceAll("~", "~0").replaceAll("/", "~1")}/${method}`;
      return [String(asObject(operation).operationId), pointer] as const;
    }),
  );
  return new Map(found);
}

export function asObject(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}
