import type { Unit } from "./unit.ts";

/**
 * What a validator does, in steps. The walk over a schema gives one list of steps; two printers write it out, as the
 * check (a boolean, at the first fault) and as the explanation (all faults). Conditions are written once, here, so
 * the two cannot disagree.
 *
 * Every `string` but a `segment` given as text is TypeScript.
 */
export type Step =
  /** `const name = value;` */
  | { readonly kind: "bind"; readonly name: string; readonly value: string }
  /** Refuses where the condition holds, and goes on with `otherwise` where it does not. */
  | Refusal
  /** Goes on with the first case whose condition holds, else with `otherwise`. */
  | { readonly kind: "choose"; readonly cases: readonly Case[]; readonly otherwise: readonly Step[] }
  /** Goes on with the case that has the text's value, else with `otherwise`. */
  | {
      readonly kind: "switch";
      readonly on: string;
      readonly cases: readonly TagCase[];
      readonly otherwise: readonly Step[];
    }
  /** For each item of an array, from `start` on: `item` and `index` are names for the body. */
  | {
      readonly kind: "items";
      readonly array: string;
      readonly start: number;
      readonly index: string;
      readonly item: string;
      readonly body: readonly Step[];
    }
  /** For each member of an object: `name` is a name for the body. */
  | { readonly kind: "members"; readonly object: string; readonly name: string; readonly body: readonly Step[] }
  /** Goes on with `otherwise` where the text is none of the known names; `list` is the name of their array. */
  | {
      readonly kind: "unknown";
      readonly name: string;
      readonly known: readonly string[];
      readonly list: string;
      readonly otherwise: readonly Step[];
    }
  /** The body stands one segment (an expression) further down the path. */
  | { readonly kind: "at"; readonly segment: string; readonly body: readonly Step[] }
  /** A property of an object: `steps` are for its value, in `variable`, where it is there. */
  | {
      readonly kind: "property";
      readonly object: string;
      readonly name: string;
      /** How it is read. */
      readonly read: string;
      readonly variable: string;
      readonly required: boolean;
      /** The first of the steps refuses undefined: the check need not ask for it. */
      readonly covered: boolean;
      readonly steps: readonly Step[];
      /** The function that explains it by a unit's explanation where that is all, else the one that says it is absent. */
      readonly explainer: string | undefined;
    }
  /** Values in the body are never shown. */
  | { readonly kind: "secret"; readonly body: readonly Step[] }
  /** Another unit takes over for a value. */
  | { readonly kind: "call"; readonly unit: Unit; readonly value: string; readonly depth: string | undefined };

export interface Refusal {
  readonly kind: "refuse";
  /** Undefined: always. */
  readonly when: string | undefined;
  /** The statement that reports it. */
  readonly report: string;
  readonly otherwise: readonly Step[];
  /** Units whose explanations the report tries. */
  readonly tries?: readonly Unit[];
}

export interface Case {
  readonly when: string;
  readonly steps: readonly Step[];
}

export interface TagCase {
  readonly values: readonly string[];
  readonly steps: readonly Step[];
}

/** Refuses where the condition holds, and goes on with `otherwise` where it does not. */
export function refuse(when: string | undefined, report: string, otherwise: readonly Step[] = []): Refusal {
  return { kind: "refuse", when, report, otherwise };
}

/** Goes on where the condition holds; nothing where there is nothing to go on with. */
export function given(when: string, steps: readonly Step[]): Step[] {
  return steps.length === 0 ? [] : [{ kind: "choose", cases: [{ when, steps }], otherwise: [] }];
}

/** A unit with what it does. */
export interface WalkedUnit {
  readonly unit: Unit;
  readonly steps: readonly Step[];
}

/** Whether steps do no more than to leave a value to a unit. */
export function isOneCall(steps: readonly Step[]): steps is readonly [Extract<Step, { kind: "call" }>] {
  return steps.length === 1 && steps[0]?.kind === "call";
}
