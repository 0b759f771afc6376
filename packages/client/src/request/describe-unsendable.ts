import { isPlainObject } from "../is-object.js";

/** Deeper than any body of the API: the search must not exhaust the stack. */
const maxDepth = 100;

/** An object that is being searched, and its place. */
interface Ancestor {
  readonly value: object;
  readonly place: string;
}

/**
 * Says which value of a body JSON cannot hold, and why: a bigint, an object inside itself, or what it would leave out. Undefined
 * if there is none, or if a value cannot be read.
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
  // What has a toJSON chooses itself what is written.
  if (typeof value === "object" && value !== null && "toJSON" in value) return undefined;
  const loss = findLoss(value, place);
  if (loss !== undefined) return loss;
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

/** Says what `JSON.stringify` leaves out of a value without a word. Undefined if it writes all, or throws. */
export function findLoss(value: unknown, place: string): string | undefined {
  if (typeof value === "function") return `${place} is a function: pass what it returns`;
  if (typeof value === "symbol") return `${place} is a symbol: pass a string instead`;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  if (isPlainObject(value)) {
    const name = findInherited(value);
    return name && `${placeOf(value, place, name)} is inherited from a class: pass a plain object`;
  }
  const kind = Object.prototype.toString.call(value).slice("[object ".length, -1);
  const isWritten = /^(Boolean|Number|String)$/.test(kind) || Object.keys(value).length > 0;
  return isWritten ? undefined : `${place} is a ${kind}, which JSON writes as {}: pass a plain object`;
}

/** Finds an accessor or a value that an object has from its class, such as an `amount` that it computes, and not its methods. */
function findInherited(value: object): string | undefined {
  // The last prototype is Object.prototype, perhaps of another realm.
  for (let one = Object.getPrototypeOf(value), next: object | null; one !== null; one = next) {
    next = Object.getPrototypeOf(one);
    if (next === null) return undefined;
    for (const [name, { get, value: member }] of Object.entries(Object.getOwnPropertyDescriptors(one))) {
      const isProperty = get !== undefined || (member !== undefined && typeof member !== "function");
      if (isProperty && !Object.hasOwn(value, name)) return name;
    }
  }
  return undefined;
}

/** A place as the validators write it: `data[0].amount`, `metadata["order no"]`. */
function placeOf(parent: object, place: string, name: string): string {
  if (Array.isArray(parent)) return `${place}[${name}]`;
  if (!/^[A-Za-z_$][\w$-]{0,60}$/.test(name)) return `${place}[${JSON.stringify(name.slice(0, 60))}]`;
  return place === "" ? name : `${place}.${name}`;
}
