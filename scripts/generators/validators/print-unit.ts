import { stringLiteral } from "../../emit/literal.ts";
import { indent, type PrintNames, printSteps } from "./print.ts";
import type { Brief, WalkedUnit } from "./steps.ts";

/** The names that functions use beside those in their steps. */
export interface UnitNames extends PrintNames {
  readonly trail: string;
}

/** The functions of a unit: one where it has a common form, else one that decides and one that explains. */
export function printUnit({ unit, steps, brief }: WalkedUnit, isExplained: boolean, names: UnitNames): string[] {
  const { named, check, explain, counted } = unit;
  const depth = counted ? ", depth = 0" : "";
  const body = () => trimEnd([...printSteps(steps, "check", names), "return true;"]);
  if (brief !== undefined) {
    const trail = brief.kind === "explained" && !isExplained ? "" : `, at?: ${names.trail}`;
    return frame(named, `function ${check}(value: unknown${trail}): boolean`, printBrief(brief, isExplained, body));
  }
  const decision = frame(named, `function ${check}(value: unknown${depth}): boolean`, body());
  if (!isExplained) return decision;
  const head = `function ${explain}(value: unknown, at: ${names.trail}${depth}): void`;
  return [...decision, ...frame(named, head, printSteps(steps, "explain", names))];
}

function printBrief(brief: Brief, isExplained: boolean, body: () => readonly string[]): readonly string[] {
  switch (brief.kind) {
    case "whole":
      return [`return ${brief.expression};`];
    case "explained":
      return isExplained ? [`if (at !== undefined) return ${brief.expression};`, ...body()] : body();
    case "union": {
      const { shared, tag, variants, unknown } = brief;
      const last = "expression" in unknown ? unknown.expression : `${unknown.check}(value, at)`;
      return [
        `if (!${shared.check}(value, at) && (at === undefined || ${tag} === undefined)) return false;`,
        `switch (${tag}) {`,
        ...indent(
          variants.flatMap(({ tags, unit }) => [
            ...tags.map((text) => `case ${stringLiteral(text)}:`),
            `  return ${unit.check}(value, at);`,
          ]),
        ),
        ...indent(["default:", `  return ${last};`]),
        "}",
      ];
    }
  }
}

function frame(exported: boolean, head: string, body: readonly string[]): string[] {
  return [...(exported ? ["/** @internal */"] : []), `${exported ? "export " : ""}${head} {`, ...indent(body), "}", ""];
}

/** Drops what stands behind a return that always happens. */
function trimEnd(lines: readonly string[]): readonly string[] {
  const last = lines.indexOf("return false;");
  return last < 0 ? lines : lines.slice(0, last + 1);
}
