/**
 * The style guide in a process of its own: rules and examples take most of the time of a check. The spec is read meanwhile,
 * and the servers respond.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { StyleProblem } from "../lint-spec.ts";

/** The result of a check: the problems, or the message of the error that ended it. */
export type StyleResult = { readonly problems: StyleProblem[] } | { readonly failed: string };

export class StyleGuide {
  readonly #process = fork(fileURLToPath(new URL("./style-process.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
  });
  /** A process that is still starting does not notice by itself that this one ended. */
  readonly #kill = (): void => void this.#process.kill();
  /** One check at a time, so that each result is that of its own check. */
  #last: Promise<unknown> = Promise.resolve();

  constructor() {
    process.on("exit", this.#kill);
  }

  /**
   * Returns every error of the style guide, as `lintSpec` does.
   *
   * @throws {Error} if the spec cannot be read.
   */
  lint(file: string, rules: string): Promise<StyleProblem[]> {
    const result = this.#last.then(() => this.#lint(file, rules));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #lint(file: string, rules: string): Promise<StyleProblem[]> {
    const exited = once(this.#process, "exit").then((): never => {
      throw new Error("The process of the style guide ended.");
    });
    exited.catch(() => undefined);
    const responded = once(this.#process, "message") as Promise<[StyleResult]>;
    this.#process.send({ file, rules });
    const [result] = await Promise.race([responded, exited]);
    if ("failed" in result) throw new Error(result.failed);
    return result.problems;
  }

  close(): void {
    process.off("exit", this.#kill);
    this.#kill();
  }
}
