/** Reads `x-client`, the extension that names an operation in the client: `{ resource: payments, method: create }`. */
import type { ClientMethod, Operation } from "../../model.ts";
import { at, type BuildContext, member, readObject, readString, report } from "./build-context.ts";

const HINT = "write it as x-client: { resource: payments, method: create }";

/** Names that a class may not give to a method, or that every object has already. */
const TAKEN = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Reads the extension of one operation. */
export function readClientMethod(value: unknown, context: BuildContext): ClientMethod | undefined {
  const raw = readObject(value, context);
  if (raw === undefined) return undefined;
  const [resource, method] = (["resource", "method"] as const).map((part) => {
    if (!Object.hasOwn(raw, part)) return report(context, `x-client has no ${part}`, HINT);
    return readName(member(raw, part), at(context, part));
  });
  if (resource === undefined || method === undefined) return undefined;
  return { place: context.placeOf(context.pointer), resource, method };
}

function readName(value: unknown, context: BuildContext): string | undefined {
  const name = readString(value, context);
  if (name === undefined) return undefined;
  if (/^[a-z][A-Za-z0-9]*$/.test(name) && !TAKEN.has(name)) return name;
  return report(context, `${JSON.stringify(name)} cannot be a name in the client`, "write a word in camelCase");
}

/** Reports two operations that would be one method. */
export function checkClientMethods(operations: readonly Operation[], context: BuildContext): void {
  const owners = new Map<string, string>();
  for (const { client, operationId } of operations) {
    if (client === undefined) continue;
    const name = `vinr.${client.resource}.${client.method}`;
    const owner = owners.get(name);
    const message = `${name} is already the method of ${owner}`;
    if (owner === undefined) owners.set(name, operationId);
    else context.report({ place: client.place, message, hint: "rename one of them" });
  }
}
