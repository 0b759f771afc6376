/** Finds the operation that a request means. */
import type { Engine, MockOperation } from "./engine.ts";
import { quote, Refusal } from "./refusal.ts";

/** The operation that was meant, and the values of its path parameters, decoded. */
export interface Route {
  readonly operation: MockOperation;
  readonly pathValues: ReadonlyMap<string, string>;
  /** The path below the base path, each segment encoded anew. */
  readonly path: string;
}

/** Methods that a path answers to, as an `Allow` header; empty for an unknown path. */
export function allowedMethods(engine: Engine, pathname: string): string[] {
  const methods = matchAll(engine, pathname).map(({ operation }) => operation.method.toUpperCase());
  if (methods.length === 0) return [];
  return [...new Set([...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"])];
}

/** The route of a request; a HEAD is answered as the GET beside it. */
export function findRoute(engine: Engine, method: string, pathname: string): Route {
  const matches = matchAll(engine, pathname);
  const wanted = method === "HEAD" ? "GET" : method;
  const route = matches.find(({ operation }) => operation.method.toUpperCase() === wanted);
  if (route !== undefined) return route;
  if (matches.length === 0) throw new Refusal("route_not_found", describeUnknown(engine, pathname));
  const allow = allowedMethods(engine, pathname).join(", ");
  throw new Refusal("method_not_allowed", `${pathname} answers to ${allow}, not to ${method}.`, undefined, {
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
  // A path spelt out wins over a template: fewer values first.
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

/** Decodes percent-encoding; what is no UTF-8, or a `%` that encodes nothing, is refused. */
export function decodeStrictly(text: string, place: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal("parameter_invalid", `The ${place} is not valid percent-encoding: ${quote(text)}.`);
  }
}

function describeUnknown({ basePath, operations }: Engine, pathname: string): string {
  const sample = operations[0]?.path ?? "/";
  return `Nothing is served at ${quote(pathname)}. Paths look like ${basePath}${sample}.`;
}
