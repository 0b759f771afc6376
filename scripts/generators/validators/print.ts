import { stringLiteral } from "../../emit/literal.ts";
import type { Call, Case, Property, Step } from "./steps.ts";

/** Which of a unit's two functions is written: both from the same steps. */
export type Mode = "check" | "explain";

/** Longer statements are broken where they can be. */
const LONGEST_LINE = 110;

/** The names that explanations use beside those in the steps. */
export interface PrintNames {
  readonly isFull: string;
}

/** Steps as lines of TypeScript, the first level not indented. */
export function printSteps(steps: readonly Step[], mode: Mode, names: PrintNames): string[] {
  const lines: string[] = [];
  for (const step of steps) {
    lines.push(...printStep(step, mode, names));
    if (mode === "check" && isFinal(step)) break;
  }
  return lines;
}

function isFinal(step: Step): boolean {
  return step.kind === "refuse" && step.when === undefined;
}

function printStep(step: Step, mode: Mode, names: PrintNames): string[] {
  const body = (steps: readonly Step[]) => printSteps(steps, mode, names);
  const explains = mode === "explain";
  switch (step.kind) {
    case "bind":
      return [`const ${step.name} = ${step.value};`];
    case "refuse":
      return explains
        ? explainRefusal(step, body(step.otherwise))
        : [...checkRefusal(step), ...(step.when === undefined ? [] : body(step.otherwise))];
    case "choose":
      return printChoice(step.cases, step.otherwise, body);
    case "switch":
      return [
        `switch (${step.on}) {`,
        ...step.cases.flatMap(({ values, steps }) =>
          indent(
            printCase(
              values.map((v) => `case ${v}:`),
              body(steps),
            ),
          ),
        ),
        ...indent(printCase(["default:"], body(step.otherwise))),
        "}",
      ];
    case "at":
      return explains ? [`at.path.push(${step.segment});`, ...body(step.body), "at.path.pop();"] : body(step.body);
    case "property":
      return [explains ? explainProperty(step) : checkProperty(step)].filter((line) => line !== "");
    case "scalar":
      return [explains ? `${step.explained};` : `if (${step.refused}) return false;`];
    case "secret":
      return explains ? ["at.hidden++;", ...body(step.body), "at.hidden--;"] : body(step.body);
    case "items":
      return printItems(step, body(step.body), explains ? names.isFull : undefined);
    case "members":
      return printMembers(step, body(step.body), explains ? names.isFull : undefined);
    case "unknown":
      return printUnknown(step, body(step.otherwise), mode);
    case "call":
      return printCall(step, mode);
  }
}

function checkRefusal(step: Extract<Step, { kind: "refuse" }>): string[] {
  return step.when === undefined ? ["return false;"] : [`if (${step.when}) return false;`];
}

function explainRefusal({ when, report }: Extract<Step, { kind: "refuse" }>, otherwise: readonly string[]): string[] {
  if (when === undefined) return [report];
  if (otherwise.length === 0) {
    const line = `if (${when}) ${report}`;
    return line.length <= LONGEST_LINE ? [line] : [`if (${when}) {`, ...indent([report]), "}"];
  }
  return [`if (${when}) {`, ...indent([report]), "} else {", ...indent(otherwise), "}"];
}

function checkProperty({ read, required, covered, step }: Property): string {
  if (step === undefined) return required ? `if (${read} === undefined) return false;` : "";
  const refused = step.kind === "scalar" ? step.refused : `!${printCheck(step)}`;
  if (!required) return `if (${read} !== undefined && ${refused}) return false;`;
  return covered ? `if (${refused}) return false;` : `if (${read} === undefined || ${refused}) return false;`;
}

function explainProperty({ object, name, required, member: entry, explainer, step }: Property): string {
  const counted = step?.kind === "call" && step.depth !== undefined;
  const member = counted ? `(found, trail) => ${step.unit.explain}(found, trail, ${step.depth})` : entry;
  return `${explainer}(${object}, at, ${stringLiteral(name)}, ${member}, ${required});`;
}

function printChoice(
  cases: readonly Case[],
  otherwise: readonly Step[],
  body: (steps: readonly Step[]) => string[],
): string[] {
  const lines = cases.flatMap(({ when, steps }, i) => [
    `${i === 0 ? "" : "} else "}if (${when}) {`,
    ...indent(body(steps)),
  ]);
  const last = body(otherwise);
  return last.length === 0 ? [...lines, "}"] : [...lines, "} else {", ...indent(last), "}"];
}

function printCase(labels: readonly string[], body: readonly string[]): string[] {
  const ends = body.at(-1)?.startsWith("return ") && !body.at(-1)?.startsWith("return;");
  const declares = body.some((line) => line.startsWith("const "));
  const lines = ends ? body : [...body, "break;"];
  if (!declares) return [...labels, ...indent(lines)];
  return [...labels.slice(0, -1), `${labels.at(-1)} {`, ...indent(lines), "}"];
}

function printItems(
  { array, start, index, item }: Extract<Step, { kind: "items" }>,
  body: readonly string[],
  isFull: string | undefined,
): string[] {
  const more = isFull === undefined ? "" : ` && !${isFull}(at)`;
  const reads = body.some((line) => line.includes(item));
  const here = reads ? [`const ${item} = ${array}[${index}];`, ...body] : body;
  return [
    `for (let ${index} = ${start}; ${index} < ${array}.length${more}; ${index}++) {`,
    ...indent(isFull === undefined ? here : [`at.path.push(${index});`, ...here, "at.path.pop();"]),
    "}",
  ];
}

function printMembers(
  { name, object }: Extract<Step, { kind: "members" }>,
  body: readonly string[],
  isFull: string | undefined,
): string[] {
  const reads = body.some((line) => line.includes(name));
  return [
    `for (const ${reads ? name : "_"} in ${object}) {`,
    ...indent(isFull === undefined ? body : [`if (${isFull}(at)) break;`, ...body]),
    "}",
  ];
}

function printUnknown(
  { name, known, list }: Extract<Step, { kind: "unknown" }>,
  otherwise: readonly string[],
  mode: Mode,
): string[] {
  // The list is for explanations; a check that used it would cost more than its comparisons.
  if (mode === "explain") return [`if (!${list}.includes(${name})) {`, ...indent(otherwise), "}"];
  return [
    `switch (${name}) {`,
    ...indent([...known.map((text) => `case ${stringLiteral(text)}:`), "  break;"]),
    ...indent(printCase(["default:"], otherwise)),
    "}",
  ];
}

function printCall(call: Call, mode: Mode): string[] {
  const { unit, value, depth } = call;
  if (mode === "check") return [`if (!${printCheck(call)}) return false;`];
  return [`${unit.explain}(${value}, at${depth === undefined ? "" : `, ${depth}`});`];
}

function printCheck({ unit, value, depth }: Call): string {
  return `${unit.check}(${value}${depth === undefined ? "" : `, ${depth}`})`;
}

/** Lines one level further in. */
export function indent(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? "" : `  ${line}`));
}
