import type { Session } from "./session.ts";

/** A need of a check, beside a server that responds. */
export type Need = "create" | "customer" | "memory";

/** A part of the specification that is tried. */
export interface Check {
  readonly name: string;
  readonly operation: string;
  readonly needs: readonly Need[];
  /**
   * Tries it, and leaves departures in the session. Returns why it was skipped, where it could not be tried.
   *
   * @throws {Stopped} if no more requests may be sent.
   */
  run(session: Session): Promise<string | undefined>;
}

/** Why a check cannot be tried on a server; undefined if it can. */
export function reasonToSkip({ needs }: Pick<Check, "needs">, { facts }: Session): string | undefined {
  if (needs.includes("create") && !facts.mayCreate) return "it creates objects, and the key is a live one";
  if (needs.includes("memory") && facts.isMock) return "the mock has no memory";
  if (needs.includes("customer") && facts.stage === undefined) {
    return "somebody has to pay at the checkout, and the server has no control API";
  }
  return undefined;
}
