/**
 * Puts a request's own values into the example that responds to it, by the names that request and response share: the amount and
 * currency of a new payment, the id in the path. The mock knows nothing else of the object, so the rest stays the example's.
 */
import { jsonSchemasOf } from "../generators/json-schemas.ts";
import type { Api, Operation, Schema } from "../model.ts";
import { createAjv } from "./check-request.ts";

/** The values of a valid request. */
export interface RequestValues {
  readonly path: ReadonlyMap<string, string>;
  readonly body: unknown;
}

/** Returns an example with the request's values; the example itself where it would not be valid with them. */
export type TakeValues = (operation: Operation, status: number, example: unknown, request: RequestValues) => unknown;

type Members = Readonly<Record<string, unknown>>;

export function createTakeValues(api: Api): TakeValues {
  const isValid = createResponseCheck(api);
  return (operation, status, example, request) => {
    const name = responseSchemaOf(operation, status);
    const known = propertiesOf(api, name);
    if (name === undefined || known === undefined || !isMembers(example)) return example;
    const body = isMembers(request.body) ? request.body : {};
    const id = request.path.get("id");
    const taken =
      id === undefined
        ? takeProperties(example, body, requestProperties(api, operation), known)
        : takeId(takeResults(example, body, actionOf(operation), known), id);
    return isValid(name, taken) ? taken : example;
  };
}

/** A new object has the properties that the request gave it, and none that the request left out. */
function takeProperties(example: Members, body: Members, settable: Iterable<string>, known: Known): Members {
  const { ...result }: Record<string, unknown> = example;
  for (const name of settable) {
    if (!known.properties.has(name)) continue;
    if (body[name] !== undefined) result[name] = body[name];
    else if (!known.required.has(name)) delete result[name];
    else if (isMembers(result[name])) result[name] = {};
  }
  return result;
}

/** An action has results that are named after it: the `amount` of a capture is the payment's `amountCaptured`. */
function takeResults(example: Members, body: Members, action: string, known: Known): Members {
  const { ...result }: Record<string, unknown> = example;
  for (const [name, value] of Object.entries(body)) {
    const resultName = `${name}${action.charAt(0).toUpperCase()}${action.slice(1)}d`;
    if (!known.properties.has(resultName)) continue;
    result[resultName] = value;
    // More than the whole cannot be captured, and the mock does not know how much the whole is.
    if (Number(value) > Number(result[name])) result[name] = value;
  }
  return result;
}

/** The id in the path is the object's, and stands wherever the example repeats its own, as in `checkoutUrl`. */
function takeId(example: Members, id: string): Members {
  const { id: own } = example;
  if (typeof own !== "string") return example;
  const entries = Object.entries(example).map(([name, value]) => [
    name,
    typeof value === "string" ? value.replaceAll(own, () => id) : value,
  ]);
  return Object.fromEntries(entries);
}

/** The facts about a response's object. */
interface Known {
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: ReadonlySet<string>;
}

function propertiesOf(api: Api, name: string | undefined): Known | undefined {
  const {
    properties = new Map<string, Schema>(),
    required = [],
    allOf = [],
  } = api.schemas.get(name ?? "")?.schema ?? {};
  const parts = allOf.flatMap(({ ref }) => propertiesOf(api, ref) ?? []);
  const all = new Map([...parts.flatMap((part) => [...part.properties]), ...properties]);
  if (all.size === 0) return undefined;
  return { properties: all, required: new Set([...required, ...parts.flatMap((part) => [...part.required])]) };
}

function requestProperties(api: Api, { requestBody }: Operation): Iterable<string> {
  const { ref, properties } = requestBody?.content[0]?.schema ?? {};
  return (properties ?? propertiesOf(api, ref)?.properties)?.keys() ?? [];
}

/** The named schema of a response's body; undefined where it has none. */
function responseSchemaOf({ responses }: Operation, status: number): string | undefined {
  return responses.find((response) => response.status === String(status))?.content[0]?.schema?.ref;
}

/** The last part of a path such as `/payments/{id}/capture`. */
function actionOf({ path }: Operation): string {
  return path.split("/").at(-1) ?? "";
}

function createResponseCheck(api: Api): (name: string, value: unknown) => boolean {
  const ajv = createAjv();
  const schemas = jsonSchemasOf(api);
  // ajv keeps what it compiled by the schema itself.
  return (name, value) => ajv.validate(schemas.get(name) ?? false, value) === true;
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
