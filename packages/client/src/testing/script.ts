import type { Responder } from "./responses.js";

/** The responses that a test scripts for one operation, in order. */
export class Script {
  readonly #steps: { readonly respond: Responder; left: number }[] = [];

  /** @throws {TypeError} unless `times` is a whole number from 1, or `Infinity`. */
  add(respond: Responder, times: number): void {
    if (!(times >= 1) || (times !== Number.POSITIVE_INFINITY && !Number.isInteger(times))) {
      throw new TypeError("The option times must be a whole number from 1, or Infinity.");
    }
    this.#steps.push({ respond, left: times });
  }

  /** Takes the responder of the next request; undefined once all have been used. */
  next(): Responder | undefined {
    const [step] = this.#steps;
    if (step === undefined) return undefined;
    step.left -= 1;
    if (step.left === 0) this.#steps.shift();
    return step.respond;
  }
}
