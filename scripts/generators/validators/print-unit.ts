import { stringLiteral } from "../../emit/literal.ts";
import { indent, type PrintNames, printSteps } from "./print.ts";
import type { Brief, WalkedUnit } from "./steps.ts";
import type { Unit } from "./unit.ts";

/** The names that functions use beside those in their steps. */
export interface UnitNames extends PrintNames {
  readonly trail: string;
}

/** The functions of a unit: one where it has a common form, else one that decides and one that explains. */
export function printUnit({ unit, steps, brief }: WalkedUnit, isExplained: boolean, names: UnitNames): string[] {
  const { named, check, explain, counted } = unit;
  const depth = counted ? ", depth = 0" : "";
  const body = () => trimEnd([...printSteps(steps, "check", names), "return true;"]);
  if (brief?.kind === "explained") {
    const lines = brief.decision === undefined ? body() : [`return ${brief.decision};`];
    const decision = frame(named, `function ${check}(value: unknown): boolean`, lines);
    if (!isExplained) return decision;
    const head = `function ${explain}(value: unknown, at: ${names.trail}): boolean`;
    return [...decision, ...frame(named, head, [`return ${brief.expression};`])];
  }
  if (brief !== undefined) {
    return frame(named, `function ${check}(value: unknown, at?: ${names.trail}): boolean`, printJoint(brief));
  }
  const decision = frame(named, `function ${check}(value: unknown${depth}): boolean`, body());
  if (!isExplained) return decision;
  const head = `function ${explain}(value: unknown, at: ${names.trail}${depth}): void`;
  return [...decision, ...frame(named, head, printSteps(steps, "explain", names))];
}

function printJoint(brief: Exclude<Brief, { kind: "explained" }>): readonly string[] {
  if (brief.kind === "whole") return [`return ${brief.expression};`];
  const { shared, tag, variants, unknown } = brief;
  const last = "expression" in unknown ? unknown.expression : both(unknown);
  return [
    `if (!(${both(shared)}) && (at === undefined || ${tag} === undefined)) return false;`,
    `switch (${tag}) {`,
    ...indent(
      variants.flatMap(({ tags, unit }) => [
        ...tags.map((text) => `case ${stringLiteral(text)}:`),
        `  return ${both(unit)};`,
      ]),
    ),
    ...indent(["default:", `  return ${last};`]),
    "}",
  ];
}

/** The call that decides, or explains where there is a trail. */
function both({ check, explain }: Unit): string {
  return check === explain ? `${check}(value, at)` : `at === undefined ? ${check}(value) : ${explain}(value, at)`;
}

function frame(exported: boolean, head: string, body: readonly string[]): string[] {
  return [...(exported ? ["/** @internal */"] : []), `${exported ? "export " : ""}${head} {`, ...indent(body), "}", ""];
}

/** Drops what stands behind a return that always happens. */
function trimEnd(lines: readonly string[]): readonly string[] {
  const last = lines.indexOf("return false;");
  return last < 0 ? lines : lines.slice(0, last + 1);
}
