import { ownProperties } from "@vinr/server/internal";

/** A copy of what is to be shown, at no level of which a property is one that a script has put on `Object.prototype`. */
export function ownTree<T>(data: T): T {
  if (Array.isArray(data)) return data.map(ownTree) as T;
  if (typeof data !== "object" || data === null) return data;
  const members = Object.entries(data).map(([name, value]) => [name, ownTree(value)]);
  return ownProperties(Object.fromEntries(members));
}
