import type { Compiled } from "./compile.ts";
import { isBeyondOracle } from "./oracle.ts";

/** A value on which the validators and ajv differ. */
export interface Difference {
  readonly name: string;
  readonly value: unknown;
  readonly ours: boolean;
  readonly theirs: boolean;
}

/** Asks the validators and ajv about a value; undefined where they agree. */
export function findDifference(
  compiled: Compiled,
  name: string,
  accepts: (value: unknown) => boolean,
  value: unknown,
): Difference | undefined {
  const ours = isAccepted(compiled, name, value);
  const theirs = isBeyondOracle(value) ? ours : accepts(asInJson(value));
  return ours === theirs ? undefined : { name, value, ours, theirs };
}

/** A value without the members that JSON leaves out because they are undefined. */
function asInJson(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(asInJson);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, asInJson(member)]));
}

/** The verdict of both functions, which must agree and give a reason. */
export function isAccepted(compiled: Compiled, name: string, value: unknown): boolean {
  const result = compiled.validate(name, value);
  if (compiled.is(name, value) !== result.ok) throw new Error(`is${name} and validate${name} disagree`);
  if (!result.ok && result.issues.some(({ code }) => code === "unreadable")) {
    throw new Error(`validate${name} rejects ${JSON.stringify(value)} and cannot say why`);
  }
  return result.ok;
}
