import { ownProperties } from "@vinr/server/internal";

/**
 * A copy to show, in which no property at any level comes from `Object.prototype`, where a script may have put some.
 */
export function ownTree<T>(data: T): T {
  if (Array.isArray(data)) return data.map(ownTree) as T;
  if (typeof data !== "object" || data === null) return data;
  const members = Object.entries(data).map(([name, value]) => [name, ownTree(value)]);
  return ownProperties(Object.fromEntries(members));
}
