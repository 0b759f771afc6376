/** One thing that is wrong with a request. */
export interface Violation {
  /** `body`, `query`, `path` or `header`, then the names down to the value. */
  readonly path: readonly string[];
  /** `missing` and `unknown` are about a member of the value. */
  readonly keyword: string;
  /** The member that is missing or unknown. */
  readonly name?: string;
  /** The names that it could have. */
  readonly known?: readonly string[];
  /** The rule that the value breaks, such as `must be >= 1`. */
  readonly message: string;
  readonly value?: unknown;
}
