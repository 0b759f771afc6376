/**
 * Checks requests against the JSON Schemas that we publish. Parameters are read by the validators' reader, and formats are
 * theirs too. Prism would coerce parameters (`1e1` is 10, long integers are rounded, `Q` is `q`), and it takes `readOnly`
 * members out of bodies.
 */
import { str } from "ajv";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { email, hostname, ipv4, ipv6, uri } from "../../packages/validators/src/runtime/addresses.ts";
import { date, dateTime, time, uuid } from "../../packages/validators/src/runtime/formats.ts";
import type { Issue } from "../../packages/validators/src/runtime/issues.ts";
import { type ParameterInput, parameterParser } from "../../packages/validators/src/runtime/requests/parameters.ts";
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
import { asSpecError } from "../read/spec-error.ts";
import { allSubschemas } from "../read/subschemas.ts";
import { findIssues } from "./explain-errors.ts";

/** The parameters of a request as text, decoded. */
export type ParameterTexts = Readonly<Record<Part, ParameterInput>>;

/** Returns what is wrong with a request; a body of undefined is none. */
export type CheckRequest = (texts: ParameterTexts, body: unknown) => readonly Issue[];

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
  const requests = withRequestSchemas(api);
  const patternMessages = patternMessagesOf(requests.api);
  const checkBy = (name: string, operation: Operation): CheckValue => {
    const { $defs = {} } = { ...schemas.get(name) };
    const parts = new WeakMap<object, ValidateFunction>();
    const compilePart = (part: object): ValidateFunction => {
      const validate = parts.get(part) ?? ajv.compile({ ...part, $defs });
      parts.set(part, validate);
      return validate;
    };
    const validate = compile(name, operation);
    return (value) => findIssues(validate, value, { patternMessages, formats, compile: compilePart });
  };
  return new Map(requests.operations.map((one) => [one.operation, checkOf(one, checkBy, api)]));
}

/** Returns what is wrong with a value. */
type CheckValue = (value: unknown) => readonly Issue[];

/** The words of the patterns in some schemas, by pattern: the style guide has one text for each. */
function patternMessagesOf({ schemas }: Pick<Api, "schemas">): ReadonlyMap<string, string> {
  const all = [...schemas.values()].flatMap(({ schema }) => [...allSubschemas(schema)]);
  return new Map(
    all.flatMap(({ pattern, patternMessage }) =>
      pattern === undefined || patternMessage === undefined ? [] : [[pattern, patternMessage] as const],
    ),
  );
}

const formats = { date, "date-time": dateTime, email, hostname, ipv4, ipv6, time, uri, uuid };

/** ajv as the mock uses it: it reports all errors, and has the validators' formats. */
export function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, ownProperties: true, logger: false });
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
  checkBy: (name: string, operation: Operation) => CheckValue,
  api: Api,
): CheckRequest {
  const parameters = parts.map((part) => ({
    part: part.part,
    check: checkPart(part, checkBy(part.name, operation), api),
  }));
  const checkBody = body === undefined ? undefined : checkBy(body, operation);
  return (texts, value) => [
    ...parameters.flatMap(({ part, check }) => check(texts[part])),
    ...(checkBody === undefined || value === undefined ? [] : checkBody(value)),
  ];
}

function checkPart(
  schema: ParameterSchema,
  checkValues: CheckValue,
  api: Api,
): (input: ParameterInput) => readonly Issue[] {
  const rules = rulesOf(schema, api);
  return (input) => {
    let values: unknown;
    const parse = parameterParser(rules, (read) => {
      values = read;
      return true;
    });
    // The parser itself finds those that are repeated or exclude each other.
    const issues = parse(input).issues ?? [];
    return [...issues, ...checkValues(values)];
  };
}
