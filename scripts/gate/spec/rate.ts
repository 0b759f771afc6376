import type { Direction, Schema } from "../../model.ts";
import type { Change, Impact } from "../changes.ts";
import type { SchemaChange } from "./schema-change.ts";

/** Schema changes as the gate reports them: rated, in words that start with the value's name. Without a subject, it is a named schema. */
export function rateSchemaChanges(
  changes: readonly SchemaChange[],
  direction: Direction,
  schema: Schema,
  subject?: string,
): Omit<Change, "where">[] {
  return changes.map((change) => {
    const { kind, place, path, what, wasDeprecated = false } = change;
    const owner = subject === undefined ? "" : ` of the ${subject}`;
    const name = path.length === 0 ? `The ${subject ?? "schema"}` : `\`${nameOf(path)}\`${owner}`;
    const words = change.effect === "documented" && !["default", "deprecated"].includes(change.keyword);
    return {
      impact: rate(change, direction),
      kind,
      rule: ruleOf(change),
      what: words ? `${name} has a new description.` : `${name} ${what}.${hintOf(change, schema)}`,
      pointer: place.pointer,
      line: place.line,
      ...(wasDeprecated ? { wasDeprecated } : {}),
    };
  });
}

/** `metadata.order`, `data[].amount`. */
function nameOf(path: readonly string[]): string {
  return path.reduce((name, step) => (/^[[(]/.test(step) || name === "" ? `${name}${step}` : `${name}.${step}`), "");
}

function ruleOf({ keyword, kind, part, effect }: SchemaChange): string {
  if (keyword === "deprecated") return "vinr/deprecated";
  if (keyword === "default") return "vinr/default-changed";
  if (effect === "documented") return "vinr/prose";
  if (part !== undefined) return `vinr/${part === "value" ? "enum-value" : part}-${kind}`;
  if (keyword === "required") return `vinr/required-properties-${kind}`;
  return keyword === "type" ? "vinr/schema-type-changed" : "vinr/schema-constraint-changed";
}

/** A deprecation repeats what its description says to do instead, and until when. */
function hintOf({ keyword, path }: SchemaChange, schema: Schema): string {
  if (keyword !== "deprecated") return "";
  const target = path.reduce<Schema | undefined>((inner, step) => inner?.properties?.get(step), schema);
  const [, hint] = /Deprecated: (.*)/s.exec(target?.description ?? "") ?? [];
  return hint === undefined ? "" : ` Instead: ${hint.trim()}`;
}

/**
 * How much a change of a schema moves the version, by who writes its values.
 *
 * A request breaks when a value that was accepted may be rejected. A response breaks when a value may come that was not
 * documented, or when something that readers rely on no longer comes; properties, enum values and event types may be
 * added to it at any time, since clients let unknown ones pass.
 */
function rate(change: SchemaChange, direction: Direction): Impact {
  const { effect, keyword, kind } = change;
  if (keyword === "default") return direction === "response" ? "patch" : "major";
  if (keyword === "deprecated") return kind === "added" ? "minor" : "patch";
  if (effect === "documented") return "patch";
  if (direction === "request") return rateRequest(change);
  if (direction === "response") return rateResponse(change);
  // A schema that no operation uses yet may be used by code.
  return rateRequest(change) === "major" || rateResponse(change) === "major" ? "major" : "minor";
}

function rateRequest({ effect }: SchemaChange): Impact {
  return effect === "widened" ? "minor" : "major";
}

function rateResponse({ effect, part, kind }: SchemaChange): Impact {
  if (part !== undefined) return kind === "added" ? "minor" : "major";
  return effect === "narrowed" ? "minor" : "major";
}
