/**
 * The OpenAPI document that openapi-typescript is given: written from the model, with a placeholder for each type, comment
 * and operationId. Nothing else of the spec reaches that library, so names, literals and comments all go through `emit/`.
 */
import type {
  Api,
  Header,
  MediaType,
  Operation,
  Parameter,
  Place,
  RequestBody,
  Response,
  Schema,
  Webhook,
} from "../../model.ts";
import { split } from "../../read/pointer.ts";
import type { Openness } from "../openness.ts";
import { optionalType } from "./schema-type.ts";

type OpenApiObject = Record<string, unknown>;

/** The types behind the placeholders, by their numbers. */
export interface Placeholders {
  /** Starts every placeholder; occurs nowhere in the spec's own names. */
  readonly mark: string;
  readonly types: string[];
  readonly comments: { readonly description: string; readonly deprecated: boolean }[];
  readonly operationIds: string[];
}

export interface Skeleton {
  readonly document: OpenApiObject;
  readonly placeholders: Placeholders;
}

/** Returns the TypeScript type of a schema that callers (`closed`) or the API (`open`) writes. */
export type EmitType = (schema: Schema, openness: Openness) => string;

/** Builds the document; `emitName` returns the type of a named schema. */
export function buildSkeleton(api: Api, emitType: EmitType, emitName: (name: string) => string): Skeleton {
  const builder = new SkeletonBuilder(unusedMark(api), emitType);
  const paths: Record<string, OpenApiObject> = {};
  for (const operation of api.operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: builder.operation(operation, "closed") };
  }
  const webhooks = api.webhooks.map((webhook) => [webhook.name, { post: builder.operation(webhook, "open") }]);
  const schemas = [...api.schemas.keys()].map((name) => [name, builder.slot(emitName(name))]);
  const document = {
    openapi: "3.1.0",
    info: { title: "", version: "" },
    paths,
    webhooks: Object.fromEntries(webhooks),
    components: { schemas: Object.fromEntries(schemas), ...builder.components },
  };
  return { document, placeholders: builder.placeholders };
}

function unusedMark({ operations, webhooks }: Api): string {
  const text = JSON.stringify([...operations, ...webhooks].map(({ place, operationId }) => [place, operationId]));
  let mark = "slot";
  while (text.includes(mark)) mark += "_";
  return mark;
}

class SkeletonBuilder {
  readonly placeholders: Placeholders;
  readonly components: Record<string, OpenApiObject> = {};
  readonly #emitType: EmitType;

  constructor(mark: string, emitType: EmitType) {
    this.placeholders = { mark, types: [], comments: [], operationIds: [] };
    this.#emitType = emitType;
  }

  /** `input`: how what is sent to the operation is typed; its responses are typed the other way. */
  operation(operation: Operation | Webhook, input: Openness): OpenApiObject {
    const { operationId, summary, description, parameters, requestBody, responses } = operation;
    const output = input === "closed" ? "open" : "closed";
    const deprecated = "deprecated" in operation && operation.deprecated;
    return {
      ...(operationId === undefined ? {} : { operationId: this.#operationId(operationId) }),
      ...this.#comment([summary, description], deprecated),
      parameters: parameters.map((parameter) => this.#shared(parameter, () => this.#parameter(parameter, input))),
      ...(requestBody && { requestBody: this.#shared(requestBody, () => this.#requestBody(requestBody, input)) }),
      responses: Object.fromEntries(
        responses.map((response) => [response.status, this.#shared(response, () => this.#response(response, output))]),
      ),
    };
  }

  /** A schema in place of a type. openapi-typescript shows its transform only schemas that have a `type`. */
  slot(type: string): OpenApiObject {
    return { type: "string", "x-slot": `${this.placeholders.mark}${this.placeholders.types.push(type) - 1}_` };
  }

  #parameter({ name, in: location, required, deprecated, description, schema }: Parameter, openness: Openness) {
    const comment = this.#comment([description], deprecated);
    const type = this.#emitType(schema, openness);
    const slot = this.slot(required ? type : optionalType(type, openness));
    return { name, in: location, required, ...comment, schema: slot };
  }

  #requestBody({ required, description, content }: RequestBody, openness: Openness) {
    return { required, ...this.#comment([description]), content: this.#content(content, openness) };
  }

  #response({ description, headers, content }: Response, openness: Openness) {
    const shown = [...headers].map(([name, header]) => [
      name,
      this.#shared(header, () => this.#header(header, openness)),
    ]);
    return {
      ...this.#comment([description]),
      ...(shown.length === 0 ? {} : { headers: Object.fromEntries(shown) }),
      ...(content.length === 0 ? {} : { content: this.#content(content, openness) }),
    };
  }

  #header({ required, deprecated, description, schema }: Header, openness: Openness) {
    const comment = this.#comment([description], deprecated);
    return { required, ...comment, schema: this.slot(this.#emitType(schema, openness)) };
  }

  #content(content: readonly MediaType[], openness: Openness): OpenApiObject {
    const entries = content.map(({ type, schema }) => {
      return [type, schema === undefined ? {} : { schema: this.slot(this.#emitType(schema, openness)) }];
    });
    return Object.fromEntries(entries);
  }

  /** A reference where the object is defined under `components`, where it is then written once; else the object itself. */
  #shared({ place }: { readonly place: Place }, build: () => OpenApiObject): OpenApiObject {
    const [root, kind, name, ...deeper] = split(place.pointer);
    if (root !== "components" || kind === undefined || name === undefined || deeper.length > 0) return build();
    const members = this.components[kind] ?? {};
    this.components[kind] = members;
    if (!Object.hasOwn(members, name)) members[name] = build();
    return { $ref: `#${place.pointer}` };
  }

  #comment(texts: readonly (string | undefined)[], deprecated = false): OpenApiObject {
    const description = texts.filter((text) => text !== undefined && text !== "").join("\n\n");
    if (description === "" && !deprecated) return {};
    const { mark, comments } = this.placeholders;
    return { summary: `${mark}text${comments.push({ description, deprecated }) - 1}_` };
  }

  #operationId(operationId: string): string {
    const { mark, operationIds } = this.placeholders;
    return `${mark}id${operationIds.push(operationId) - 1}_`;
  }
}
