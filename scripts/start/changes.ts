/** The changes of a save, for the line that reports it. */
import { join } from "../read/pointer.ts";

/** JSON pointers at which two documents differ, outermost first; of a part that was added or removed, only its root. */
export function changedPointers(before: unknown, after: unknown, pointer = ""): string[] {
  if (Object.is(before, after)) return [];
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after)) return [pointer];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const at = join(pointer, key);
    if (!Object.hasOwn(before, key) || !Object.hasOwn(after, key)) return [at];
    return changedPointers(before[key], after[key], at);
  });
}

/** Pointers in one line: the first few, then how many more. */
export function describeChanges(pointers: readonly string[], shown = 3): string {
  if (pointers.length === 0) return "only comments or formatting";
  const rest = pointers.length > shown ? ` and ${pointers.length - shown} more` : "";
  return `${pointers.slice(0, shown).join("  ")}${rest}`;
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
