import type { ShowProgress } from "./progress.js";

/** A sub-command of `vinr-sandbox`, which talks to a running sandbox. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  run(args: readonly string[], context: CommandContext): Promise<void>;
}

/** The process around a command. */
export interface CommandContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** The result, on the standard output. */
  print(line: string): void;
  /** Returns when the reader has received most of what was printed. A command that prints without end waits for it. */
  untilPrinted(): Promise<void>;
  /** A remark, on the standard error: scripts do not read it. */
  remark(line: string): void;
  /** The progress of long work, on the standard error if that is a terminal; undefined if nobody watches. */
  readonly showProgress?: ShowProgress | undefined;
}

/** A command cannot do its work. The message says what to do; the exit code is 1. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** A command is used incorrectly. Its usage is shown; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
