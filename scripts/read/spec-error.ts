import type { Place } from "../model.ts";

/** One thing wrong with a spec, and where. */
export interface Problem {
  readonly place: Place;
  /** The problem, as a sentence without a final dot. */
  readonly message: string;
  /** The hint, as an imperative without a final dot. */
  readonly hint?: string;
  /** The file, where it is not the one that was asked for (a file reached by `$ref`). */
  readonly file?: string;
}

/** A spec that cannot be used. The message lists all problems found, each as `file:line  pointer  message  → hint`. */
export class SpecError extends Error {
  override readonly name = "SpecError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], file = "the spec", options?: ErrorOptions) {
    super(problems.map((problem) => formatProblem(problem, file)).join("\n"), options);
    this.problems = problems;
  }

  /** The same problems in a file that is known by now. */
  inFile(file: string): SpecError {
    return new SpecError(this.problems, file, { cause: this.cause });
  }
}

/** An exception of a library or of our own code, which tells nothing of the spec, as a problem; a `SpecError` stays one. */
export function asSpecError(what: string, error: unknown, place: Place = { pointer: "", line: 1 }): SpecError {
  if (error instanceof SpecError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const message = `${what} failed: ${reason.replace(/\s+/g, " ")}`;
  const problem = { place, message, hint: "remove parts of the spec until it works, to find the one at fault" };
  return new SpecError([problem], undefined, { cause: error });
}

function formatProblem({ place, message, hint, file }: Problem, mainFile: string): string {
  const where = [`${file ?? mainFile}:${place.line}`, place.pointer === "" ? "/" : place.pointer];
  return [...where, hint === undefined ? message : `${message}  → ${hint}`].join("  ");
}
