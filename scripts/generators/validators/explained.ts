import type { Step, WalkedUnit } from "./steps.ts";
import type { Unit } from "./unit.ts";

/** Explanations are written for the units whose faults are told: not for those that only decide. */
export function explainedUnits(units: readonly WalkedUnit[]): ReadonlySet<Unit> {
  const explained = new Set(units.flatMap(({ unit }) => (unit.named ? [unit] : [])));
  // A set hands on what is added to it while it is walked.
  for (const unit of explained) {
    const walked = units.find((other) => other.unit === unit);
    if (walked === undefined) continue;
    for (const target of [...calledUnits(walked.steps), ...briefUnits(walked)]) {
      if (!target.named) explained.add(target);
    }
  }
  return explained;
}

/** The units that a unit of a common form leaves values to beside those of its steps. */
export function briefUnits({ brief }: WalkedUnit): readonly Unit[] {
  if (brief?.kind === "whole" || brief?.kind === "explained") return brief.tries ?? [];
  if (brief?.kind !== "union") return [];
  const { shared, variants, unknown } = brief;
  return [shared, ...variants.map(({ unit }) => unit), ...("expression" in unknown ? [] : [unknown])];
}

/** The units that steps leave values to, or whose explanations they try. */
export function* calledUnits(steps: readonly Step[]): Generator<Unit> {
  for (const step of steps) {
    if (step.kind === "call") yield step.unit;
    if (step.kind === "refuse") yield* step.tries ?? [];
    for (const inner of innerSteps(step)) yield* calledUnits(inner);
  }
}

function innerSteps(step: Step): readonly (readonly Step[])[] {
  switch (step.kind) {
    case "refuse":
    case "unknown":
      return [step.otherwise];
    case "choose":
    case "switch":
      return [...step.cases.map(({ steps }) => steps), step.otherwise];
    case "property":
      return step.step === undefined ? [] : [[step.step]];
    case "at":
    case "secret":
    case "items":
    case "members":
      return [step.body];
    default:
      return [];
  }
}

/** Whether steps go through an array or an object. */
export function hasLoop(steps: readonly Step[]): boolean {
  return steps.some(
    (step) => step.kind === "items" || step.kind === "members" || innerSteps(step).some((inner) => hasLoop(inner)),
  );
}
