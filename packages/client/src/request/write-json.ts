import { createInvalidArgumentError } from "../errors/create-errors.js";
import { describeUnsendable, findLoss } from "./describe-unsendable.js";

/**
 * Writes a body as JSON. What JSON would leave out without a word is an error: a capture without its amount is one of everything.
 *
 * @throws {VinrError} `invalid_argument`, naming the value that JSON cannot hold.
 */
export function writeJson(body: unknown): string {
  try {
    const text = JSON.stringify(body, throwIfLost);
    if (text !== undefined) return text;
  } catch {
    // What follows says why.
  }
  const problem = describeUnsendable(body) ?? "one of its values cannot be read";
  throw createInvalidArgumentError(`The body cannot be sent as JSON: ${problem}.`);
}

/** The second argument of `JSON.stringify`, which gets each value after its own `toJSON`. */
function throwIfLost(_name: string, value: unknown): unknown {
  if (findLoss(value, "") !== undefined) throw new TypeError();
  return value;
}
