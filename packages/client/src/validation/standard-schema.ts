/**
 * A validator that follows Standard Schema, version 1, such as those of `@vinr/validators`, zod and valibot.
 *
 * @see https://standardschema.dev
 */
export interface StandardSchema {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => ValidationResult | Promise<ValidationResult>;
  };
}

/** The result of a validator. */
export interface ValidationResult {
  readonly issues?: readonly ValidationIssue[] | undefined;
}

/** One thing that a validator found wrong with a value. */
export interface ValidationIssue {
  readonly message: string;
  /** The keys from the root of the value to the issue. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}
