/** The deprecated parts of the API that are promised until a date: none may go before it, whatever a changeset declares. */
import { isRawObject, member, type RawObject } from "../read/model/build-context.ts";
import { join } from "../read/pointer.ts";
import type { Version } from "./compare.ts";

/**
 * Returns a sentence for each deprecated part whose promised date (`Removed after YYYY-MM-DD.`) has not passed, and which the
 * new version lacks or promises for a shorter time. `today` is `YYYY-MM-DD`.
 */
export function findBrokenPromises(before: Version, after: Version, today: string): string[] {
  return [...comparePromises(before.document, after.document, root)].flatMap(({ place, date, now }) => {
    if (date < today || (now !== undefined && now >= date)) return [];
    const broken = now === undefined ? "is removed" : `is promised only until ${now}`;
    const line = before.lineOf(place.pointer);
    return [
      `${nameOf(place)}, line ${line} of the base, was promised until ${date} and ${broken}: keep it until then.`,
    ];
  });
}

interface Place {
  readonly pointer: string;
  /** The steps that have a name: `components`, `schemas`, `Payment`, `amountRefunded`. */
  readonly names: readonly string[];
}

interface Promised {
  readonly place: Place;
  readonly date: string;
  /** The date in the new version; undefined where the part is gone. */
  readonly now: string | undefined;
}

const root: Place = { pointer: "", names: [] };

function* comparePromises(before: unknown, after: unknown, place: Place): Generator<Promised> {
  if (Array.isArray(before)) {
    const others: readonly unknown[] = Array.isArray(after) ? after : [];
    for (const [index, item] of before.entries())
      yield* comparePromises(item, findAlike(item, index, others), enterItem(place, index, item));
  }
  if (!isRawObject(before)) return;
  const other = isRawObject(after) ? after : undefined;
  const date = dateOf(before);
  // What is no longer deprecated stays for good.
  if (date !== undefined && other?.deprecated === true) yield { place, date, now: dateOf(other) ?? date };
  if (date !== undefined && other === undefined) yield { place, date, now: undefined };
  for (const [key, value] of Object.entries(before)) {
    if (key !== "example" && key !== "examples")
      yield* comparePromises(value, other && member(other, key), enter(place, key));
  }
}

/** Parameters are found by their name, since their index changes when another one goes. */
function findAlike(item: unknown, index: number, others: readonly unknown[]): unknown {
  if (!isRawObject(item) || typeof item.name !== "string") return others[index];
  return others.find((other) => isRawObject(other) && other.name === item.name && other.in === item.in);
}

function dateOf({ deprecated, description }: RawObject): string | undefined {
  if (deprecated !== true) return undefined;
  return /Removed after (\d{4}-\d\d-\d\d)/.exec(String(description ?? ""))?.[1];
}

const nameless: ReadonlySet<string> = new Set([
  "properties",
  "items",
  "parameters",
  "schema",
  "content",
  "requestBody",
]);

function enter({ pointer, names }: Place, key: string): Place {
  return { pointer: join(pointer, key), names: nameless.has(key) ? names : [...names, key] };
}

function enterItem({ pointer, names }: Place, index: number, item: unknown): Place {
  const name = isRawObject(item) && typeof item.name === "string" ? [item.name] : [];
  return { pointer: join(pointer, index), names: [...names, ...name] };
}

/** `GET /refunds`, `amountRefunded` of Payment, `limit` of GET /refunds. */
function nameOf({ names: [section, first = "", second = "", ...rest] }: Place): string {
  const owner = section === "components" ? second : `${second.toUpperCase()} ${first}`;
  return rest.length === 0 ? owner : `\`${rest.join(".")}\` of ${owner}`;
}
