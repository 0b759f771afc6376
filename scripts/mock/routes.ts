/** Finds the operation of a request. */
import { ApiError, quote } from "./api-error.ts";
import type { Engine, MockOperation } from "./engine.ts";

/** An operation, and the values of its path parameters, decoded. */
export interface Route {
  readonly operation: MockOperation;
  readonly pathValues: ReadonlyMap<string, string>;
  /** The path below the base path, each segment percent-encoded again. */
  readonly path: string;
}

/** The methods that a path has, as in an `Allow` header; none for an unknown path. */
export function allowedMethods(engine: Engine, pathname: string): string[] {
  const methods = matchAll(engine, pathname).map(({ operation }) => operation.method.toUpperCase());
  if (methods.length === 0) return [];
  return [...new Set([...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"])];
}

/** The route of a request; HEAD has the route of GET. */
export function findRoute(engine: Engine, method: string, pathname: string): Route {
  const matches = matchAll(engine, pathname);
  const wanted = method === "HEAD" ? "GET" : method;
  const route = matches.find(({ operation }) => operation.method.toUpperCase() === wanted);
  if (route !== undefined) return route;
  if (matches.length === 0) throw new ApiError("route_not_found", describeUnknown(engine, pathname));
  const allow = allowedMethods(engine, pathname).join(", ");
  throw new ApiError("method_not_allowed", `${pathname} has the methods ${allow}, not ${method}.`, undefined, {
    allow,
  });
}

function matchAll(engine: Engine, pathname: string): Route[] {
  const { basePath, operations } = engine;
  if (!pathname.startsWith(`${basePath}/`)) return [];
  const segments = pathname
    .slice(basePath.length + 1)
    .split("/")
    .map(decodeSegment);
  const routes = operations.flatMap((operation) => matchOne(operation, segments));
  // A literal path wins over a template: fewer values first.
  return routes.sort((a, b) => a.pathValues.size - b.pathValues.size);
}

function matchOne(operation: MockOperation, segments: readonly string[]): Route[] {
  const template = operation.path.split("/").slice(1);
  if (template.length !== segments.length) return [];
  const pathValues = new Map<string, string>();
  for (const [index, expected] of template.entries()) {
    const actual = segments[index] ?? "";
    const name = /^\{(.+)\}$/.exec(expected)?.[1];
    if (name !== undefined && actual !== "") pathValues.set(name, actual);
    else if (expected !== actual) return [];
  }
  return [{ operation, pathValues, path: `/${segments.map(encodeURIComponent).join("/")}` }];
}

function decodeSegment(segment: string): string {
  return decodeStrictly(segment, "path");
}

/** Decodes percent-encoding; throws if the result is not UTF-8 or a `%` encodes nothing. */
export function decodeStrictly(text: string, place: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ApiError("parameter_invalid", `The ${place} is not valid percent-encoding: ${quote(text)}.`);
  }
}

function describeUnknown({ basePath, operations }: Engine, pathname: string): string {
  const sample = operations[0]?.path ?? "/";
  return `Nothing is served at ${quote(pathname)}. Paths look like ${basePath}${sample}.`;
}
