/**
 * A JSON Schema document, draft 2020-12.
 *
 * @see https://json-schema.org/draft/2020-12
 * @example
 * ```ts
 * function addressOf(schema: JsonSchema): string {
 *   return schema.$id;
 * }
 * ```
 */
export interface JsonSchema {
  readonly $schema: "https://json-schema.org/draft/2020-12/schema";
  /** Its stable address, such as `https://docs.vinr.com/schemas/Payment.json`. */
  readonly $id: string;
  readonly [keyword: string]: unknown;
}
