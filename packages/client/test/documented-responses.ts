/** Reads from a bundled OpenAPI document every response that it documents, example by example. */

type Json = Record<string, unknown>;

/** The extension `x-client`: \`vinr.payments.create\` is \`{ resource: "payments", method: "create" }\`. */
interface ClientMethod {
  readonly resource: string;
  readonly method: string;
}

/** One documented response of one operation, and what to send to get it. */
export interface DocumentedResponse {
  readonly operationId: string;
  /** The operation's method in the client. */
  readonly client: ClientMethod;
  /** In upper case. */
  readonly method: string;
  /** The path below the base path, with the examples of its parameters. */
  readonly path: string;
  readonly status: number;
  /** The example's name; undefined where the response has no body. */
  readonly example: string | undefined;
  /** The example's value. */
  readonly value: unknown;
  /** Whether the response always has a `Retry-After`. */
  readonly hasRetryAfter: boolean;
  /** The examples of the path's parameters, in the path's order. */
  readonly ids: readonly string[];
  /** The first example of the request's body; undefined where the operation has none. */
  readonly body: unknown;
  readonly hasQuery: boolean;
}

/** In the order of the document. */
export function listDocumentedResponses(document: Json): DocumentedResponse[] {
  const follow = createFollower(document);
  return Object.entries(asObject(document.paths)).flatMap(([path, item]) =>
    Object.entries(asObject(item))
      .map(([method, operation]) => ({ method: method.toUpperCase(), operation: asObject(operation) }))
      .filter(({ operation }) => operation.operationId !== undefined)
      .flatMap(({ method, operation }) => listOfOperation(method, path, operation, follow)),
  );
}

type Follow = (value: unknown) => Json;

function listOfOperation(method: string, path: string, operation: Json, follow: Follow): DocumentedResponse[] {
  const parameters = asArray(operation.parameters).map(follow);
  const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    return String(parameters.find((parameter) => parameter.in === "path" && parameter.name === name)?.example);
  });
  const [body] = listExamples(follow(operation.requestBody), follow);
  return Object.entries(asObject(operation.responses)).flatMap(([status, reference]) => {
    const response = follow(reference);
    const examples = listExamples(response, follow);
    const common = {
      operationId: String(operation.operationId),
      client: operation["x-client"] as ClientMethod,
      hasQuery: parameters.some((parameter) => parameter.in === "query"),
      method,
      path: ids.reduce((filled, id) => filled.replace(/\{\w+\}/, id), path),
      status: Number(status),
      hasRetryAfter: follow(asObject(response.headers)["Retry-After"]).required === true,
      ids,
      body: body?.value,
    };
    const cases = examples.length === 0 ? [{ name: undefined, value: undefined }] : examples;
    return cases.map(({ name, value }) => ({ ...common, example: name, value }));
  });
}

function listExamples(holder: Json, follow: Follow): { name: string; value: unknown }[] {
  const { examples } = asObject(asObject(holder.content)["application/json"]);
  return Object.entries(asObject(examples)).map(([name, example]) => ({ name, value: follow(example).value }));
}

function createFollower(document: Json): Follow {
  return function follow(value) {
    const object = asObject(value);
    if (typeof object.$ref !== "string") return object;
    const segments = object.$ref.slice("#/".length).split("/");
    const names = segments.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
    return follow(names.reduce<unknown>((at, name) => asObject(at)[name], document));
  };
}

function asObject(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
