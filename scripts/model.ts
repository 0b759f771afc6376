/**
 * The model of the API: a thin, plain view of an OpenAPI 3.1 spec.
 *
 * Types only. Generators, docs, the gate and the mock read the spec through this file. Raw OpenAPI is read in `read/`, and by
 * what judges the document itself: `judge/`, `measure/`, and the promises and reminders of `gate/`. Maps are used wherever a
 * name comes from the spec, so that a property called `__proto__` is a key like any other.
 */

/** A location in the spec. */
export interface Place {
  /** JSON pointer (RFC 6901) from the root of the document, such as `/components/schemas/Payment`. */
  readonly pointer: string;
  /** Line in the file that people edit, from 1. */
  readonly line: number;
}

export interface Api {
  readonly title: string;
  readonly version: string;
  /** One sentence about the API. */
  readonly summary: string | undefined;
  /** An introduction in Markdown. */
  readonly description: string | undefined;
  /** In the order of the spec, as all lists and maps below. */
  readonly servers: readonly Server[];
  /** The path that all servers share, such as `/v1`; empty where they share none. */
  readonly basePath: string;
  readonly tags: readonly Tag[];
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Webhook[];
  /** `components.schemas`, by name. */
  readonly schemas: ReadonlyMap<string, NamedSchema>;
  /** The table of error codes (`x-error-codes`), by code; empty where the spec has none. */
  readonly errorCodes: ReadonlyMap<string, ErrorCode>;
}

/** A group of operations. */
export interface Tag {
  readonly name: string;
  readonly description: string | undefined;
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
  /** Requests that the API sends during or after the response, by the callback's name. */
  readonly callbacks: readonly Webhook[];
  /** Code samples (`x-codeSamples`). */
  readonly samples: readonly CodeSample[];
  /** Its method in `@vinr/client` (`x-client`); undefined if it is called by method and path alone. */
  readonly client: ClientMethod | undefined;
}

/** The name of an operation in the client, such as `vinr.payments.create`. Both parts are identifiers. */
export interface ClientMethod {
  readonly place: Place;
  /** Such as `payments`. */
  readonly resource: string;
  /** Such as `create`. */
  readonly method: string;
}

/** How to call an operation, in one language. */
export interface CodeSample {
  /** Such as `TypeScript` or `Shell`. */
  readonly language: string;
  /** Shown to readers, such as `curl`. */
  readonly label: string;
  readonly source: string;
}

export interface Parameter {
  readonly place: Place;
  readonly name: string;
  readonly in: "cookie" | "header" | "path" | "query";
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  /** The parameter's own example, else its schema's first. */
  readonly example: Json | undefined;
  /** How the value is serialized, such as `form` or `deepObject`. */
  readonly style: string;
  /** Whether each item or property is a parameter of its own. */
  readonly explode: boolean;
  /** Names of parameters that must not be sent together with it (`x-excludes`). */
  readonly excludes: readonly string[];
  readonly schema: Schema;
}

export interface RequestBody {
  readonly place: Place;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly content: readonly MediaType[];
}

export interface Response {
  readonly place: Place;
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly description: string;
  readonly headers: ReadonlyMap<string, Header>;
  readonly content: readonly MediaType[];
}

/** A response header. */
export interface Header {
  readonly place: Place;
  readonly name: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  /** The header's own example, else its schema's first. */
  readonly example: Json | undefined;
  readonly schema: Schema;
}

export interface MediaType {
  /** Such as `application/json`. */
  readonly type: string;
  readonly schema: Schema | undefined;
  readonly examples: readonly Example[];
}

/** A named example of a body. */
export interface Example {
  /** Where the example itself is defined: one that several bodies refer to has one place. */
  readonly place: Place;
  readonly name: string;
  readonly summary: string | undefined;
  readonly value: Json;
}

export interface Webhook {
  readonly place: Place;
  /** The event type, such as `payment.completed`. */
  readonly name: string;
  readonly operationId: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  /** Parameters sent with the payload, such as the signature headers. */
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
  /** The body's JSON schema. */
  readonly payload: Schema | undefined;
  /** The responses that the receiver may send. */
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
 * `request`: the caller, and VINR rejects what it does not know, so enums are closed. `response`: VINR, which may add
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
  /** The meanings of the values (`x-enumDescriptions`), by the value as text. */
  readonly enumDescriptions?: ReadonlyMap<string, string>;
  /** Wrapped, since `const: null` is a constraint and an absent `const` is none. */
  readonly const?: { readonly value: Json };

  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** The strings that match the pattern, in words that follow "must be" (`x-pattern-message`). */
  readonly patternMessage?: string;
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

/** The output of a generator: a path from the root of the output, and the content. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
  /** If the file is written by hand, the name of the section in it that holds the content. */
  readonly section?: string;
}
