/** ajv's reading of requests: the specification's parameters and bodies, by the text of the bundle alone. */
import { oracle } from "../../generators/validators/testing/oracle.ts";
import { AjvSpec, asObject, operationPointers, parseText } from "../../judge/ajv-spec.ts";

/** The parts of a request, as text. A body of undefined is none. */
export interface RequestParts {
  readonly operationId: string;
  readonly id: string | undefined;
  readonly query: readonly (readonly [name: string, text: string])[];
  readonly headers: Headers;
  readonly body: string | undefined;
}

type Json = Record<string, unknown>;
type Accepts = (value: unknown) => boolean;

interface Parameter {
  readonly name: string;
  readonly place: "header" | "path" | "query";
  readonly isRequired: boolean;
  readonly excludes: readonly string[];
  readonly type: unknown;
  readonly accepts: Accepts;
}

interface Operation {
  readonly parameters: readonly Parameter[];
  readonly body: { readonly isRequired: boolean; readonly accepts: Accepts } | undefined;
}

/** Says whether the specification accepts a request. */
export function requestOracle(document: Json): (parts: RequestParts) => boolean {
  const spec = new AjvSpec(document);
  const operations = new Map(
    [...operationPointers(document)].map(([operationId, pointer]) => [operationId, readOperation(spec, pointer)]),
  );
  return (parts) => {
    const { parameters, body } = operations.get(parts.operationId) ?? {};
    if (parameters === undefined) throw new TypeError(`there is no operation ${parts.operationId}`);
    return (
      isQueryKnown(parameters, parts) &&
      parameters.every((one) => isAccepted(one, parts)) &&
      isBodyAccepted(body, parts)
    );
  };
}

function isQueryKnown(parameters: readonly Parameter[], { query }: RequestParts): boolean {
  const known = parameters.filter(({ place }) => place === "query").map(({ name }) => name);
  const names = query.map(([name]) => name);
  return names.every((name) => known.includes(name)) && new Set(names).size === names.length;
}

function isAccepted({ name, place, isRequired, excludes, type, accepts }: Parameter, parts: RequestParts): boolean {
  const { id, query, headers } = parts;
  const inQuery = new Map(query);
  const text = place === "path" ? id : place === "query" ? inQuery.get(name) : (headers.get(name) ?? undefined);
  if (text === undefined) return !isRequired;
  return !excludes.some((other) => inQuery.has(other)) && accepts(parseText(text, type));
}

function isBodyAccepted(documented: Operation["body"], { body }: RequestParts): boolean {
  if (documented === undefined) return true;
  if (body === undefined) return !documented.isRequired;
  return documented.accepts(JSON.parse(body));
}

function readOperation(spec: AjvSpec, pointer: string): Operation {
  const { parameters, requestBody } = spec.follow(pointer).value;
  const body = spec.follow(`${pointer}/requestBody`);
  const schema = asObject(asObject(asObject(body.value.content)["application/json"]).schema);
  return {
    parameters: (parameters as unknown[]).map((_, i) => readParameter(spec, `${pointer}/parameters/${i}`)),
    body:
      requestBody === undefined
        ? undefined
        : { isRequired: body.value.required === true, accepts: compile(spec, schema) },
  };
}

function readParameter(spec: AjvSpec, at: string): Parameter {
  const { pointer, value } = spec.follow(at);
  const excludes = value["x-excludes"];
  return {
    name: String(value.name),
    place: value.in as Parameter["place"],
    isRequired: value.required === true,
    excludes: Array.isArray(excludes) ? excludes.map(String) : [],
    type: spec.follow(`${pointer}/schema`).value.type,
    accepts: compile(spec, asObject(value.schema)),
  };
}

function compile({ document }: AjvSpec, schema: Json): Accepts {
  return oracle({ ...schema, components: document.components });
}
