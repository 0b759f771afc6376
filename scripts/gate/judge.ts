import type { Direction } from "../model.ts";
import { split } from "../read/pointer.ts";
import type { Change, Impact } from "./changes.ts";
import type { RawChange, RawSide } from "./redocly-diff.ts";

/** What the judge asks of the specification besides the change: who writes values of a named schema. */
export type DirectionOf = (schema: string) => Direction;

/** A judgement of ours, where Redocly's rating does not fit an API that moves money. */
interface Judgement {
  readonly rule: string;
  readonly impact: Impact;
  readonly what?: string;
}

type Judge = (change: RawChange, directionOf: DirectionOf) => Judgement | undefined;

/** Keys that are read by people alone. */
const prose = new Set([
  "description",
  "summary",
  "title",
  "example",
  "examples",
  "externalDocs",
  "contact",
  "x-enumDescriptions",
]);

/**
 * Our own ratings, the first that applies. Redocly is too strict where our enums are open, and too mild where a change
 * alters what a request means although it stays valid.
 */
const judges: readonly Judge[] = [
  (change) =>
    change.property === "default"
      ? {
          rule: "vinr/default-changed",
          impact: "major",
          what: `Default ${from(change)}: the same request means something else.`,
        }
      : undefined,
  (change) =>
    change.typeName.startsWith("SecurityRequirement") || change.property === "security"
      ? { rule: "vinr/security-changed", impact: "major", what: `What authenticates a request ${from(change)}.` }
      : undefined,
  (change, directionOf) => judgeEnum(change, directionOf),
  (change) =>
    change.property === "deprecated" && change.revision?.value === true
      ? { rule: "vinr/deprecated", impact: "minor", what: `${nameOf(change)} is deprecated.` }
      : undefined,
  (change) => (isProse(change) ? { rule: "vinr/prose", impact: "patch" } : undefined),
  (change) =>
    change.impact === "patch" && change.typeName !== "Info" ? { rule: "vinr/widened", impact: "minor" } : undefined,
];

/** Rates the changes that `redocly diff` found. */
export function judge(changes: readonly RawChange[], directionOf: DirectionOf): Change[] {
  return changes.map((change) => {
    const side = change.revision ?? change.base ?? { pointer: change.path, line: 1 };
    const place = { where: whereOf(change.path), pointer: side.pointer.replace(/^#/, ""), line: side.line };
    const ours = judges.map((rate) => rate(change, directionOf)).find((found) => found !== undefined);
    const [verdict] = change.verdicts;
    const what = ours?.what ?? verdict?.message ?? `${nameOf(change)} ${from(change)}.`;
    const rule = ours?.rule ?? verdict?.ruleId ?? `redocly/${change.kind}`;
    return { ...place, kind: change.kind, impact: ours?.impact ?? change.impact, rule, what };
  });
}

function judgeEnum(change: RawChange, directionOf: DirectionOf): Judgement | undefined {
  if (change.property !== "enum") return undefined;
  const gained = values(change.revision).filter((value) => !values(change.base).includes(value));
  const lost = values(change.base).filter((value) => !values(change.revision).includes(value));
  if (lost.length > 0)
    return { rule: "vinr/enum-value-removed", impact: "major", what: `${nameOf(change)} lost ${list(lost)}.` };
  // Enums of responses are open: clients let unknown values pass. In a request, one more value is one more freedom.
  const open = directionOfChange(change, directionOf) !== "none";
  return open
    ? { rule: "vinr/enum-value-added", impact: "minor", what: `${nameOf(change)} gained ${list(gained)}.` }
    : undefined;
}

function directionOfChange({ path, base }: RawChange, directionOf: DirectionOf): Direction {
  const [components, schemas, name] = split((base?.pointer ?? "").replace(/^#/, ""));
  if (components === "components" && schemas === "schemas" && name !== undefined) return directionOf(name);
  return path.includes("/responses/") ? "response" : "request";
}

function isProse(change: RawChange): boolean {
  if (change.property !== undefined) return prose.has(change.property);
  return (
    change.typeName === "Tag" ||
    change.typeName === "Example" ||
    change.path.split("/").some((step) => step === "examples")
  );
}

/** `POST /payments` of `#/paths/~1payments/post/…`. */
function whereOf(path: string): string {
  const [root = "", name = "", method] = split(path.replace(/^#/, ""));
  if (root === "paths") return method === undefined ? name : `${method.toUpperCase()} ${name}`;
  return root === "webhooks" ? `webhook ${name}` : root;
}

/** The schema, property or header that changed, as a reader calls it. */
function nameOf(change: RawChange): string {
  const steps = split(change.path.replace(/^#/, ""));
  const last = steps.findLast((step) => !["schema", "items"].includes(step)) ?? change.path;
  const isWhole = change.property === undefined || ["enum", "deprecated"].includes(change.property);
  const part = isWhole ? "" : `\`${change.property}\` of `;
  return `${part}\`${last}\``;
}

function from({ kind, base, revision }: RawChange): string {
  if (kind !== "modified") return kind === "added" ? "was added" : "was removed";
  return `changed from ${show(base?.value)} to ${show(revision?.value)}`;
}

function values(side: RawSide | undefined): readonly unknown[] {
  return Array.isArray(side?.value) ? side.value : [];
}

function list(items: readonly unknown[]): string {
  return items.map((item) => `\`${item}\``).join(", ");
}

function show(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return `\`${text.length > 80 ? `${text.slice(0, 77)}…` : text}\``;
}
