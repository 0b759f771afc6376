/** A schema, and values that it accepts and rejects. */
export interface KeywordCase {
  readonly schema: object;
  readonly valid: readonly unknown[];
  /** Values with the issues they have: the pointer where it is not the root, and the code. */
  readonly invalid: readonly (readonly [value: unknown, ...issues: string[]])[];
}

/** An object's schema. */
export const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });
