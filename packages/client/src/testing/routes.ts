import { type OperationId, operations } from "../generated/operations.js";

/** The operation of a request, with its path parameters. */
export interface Route {
  readonly operationId: OperationId;
  readonly params: Readonly<Record<string, string>>;
}

const routes = Object.values(operations).map(({ operationId, method, path }) => ({
  operationId,
  method,
  pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
}));

/** Finds the operation of a method and a path below `/v1`; undefined if there is none. */
export function findRoute(method: string, path: string): Route | undefined {
  for (const route of routes) {
    const match = route.method === method ? route.pattern.exec(path) : null;
    if (match === null) continue;
    const params = Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    return { operationId: route.operationId, params: Object.fromEntries(params) };
  }
  return undefined;
}
