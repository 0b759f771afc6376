import type { Api, Json, NamedSchema, Operation, Parameter, Schema } from "../model.ts";
import { checkRequests, isJson } from "./check-requests.ts";
import { exampleValues } from "./example-values.ts";
import { pascalCase, Scope } from "./names.ts";

/** The places of parameters that are parsed, and the names of their parts. Cookies are left to the server. */
const PARTS = { path: "Path", query: "Query", header: "Headers" } as const;
export type Part = keyof typeof PARTS;

/** The parameters of an operation in one place, as the schema of an object. */
export interface ParameterSchema {
  /** Its name among the schemas, which no schema of the specification has. */
  readonly name: string;
  readonly operation: Operation;
  readonly part: Part;
  readonly parameters: readonly Parameter[];
}

/** The validated parts of an operation's request. */
export interface OperationSchemas {
  readonly operation: Operation;
  readonly parts: readonly ParameterSchema[];
  /** The schema of the JSON body, by its name; undefined where there is no body in JSON. */
  readonly body: string | undefined;
  /** Whether the body is a schema of the specification, which has a type. */
  readonly isNamedBody: boolean;
}

/** The model with a schema for each part of each operation's request. */
export interface RequestModel {
  readonly api: Api;
  readonly operations: readonly OperationSchemas[];
  /** Values of each schema that the spec shows, by its name. */
  readonly examples: ReadonlyMap<string, readonly Json[]>;
}

/**
 * Adds schemas for the parts of requests, so that they are compiled as all others are.
 *
 * @throws {SpecError} with everything in the requests that is not read.
 */
export function withRequestSchemas(api: Api): RequestModel {
  checkRequests(api);
  const schemas = new Map(api.schemas);
  // Names that would meet once they are made the names of types or files are apart too.
  const taken = new Scope([...schemas.keys()].flatMap((name) => [name, pascalCase(name)]));
  const add = (name: string, schema: Schema): string => {
    const free = taken.take(name);
    const named: NamedSchema = { name: free, schema, direction: "request" };
    schemas.set(free, named);
    return free;
  };
  const operations = api.operations.map((operation): OperationSchemas => {
    const title = pascalCase(operation.operationId) || "Operation";
    const parts = (Object.keys(PARTS) as Part[]).flatMap((part): ParameterSchema[] => {
      const parameters = operation.parameters.filter((parameter) => parameter.in === part);
      if (parameters.length === 0 && part !== "query") return [];
      const name = add(`${title}${PARTS[part]}`, objectOf(operation, part, parameters));
      return [{ name, operation, part, parameters }];
    });
    const body = operation.requestBody?.content.find(({ type }) => isJson(type))?.schema;
    const isNamedBody = body?.ref !== undefined && Object.keys(body).every((key) => key === "place" || key === "ref");
    const bodyName = body === undefined || isNamedBody ? body?.ref : add(`${title}Body`, body);
    return { operation, parts, body: bodyName, isNamedBody };
  });
  return { api: { ...api, schemas }, operations, examples: exampleValues(api) };
}

function objectOf(operation: Operation, part: Part, parameters: readonly Parameter[]): Schema {
  const { place } = operation;
  const schema: Schema = {
    place,
    types: ["object"],
    properties: new Map(parameters.map((parameter) => [parameter.name, parameter.schema])),
    required: parameters.flatMap(({ name, required }) => (required ? [name] : [])),
  };
  return part === "query" ? { ...schema, additionalProperties: { place, never: true } } : schema;
}
