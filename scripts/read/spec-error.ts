import type { Place } from "../model.ts";

/** One thing wrong with the description, and where. */
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

  constructor(problems: readonly Problem[], file = "the spec") {
    super(problems.map((problem) => formatProblem(problem, file)).join("\n"));
    this.problems = problems;
  }

  /** The same problems in a file that is known by now. */
  inFile(file: string): SpecError {
    return new SpecError(this.problems, file);
  }
}

function formatProblem({ place, message, hint, file }: Problem, mainFile: string): string {
  const where = [`${file ?? mainFile}:${place.line}`, place.pointer === "" ? "/" : place.pointer];
  return [...where, hint === undefined ? message : `${message}  → ${hint}`].join("  ");
}
