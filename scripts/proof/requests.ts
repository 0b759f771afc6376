/** Requests of an operation, made from its parameters and schemas: such as the specification accepts, and such as it rejects. */
import fc, { type Arbitrary } from "fast-check";
import type { Api, Json, Operation, Parameter, Schema } from "../model.ts";
import { arbitraryOf } from "./arbitraries.ts";
import type { ProofRequest } from "./client.ts";

type Schemas = Pick<Api, "schemas">;

/** A request with one thing wrong. */
export interface WrongRequest {
  readonly request: ProofRequest;
  /** The part of the specification that rejects it. */
  readonly pointer: string;
  readonly wrong: string;
}

/** The parts of a request that are chosen. */
export interface Parts {
  readonly id?: string | undefined;
  readonly query?: readonly (readonly [name: string, value: string])[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export function toRequest(operation: Operation, { id = "", query = [], headers = {}, body }: Parts): ProofRequest {
  const path = operation.path.replace(/\{\w+\}/, encodeURIComponent(id));
  const search = query.map((pair) => pair.map(encodeURIComponent).join("=")).join("&");
  return {
    operationId: operation.operationId,
    method: operation.method.toUpperCase(),
    path: search === "" ? path : `${path}?${search}`,
    headers,
    body,
  };
}

export function pathParameterOf({ parameters }: Operation): Parameter | undefined {
  return parameters.find((parameter) => parameter.in === "path");
}

/** The schema itself, where it is a reference. */
export function resolve(schema: Schema, api: Schemas): Schema {
  const target = schema.ref === undefined ? undefined : api.schemas.get(schema.ref)?.schema;
  return target === undefined ? schema : resolve(target, api);
}

/** Of some ids, those that a parameter accepts. */
export function idsFor(parameter: Parameter, ids: Iterable<string>, api: Schemas): string[] {
  const { pattern = "" } = resolve(parameter.schema, api);
  return [...ids].filter((id) => new RegExp(pattern, "u").test(id));
}

/** An id of the right form that nothing has. */
export function unknownId(parameter: Parameter, api: Schemas): Arbitrary<string> {
  const [prefix] = String(parameter.example ?? resolve(parameter.schema, api).examples?.[0] ?? "").split("_");
  return fc.stringMatching(/^[A-Za-z0-9]{16}$/).map((random) => `${prefix}_Proof${random}`);
}

/** Whether a parameter is the position in a list, which only the response before it gives. */
export function isCursor({ name }: Parameter): boolean {
  return name === "starting_after" || name === "ending_before";
}

/** Requests that the specification accepts. */
export function validParts(operation: Operation, api: Schemas): Arbitrary<Parts> {
  const query = operation.parameters.filter((one) => one.in === "query" && !isCursor(one));
  const headers = operation.parameters.filter((one) => one.in === "header" && one.name !== "Idempotency-Key");
  const texts = (parameters: readonly Parameter[]) =>
    fc.record(Object.fromEntries(parameters.map((one) => [one.name, textOf(one, api)])), {
      requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name),
      noNullPrototype: true,
    });
  return fc.record({
    query: texts(query).map((values) => Object.entries(values)),
    headers: texts(headers),
    body: bodyOf(operation, api),
  });
}

/** The example where a pattern or a format decides what is right. */
function textOf({ schema, example }: Parameter, api: Schemas): Arbitrary<string> {
  const { types = [] } = resolve(schema, api);
  const isText = types.includes("string") && example !== undefined;
  return (isText ? fc.constant(example) : arbitraryOf(schema, api)).map(String);
}

function bodyOf({ requestBody }: Operation, api: Schemas): Arbitrary<string | undefined> {
  const schema = requestBody?.content[0]?.schema;
  if (schema === undefined) return fc.constant(undefined);
  const bodies = arbitraryOf(schema, api).map((value) => JSON.stringify(value));
  return requestBody?.required === true ? bodies : fc.option(bodies, { nil: undefined });
}

/** Requests with one thing wrong in them, for an id that is right. */
export function wrongRequests(operation: Operation, api: Schemas, id: string | undefined): Arbitrary<WrongRequest> {
  const right = fc.record({ id: fc.constant(id), body: bodyOf(operation, api) });
  const wrong = [
    ...operation.parameters.flatMap((parameter) => wrongParameter(parameter, api)),
    ...(operation.method === "get" ? [unknownParameter(operation)] : []),
    ...wrongBodies(operation, api),
  ];
  return fc.tuple(right, fc.constantFrom(...wrong)).map(([parts, { pointer, wrong: what, change }]) => ({
    request: toRequest(operation, change(parts)),
    pointer,
    wrong: what,
  }));
}

/** Whether a request can be wrong at all. */
export function hasWrongRequests(operation: Operation, api: Schemas): boolean {
  const hasParameters = operation.parameters.some((parameter) => wrongParameter(parameter, api).length > 0);
  return hasParameters || operation.requestBody !== undefined || operation.method === "get";
}

interface Wrong {
  readonly pointer: string;
  readonly wrong: string;
  readonly change: (parts: Parts) => Parts;
}

function wrongParameter(parameter: Parameter, api: Schemas): Wrong[] {
  const { name, place } = parameter;
  const put = (value: string): ((parts: Parts) => Parts) | undefined => {
    if (parameter.in === "path") return (parts) => ({ ...parts, id: value });
    if (parameter.in === "query") return (parts) => ({ ...parts, query: [[name, value]] });
    return undefined;
  };
  const values = wrongTexts(resolve(parameter.schema, api));
  const single = values.flatMap((value) => {
    const change = put(value);
    const wrong = `${name} must not be ${JSON.stringify(value.slice(0, 40))}`;
    return change === undefined ? [] : [{ pointer: place.pointer, wrong, change }];
  });
  const both = parameter.excludes.map((other) => ({
    pointer: place.pointer,
    wrong: `${name} excludes ${other}`,
    change: (parts: Parts): Parts => ({
      ...parts,
      query: [name, other].map((one) => [one, "pay_1234567890"] as const),
    }),
  }));
  return [...single, ...both];
}

function wrongTexts({ types = [], minimum, maximum, pattern }: Schema): string[] {
  if (types.includes("integer")) {
    const bounds = [minimum === undefined ? [] : [minimum - 1], maximum === undefined ? [] : [maximum + 1]].flat();
    return ["many", "1.5", ...bounds.map(String)];
  }
  return pattern !== undefined && !new RegExp(pattern, "u").test("!") ? ["!"] : [];
}

function unknownParameter({ place }: Operation): Wrong {
  const change = (parts: Parts): Parts => ({ ...parts, query: [["notDocumented", "1"]] });
  return { pointer: place.pointer, wrong: "the query parameter notDocumented is not documented", change };
}

function wrongBodies({ requestBody }: Operation, api: Schemas): Wrong[] {
  const schema = requestBody?.content[0]?.schema;
  if (requestBody === undefined || schema === undefined) return [];
  const resolved = resolve(schema, api);
  const { pointer } = resolved.place;
  const withBody = (change: (body: Record<string, Json>) => Json) => (parts: Parts) => {
    const body: Record<string, Json> = JSON.parse(parts.body ?? "{}");
    return { ...parts, body: JSON.stringify(change(body)) };
  };
  const missing = (resolved.required ?? []).map((name) => ({
    pointer,
    wrong: `${name} is required`,
    change: withBody(({ [name]: _, ...rest }) => rest),
  }));
  const members = [...(resolved.properties ?? [])].flatMap(([name, member]) =>
    wrongValues(resolve(member, api)).map((value) => ({
      pointer: member.place.pointer,
      wrong: `${name} must not be ${JSON.stringify(value)?.slice(0, 40)}`,
      change: withBody((body) => ({ ...body, [name]: value })),
    })),
  );
  return [
    { pointer, wrong: "the body must be JSON", change: (parts) => ({ ...parts, body: '{"' }) },
    { pointer, wrong: "the body must be an object", change: withBody((body) => [body]) },
    {
      pointer,
      wrong: "the property notDocumented is not documented",
      change: withBody((body) => ({ ...body, notDocumented: 1 })),
    },
    ...missing,
    ...members,
  ];
}

function wrongValues({ types = [], minimum, maximum, maxLength, pattern, enum: values }: Schema): Json[] {
  if (types.includes("integer")) {
    return [
      "1000",
      1.5,
      ...[minimum === undefined ? [] : [minimum - 1], maximum === undefined ? [] : [maximum + 1]].flat(),
    ];
  }
  if (types.includes("string")) {
    const texts = [...(maxLength === undefined ? [] : ["x".repeat(maxLength + 1)])];
    if (pattern !== undefined && !new RegExp(pattern, "u").test("!")) texts.push("!");
    return [5, ...texts, ...(values === undefined ? [] : ["notDocumented"])];
  }
  return types.length === 0 ? [] : ["text", 7].filter((value) => !types.includes(value === 7 ? "integer" : "string"));
}
