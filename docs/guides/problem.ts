/** One thing wrong with a guide. */
export interface GuideProblem {
  /** From 1, as editors count. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Whether it keeps the guide from becoming a page. */
  readonly isFatal: boolean;
}

/** Returns a problem as `docs/src/content/docs/guides/refunds.mdx:12:3  the message`. */
export const describeProblem = (file: string, { line, column, message }: GuideProblem): string =>
  `${file}:${line}:${column}  ${message}`;
