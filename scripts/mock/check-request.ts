/**
 * Checks requests against the JSON Schemas that we publish. Parameters are read by the validators' reader, and formats are
 * theirs too. Prism would coerce parameters (`1e1` is 10, long integers are rounded, `Q` is `q`), and it takes `readOnly`
 * members out of bodies.
 */
import { str } from "ajv";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { email, hostname, ipv4, ipv6, uri } from "../../packages/validators/src/runtime/addresses.ts";
import { date, dateTime, time, uuid } from "../../packages/validators/src/runtime/formats.ts";
import type { Issue } from "../../packages/validators/src/runtime/issues.ts";
import { type ParameterInput, parameterParser } from "../../packages/validators/src/runtime/parameters.ts";
import { isMultipleOf } from "../../packages/validators/src/runtime/values.ts";
import { jsonSchemasOf } from "../generators/json-schemas.ts";
import {
  type OperationSchemas,
  type ParameterSchema,
  type Part,
  withRequestSchemas,
} from "../generators/request-schemas.ts";
import { rulesOf } from "../generators/validators/requests/parameter-rules.ts";
import type { Api, Operation } from "../model.ts";
import { split } from "../read/pointer.ts";
import { asSpecError } from "../read/spec-error.ts";
import type { Violation } from "./violation.ts";

/** The parameters of a request as text, decoded. */
export type ParameterTexts = Readonly<Record<Part, ParameterInput>>;

/** Returns what is wrong with a request; a body of undefined is none. */
export type CheckRequest = (texts: ParameterTexts, body: unknown) => Violation[];

/**
 * Returns the check of each operation's requests.
 *
 * @throws {SpecError} with everything in the requests that is not read, or a schema that cannot be compiled.
 */
export function requestChecks(api: Api): ReadonlyMap<Operation, CheckRequest> {
  const schemas = jsonSchemasOf(api);
  const ajv = createAjv();
  const compiled = new Map<string, ValidateFunction>();
  const compile = (name: string, { place }: Operation): ValidateFunction => {
    const validate = compiled.get(name) ?? compileOne(ajv, { ...schemas.get(name) }, place);
    compiled.set(name, validate);
    return validate;
  };
  return new Map(withRequestSchemas(api).operations.map((one) => [one.operation, checkOf(one, compile, api)]));
}

function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, ownProperties: true, logger: false });
  const formats = { date, "date-time": dateTime, email, hostname, ipv4, ipv6, time, uri, uuid };
  for (const [name, { test }] of Object.entries(formats)) ajv.addFormat(name, test);
  ajv.addFormat("int32", { type: "number", validate: (value: number) => value === (value | 0) });
  ajv.addFormat("int64", { type: "number", validate: Number.isInteger });
  ajv.removeKeyword("multipleOf");
  ajv.addKeyword({
    keyword: "multipleOf",
    type: "number",
    compile: (step: number) => (value: number) => isMultipleOf(value, step),
    error: { message: ({ schemaCode }) => str`must be a multiple of ${schemaCode}` },
  });
  return ajv;
}

function compileOne(ajv: Ajv2020, schema: object, place: Operation["place"]): ValidateFunction {
  try {
    return ajv.compile(schema);
  } catch (error) {
    throw asSpecError("ajv, which checks the requests,", error, place);
  }
}

function checkOf(
  { operation, parts, body }: OperationSchemas,
  compile: (name: string, operation: Operation) => ValidateFunction,
  api: Api,
): CheckRequest {
  const parameters = parts.map((part) => ({
    part: part.part,
    check: checkPart(part, compile(part.name, operation), api),
  }));
  const validateBody = body === undefined ? undefined : compile(body, operation);
  return (texts, value) => [
    ...parameters.flatMap(({ part, check }) => check(texts[part])),
    ...(validateBody === undefined || value === undefined ? [] : findErrors(validateBody, value, "body")),
  ];
}

function checkPart(
  schema: ParameterSchema,
  validate: ValidateFunction,
  api: Api,
): (input: ParameterInput) => Violation[] {
  const rules = rulesOf(schema, api);
  return (input) => {
    let values: unknown;
    const parse = parameterParser(rules, (read) => {
      values = read;
      return true;
    });
    const issues = parse(input).issues ?? [];
    return [...issues.map((issue) => fromIssue(schema.part, issue)), ...findErrors(validate, values, schema.part)];
  };
}

/** A parameter that is repeated, or stands beside one that it excludes. */
function fromIssue(place: Part, { path, code, expected }: Issue): Violation {
  return { path: [place, ...path.map(String)], keyword: code, message: `must be ${expected}` };
}

function findErrors(validate: ValidateFunction, value: unknown, place: Violation["path"][0]): Violation[] {
  return validate(value) ? [] : (validate.errors ?? []).map((error) => fromError(place, error));
}

function fromError(place: string, error: ErrorObject): Violation {
  const { instancePath, keyword, message = "", params, data, parentSchema } = error;
  const path = [place, ...split(instancePath)];
  if (params.additionalProperty !== undefined) {
    const known = Object.keys(parentSchema?.properties ?? {});
    return { path, keyword: "unknown", name: String(params.additionalProperty), known, message };
  }
  if (params.missingProperty !== undefined) {
    return { path, keyword: "missing", name: String(params.missingProperty), message };
  }
  const name: unknown = error.propertyName ?? params.propertyName;
  const where = name === undefined ? path : [...path, String(name)];
  const allowed: unknown = params.allowedValues;
  const words = Array.isArray(allowed) ? `must be one of ${allowed.map(String).join(", ")}` : message;
  // A header may hold a secret.
  return { path: where, keyword, message: words, ...(place === "header" ? {} : { value: data }) };
}
