/** Deeper than any body of the API: the search must not exhaust the stack. */
const maxDepth = 100;

/** An object that is being searched, and its place. */
interface Ancestor {
  readonly value: object;
  readonly place: string;
}

/**
 * Says which value of a body `JSON.stringify` cannot write, and why: a bigint, or an object inside itself. Undefined if there is
 * none, or if a value cannot be read.
 */
export function describeUnsendable(body: unknown): string | undefined {
  try {
    return findUnsendable(body, "", []);
  } catch {
    // A getter threw.
    return undefined;
  }
}

function findUnsendable(value: unknown, place: string, ancestors: readonly Ancestor[]): string | undefined {
  if (typeof value === "bigint") return `${place} is a bigint: pass a number instead, such as Number(value)`;
  if (typeof value !== "object" || value === null || ancestors.length > maxDepth) return undefined;
  const same = ancestors.find((ancestor) => ancestor.value === value);
  if (same !== undefined) return `${place} refers to itself: it is the same object as ${same.place || "the body"}`;
  const inside = [...ancestors, { value, place }];
  for (const [name, member] of Object.entries(value)) {
    const found = findUnsendable(member, placeOf(value, place, name), inside);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A place as the validators write it: `data[0].amount`, `metadata["order no"]`. */
function placeOf(parent: object, place: string, name: string): string {
  if (Array.isArray(parent)) return `${place}[${name}]`;
  if (!/^[A-Za-z_$][\w$-]{0,60}$/.test(name)) return `${place}[${JSON.stringify(name.slice(0, 60))}]`;
  return place === "" ? name : `${place}.${name}`;
}
