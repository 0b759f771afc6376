import type { CardOutcome } from "../domain/cards.js";

/** The effect of a test card in words, such as `card declined`. */
export function effectOf(outcome: CardOutcome): string {
  if (outcome.kind === "decline") return outcome.failure.code.replaceAll("_", " ");
  return outcome.kind === "succeed" ? "succeeds" : "asks for 3-D Secure";
}
