/**
 * A validator of any library that follows Standard Schema, version 1: those of `@vinr/validators`, zod, valibot.
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

/** What a validator found. */
export interface ValidationResult {
  readonly issues?: readonly ValidationIssue[] | undefined;
}

/** One thing that is wrong with a value. */
export interface ValidationIssue {
  readonly message: string;
  /** The keys from the value down to what is wrong. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}
