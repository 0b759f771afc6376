import { fromRef, join, lookUp } from "../read/pointer.ts";

/** A named example of a body, and where its value's own definition stands. */
export interface MediaExample {
  readonly name: string;
  readonly pointer: string;
  readonly value: unknown;
}

/** The named examples of a response or of a request's body, in JSON. */
export function mediaExamples(document: unknown, pointer: string): MediaExample[] {
  const at = join(pointer, "content", "application/json", "examples");
  return Object.keys(readObject(lookUp(document, at))).map((name) => {
    const target = follow(document, join(at, name));
    return { name, pointer: target, value: lookUp(document, join(target, "value")) };
  });
}

/** Where a chain of references ends. */
function follow(document: unknown, pointer: string): string {
  const { $ref } = readObject(lookUp(document, pointer));
  const next = typeof $ref === "string" ? fromRef($ref) : undefined;
  return next === undefined ? pointer : follow(document, next);
}

function readObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
