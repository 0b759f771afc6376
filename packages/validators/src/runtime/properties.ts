import { failRequired, type Trail } from "./issues.js";
import { type Members, own } from "./values.js";

/** Explains a property by its own function, or reports that a required one is absent. */
export function explainProperty(
  at: Trail,
  object: Members,
  name: string,
  required: boolean,
  explain: (value: unknown, at: Trail, depth: number) => void,
  depth = 0,
): void {
  at.path.push(name);
  const value = own(object, name);
  if (value !== undefined) explain(value, at, depth);
  else if (required) failRequired(at);
  at.path.pop();
}
