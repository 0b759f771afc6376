/**
 * The API as the generators see it: a thin, plain model of an OpenAPI 3.1 description.
 *
 * Types only. `build-model.ts` is the one file that knows raw OpenAPI; a generator knows this file and nothing
 * before it. Maps stand wherever a name comes from the description, so that a property called `__proto__` is a key
 * like any other.
 */

/** Where something stands in the description. */
export interface Place {
  /** JSON pointer (RFC 6901) from the root of the document, such as `/components/schemas/Payment`. */
  readonly pointer: string;
  /** Line in the file that people edit, from 1. */
  readonly line: number;
}

export interface Api {
  readonly title: string;
  readonly version: string;
  /** In the order of the description, as all lists and maps below. */
  readonly servers: readonly Server[];
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Webhook[];
  /** `components.schemas`, by name. */
  readonly schemas: ReadonlyMap<string, NamedSchema>;
  /** The table of error codes (`x-error-codes`), by code; empty where the description has none. */
  readonly errorCodes: ReadonlyMap<string, ErrorCode>;
  /** The bundled document itself, for tools that read OpenAPI. Never mutate it. */
  readonly document: Readonly<Record<string, unknown>>;
}

export interface Server {
  readonly url: string;
  readonly description: string;
}

export type HttpMethod = "delete" | "get" | "head" | "options" | "patch" | "post" | "put" | "trace";

export interface Operation {
  readonly place: Place;
  readonly operationId: string;
  readonly method: HttpMethod;
  /** The path template, such as `/payments/{id}`. */
  readonly path: string;
  readonly tag: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  readonly responses: readonly Response[];
  /** What the API sends while or after it answers, by the callback's name. */
  readonly callbacks: readonly Webhook[];
}

export interface Parameter {
  readonly place: Place;
  readonly name: string;
  readonly in: "cookie" | "header" | "path" | "query";
  readonly required: boolean;
  readonly description: string | undefined;
  /** How the value is written, such as `form` or `deepObject`. */
  readonly style: string;
  /** Whether each item or property is a parameter of its own. */
  readonly explode: boolean;
  /** Names of parameters that must not be given beside it (`x-excludes`). */
  readonly excludes: readonly string[];
  readonly schema: Schema;
}

export interface RequestBody {
  readonly place: Place;
  readonly required: boolean;
  readonly content: readonly MediaType[];
}

export interface Response {
  readonly place: Place;
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly description: string;
  readonly headers: ReadonlyMap<string, Schema>;
  readonly content: readonly MediaType[];
}

export interface MediaType {
  /** Such as `application/json`. */
  readonly type: string;
  readonly schema: Schema | undefined;
}

export interface Webhook {
  readonly place: Place;
  /** The event type, such as `payment.completed`. */
  readonly name: string;
  readonly operationId: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  /** What the receiver is sent besides the payload, such as the headers of a signature. */
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  /** The body's JSON schema. */
  readonly payload: Schema | undefined;
  /** What the receiver may answer. */
  readonly responses: readonly Response[];
}

export interface ErrorCode {
  readonly code: string;
  readonly status: number;
  readonly type: string;
  readonly description: string;
}

/**
 * Who writes values of a schema.
 *
 * `request`: the caller, and VINR refuses what it does not know, so enums are closed. `response`: VINR, which may add
 * enum values at any time, so enums are open. A schema used both ways is `both`, one used nowhere is `none`.
 */
export type Direction = "both" | "none" | "request" | "response";

export interface NamedSchema {
  readonly name: string;
  readonly schema: Schema;
  readonly direction: Direction;
}

export type JsonType = "array" | "boolean" | "integer" | "null" | "number" | "object" | "string";
export type Json = boolean | null | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A JSON Schema (draft 2020-12), every keyword checked: what is absent here was absent there, and a keyword that is
 * not here stopped the build. An absent keyword is `undefined`, an empty schema (`{}` or `true`) has none.
 */
export interface Schema {
  readonly place: Place;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly default?: Json;
  readonly examples?: readonly Json[];
  /** Values are secrets: they are never echoed in a message (`x-sensitive`). */
  readonly sensitive?: boolean;

  /** The name of a schema in `components.schemas`. Sibling keywords apply beside it. */
  readonly ref?: string;
  /** `false` as a schema: nothing is valid. */
  readonly never?: true;

  readonly types?: readonly JsonType[];
  readonly enum?: readonly Json[];
  /** What the values mean (`x-enumDescriptions`), by the value as text. */
  readonly enumDescriptions?: ReadonlyMap<string, string>;
  /** Wrapped, since `const: null` is a constraint and an absent `const` is none. */
  readonly const?: { readonly value: Json };

  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;

  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;

  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly contains?: Schema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;

  readonly properties?: ReadonlyMap<string, Schema>;
  readonly patternProperties?: ReadonlyMap<string, Schema>;
  readonly additionalProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: ReadonlyMap<string, readonly string[]>;
  readonly dependentSchemas?: ReadonlyMap<string, Schema>;

  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly discriminator?: Discriminator;
}

export interface Discriminator {
  readonly propertyName: string;
  /** Tag to the name of a schema in `components.schemas`. */
  readonly mapping: ReadonlyMap<string, string>;
}

/** What a generator returns: where, from the root of the output, and what. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}
