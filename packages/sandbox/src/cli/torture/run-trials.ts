import type { Reaction, Receiver } from "./receiver.js";
import { isAsExpected, type Trial, trials } from "./trials.js";

/** A trial, and how the receiver reacted. */
export interface TrialResult extends Pick<Trial, "expected" | "name" | "reason"> {
  readonly isPassed: boolean;
  /** The receiver's reaction to each request. */
  readonly reactions: readonly Reaction[];
}

/** Runs all trials, one after another, and calls `onTrial` before each. If the first one fails, it is the only one. */
export async function runTrials(
  receiver: Receiver,
  onTrial: (number: number, count: number, name: string) => void = () => {},
): Promise<readonly TrialResult[]> {
  const results: TrialResult[] = [];
  for (const trial of trials) {
    onTrial(results.length + 1, trials.length, trial.name);
    const reactions = await trial.run(receiver);
    const { name, expected, reason } = trial;
    const isPassed = reactions.every((reaction) => isAsExpected(reaction, expected));
    results.push({ name, expected, reason, isPassed, reactions });
    if (results.length === 1 && !isPassed) break;
  }
  return results;
}

/** The results as a table, the reason below each that failed. */
export function describeResults(results: readonly TrialResult[]): readonly string[] {
  const names = [...results.map(({ name }) => name), "trial"];
  const width = Math.max(...names.map(({ length }) => length));
  const line = (mark: string, name: string, expected: string, did: string) =>
    `${mark.padEnd(6)}  ${name.padEnd(width)}  ${expected.padEnd(13)}  ${did}`.trimEnd();
  return [
    line("", "trial", "expected", "the receiver"),
    ...results.flatMap(({ isPassed, name, expected, reactions, reason }) => {
      const row = line(isPassed ? "passed" : "FAILED", name, expected, summarize(reactions));
      return isPassed ? [row] : [row, `        ${reason}`];
    }),
  ];
}

/** Such as `204`, or `204 ×9, 500`. */
function summarize(reactions: readonly Reaction[]): string {
  const counts = new Map<Reaction, number>();
  for (const reaction of reactions) counts.set(reaction, (counts.get(reaction) ?? 0) + 1);
  return [...counts].map(([reaction, count]) => (count === 1 ? String(reaction) : `${reaction} ×${count}`)).join(", ");
}
