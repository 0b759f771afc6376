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
  /** A property of an object, by what its value is held to. */
  | Property
  /** A call that decides: `refused` holds where the value is not right, `explained` reports it. */
  | Scalar
  /** Values in the body are never shown. */
  | { readonly kind: "secret"; readonly body: readonly Step[] }
  /** Another unit takes over for a value. */
  | Call;

export interface Property {
  readonly kind: "property";
  readonly object: string;
  readonly name: string;
  /** How it is read. */
  readonly read: string;
  readonly required: boolean;
  /** What is asked of the value refuses undefined: the check need not ask for it. */
  readonly covered: boolean;
  /** At most one: for the value as it is read. */
  readonly step: Call | Scalar | undefined;
  /** What explains the value, as it stands in a table. */
  readonly member: string;
  /** The function that explains a property by what stands in a table. */
  readonly explainer: string;
}

export interface Scalar {
  readonly kind: "scalar";
  readonly refused: string;
  readonly explained: string;
}

export interface Call {
  readonly kind: "call";
  readonly unit: Unit;
  readonly value: string;
  readonly depth: string | undefined;
}

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
  /** Where the unit has a common form, and explains itself by a call. */
  readonly brief?: Brief | undefined;
}

/** How a unit of a common form is written. */
export type Brief =
  /** One expression decides and explains. */
  | { readonly kind: "whole"; readonly expression: string; readonly tries: readonly Unit[] }
  /** The expression explains; another decides, or the steps do. */
  | {
      readonly kind: "explained";
      readonly expression: string;
      readonly decision?: string;
      readonly tries?: readonly Unit[];
    }
  /** Both in one: what is shared, then the variant of the tag. */
  | {
      readonly kind: "union";
      readonly shared: Unit;
      readonly tag: string;
      readonly variants: readonly { readonly tags: readonly string[]; readonly unit: Unit }[];
      readonly unknown: Unit | { readonly expression: string };
    };
