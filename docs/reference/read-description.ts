/** The bundled description as the pages show it: references followed, examples beside what they are examples of. */
import { isRaw, list, type Raw, Resolver, record, text } from "./raw.ts";

export interface Example {
  readonly name: string;
  readonly summary: string;
  readonly value: unknown;
}

export interface Body {
  readonly description: string;
  readonly required: boolean;
  /** The schema, as it stands; mostly a reference. */
  readonly schema: Raw;
  readonly examples: readonly Example[];
}

export interface DescribedResponse {
  readonly status: string;
  readonly description: string;
  /** As parameters of the place `header`, so that both are shown alike. */
  readonly headers: readonly Raw[];
  readonly body: Body | undefined;
}

export interface DescribedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Raw[];
  readonly body: Body | undefined;
  readonly responses: readonly DescribedResponse[];
}

export interface Description {
  readonly document: Raw;
  readonly title: string;
  readonly version: string;
  readonly overview: string;
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly servers: readonly { readonly url: string; readonly description: string }[];
  readonly operations: readonly DescribedOperation[];
  /** Named by their event type. */
  readonly events: readonly (DescribedOperation & { readonly type: string })[];
  readonly schemas: ReadonlyMap<string, Raw>;
}

/** Reads a bundled document that passed `loadSpec`. */
export function readDescription(document: Raw): Description {
  const resolver = new Resolver(document);
  const info = record(document.info);
  const paths = Object.entries(record(document.paths));
  const webhooks = Object.entries(record(document.webhooks));
  const read = ([path, item]: [string, unknown]): DescribedOperation[] =>
    Object.entries(record(item)).map(([method, raw]) => readOperation(path, method, record(raw), resolver));
  return {
    document,
    title: text(info.title),
    version: text(info.version),
    overview: text(info.description),
    tags: list(document.tags).map((tag) => ({ name: text(tag.name), description: text(tag.description) })),
    servers: list(document.servers).map((server) => ({
      url: text(server.url),
      description: text(server.description),
    })),
    operations: paths.flatMap(read),
    events: webhooks.flatMap(([type, item]) => read([type, item]).map((event) => ({ ...event, type }))),
    schemas: new Map(Object.entries(record(record(document.components).schemas)).filter(isRawEntry)),
  };
}

function isRawEntry(entry: [string, unknown]): entry is [string, Raw] {
  return isRaw(entry[1]);
}

function readOperation(path: string, method: string, raw: Raw, resolver: Resolver): DescribedOperation {
  return {
    id: text(raw.operationId),
    method,
    path,
    tag: text((raw.tags as readonly unknown[] | undefined)?.[0]),
    summary: text(raw.summary),
    description: text(raw.description),
    parameters: list(raw.parameters).map((parameter) => resolver.follow(parameter)),
    body: readBody(raw.requestBody, resolver),
    responses: Object.entries(record(raw.responses)).map(([status, response]) =>
      readResponse(status, resolver.follow(record(response)), resolver),
    ),
  };
}

function readResponse(status: string, raw: Raw, resolver: Resolver): DescribedResponse {
  const headers = Object.entries(record(raw.headers)).map(([name, header]) => ({
    ...resolver.follow(record(header)),
    name,
    in: "header",
  }));
  return { status, description: text(raw.description), headers, body: readBody(raw, resolver) };
}

function readBody(raw: unknown, resolver: Resolver): Body | undefined {
  const body = resolver.follow(record(raw));
  const media = record(record(body.content)["application/json"]);
  if (!isRaw(media.schema)) return undefined;
  const examples = Object.entries(record(media.examples)).map(([name, example]) => {
    const { summary, value } = resolver.follow(record(example));
    return { name, summary: text(summary), value };
  });
  return { description: text(body.description), required: body.required === true, schema: media.schema, examples };
}
