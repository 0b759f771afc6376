/** Finds the operation of a request. */
import { decode } from "../../packages/validators/src/runtime/requests/decode.ts";
import { ApiError } from "./api-error.ts";
import type { Engine, MockOperation } from "./engine.ts";

/** An operation, and the values of its path parameters, decoded. */
export interface Route {
  readonly operation: MockOperation;
  readonly pathValues: ReadonlyMap<string, string>;
  /** The path below the base path, each segment percent-encoded again. */
  readonly path: string;
}

/** An operation whose path template fits; a value that cannot be decoded is undefined. */
interface Match {
  readonly operation: MockOperation;
  readonly values: ReadonlyMap<string, string | undefined>;
}

/** The methods that a path has, as in an `Allow` header; none for an unknown path. */
export function allowedMethods(engine: Engine, pathname: string): string[] {
  const methods = matchAll(engine, pathname).map(({ operation }) => operation.method.toUpperCase());
  if (methods.length === 0) return [];
  return [...new Set([...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"])];
}

/** The route of a request; HEAD has the route of GET, unless the specification describes it. */
export function findRoute(engine: Engine, method: string, pathname: string): Route {
  const matches = matchAll(engine, pathname);
  const find = (wanted: string) => matches.find(({ operation }) => operation.method.toUpperCase() === wanted);
  const route = find(method) ?? (method === "HEAD" ? find("GET") : undefined);
  if (route !== undefined) return toRoute(route);
  if (matches.length === 0) throw new ApiError("route_not_found", `the API has no path ${pathname.slice(0, 200)}`);
  const methods = allowedMethods(engine, pathname);
  const others = methods.filter((one) => one !== "OPTIONS").sort();
  const message = `${method.slice(0, 20)} is not allowed here; use ${others.join(", ")}`;
  throw new ApiError("method_not_allowed", message, undefined, { allow: methods.join(", ") });
}

function matchAll(engine: Engine, pathname: string): Match[] {
  const { basePath, operations } = engine;
  const base = basePath.split("/").map(decode);
  const all = pathname.split("/").map(decode);
  if (base.some((part, index) => part !== all[index])) return [];
  const segments = all.slice(base.length);
  const matches = operations.flatMap((operation) => matchOne(operation, segments));
  // A literal path wins over a template: fewer values first.
  return matches.sort((a, b) => a.values.size - b.values.size);
}

/** Segments are compared decoded: `%70ayments` is `payments` (RFC 3986, section 6.2.2.2). */
function matchOne(operation: MockOperation, segments: readonly (string | undefined)[]): Match[] {
  const template = operation.path.split("/").slice(1);
  if (template.length !== segments.length) return [];
  const values = new Map<string, string | undefined>();
  for (const [index, expected] of template.entries()) {
    const actual = segments[index];
    const name = nameOf(expected);
    if (name === undefined ? decode(expected) !== actual : actual === "") return [];
    if (name !== undefined) values.set(name, actual);
  }
  return [{ operation, values }];
}

/** @throws {ApiError} for a value that cannot be decoded. */
function toRoute({ operation, values }: Match): Route {
  const pathValues = new Map<string, string>();
  for (const [name, value] of values) {
    if (value !== undefined) pathValues.set(name, value);
    else throw new ApiError("parameter_invalid", `${name} must be UTF-8 in percent-encoding`, name);
  }
  const fill = (part: string) => {
    const value = pathValues.get(nameOf(part) ?? "");
    return value === undefined ? part : encodeURIComponent(value);
  };
  return { operation, pathValues, path: operation.path.split("/").map(fill).join("/") };
}

/** The name of a parameter in a path template. */
function nameOf(part: string): string | undefined {
  return /^\{(.+)\}$/.exec(part)?.[1];
}
