import type { Position } from "./automaton.ts";
import { Unprovable } from "./parse-pattern.ts";

/** Positions that each lead to all the others: a loop, or nested loops. */
type Loop = ReadonlySet<number>;

/** The positions that several matches of one text have reached. */
type State = readonly number[];

/** Matches any character. A loop over it models the search for the start of a match. */
export const ANYTHING = "[\\s\\S]";

/** The search stops at this number of states. */
const MOST_STATES = 200_000;

/** Describes how a text can match in too many ways to try them all; undefined if no text can. */
export function findAmbiguity(positions: readonly Position[]): string | undefined {
  const loops = loopsOf(positions);
  const name = (loop: Loop) => [...new Set([...loop].map((i) => positions[i]?.source ?? ""))].slice(0, 3).join(" ");
  for (const loop of loops) {
    if (!matchesInTwoWays(positions, loop)) continue;
    return `can match one text in several ways in the loop of ${name(loop)}`;
  }
  for (const one of loops) {
    const other = loops.find((loop) => loop !== one && dividesTexts(positions, one, loop));
    if (other === undefined) continue;
    const first = name(one) === ANYTHING ? "the search for where it matches" : `the loop of ${name(one)}`;
    return `can divide one text in many ways between ${first} and the loop of ${name(other)}`;
  }
  return undefined;
}

function loopsOf(positions: readonly Position[]): Loop[] {
  const reached = positions.map((_, from) => reach([[from]], ([at = 0]) => follow(positions, [at])));
  const isReached = (from: number, to: number) => reached[from]?.has(String(to)) ?? false;
  const loops: Loop[] = [];
  for (const i of positions.keys()) {
    if (!isReached(i, i) || loops.some((loop) => loop.has(i))) continue;
    loops.push(new Set([...positions.keys()].filter((j) => isReached(i, j) && isReached(j, i))));
  }
  return loops;
}

/** Whether two matches of a text can diverge within a loop and meet again: each round doubles their number. */
function matchesInTwoWays(positions: readonly Position[], loop: Loop): boolean {
  const isInside = (state: State) => state.every((at) => loop.has(at));
  for (const at of loop) {
    for (const [next, ways] of positions[at]?.next ?? []) if (ways > 1 && loop.has(next)) return true;
  }
  const steps = (state: State) => follow(positions, state).filter(isInside);
  const diverged = [...loop].flatMap((at) => steps([at, at])).filter(([one, other]) => one !== other);
  const met = reach(diverged, steps);
  return [...loop].some((at) => met.has(`${at},${at}`));
}

/** Whether one text passes around one loop, from it to the other, and around the other: each may take any part of it. */
function dividesTexts(positions: readonly Position[], one: Loop, other: Loop): boolean {
  const steps = (state: State) =>
    follow(positions, state).filter(([first = 0, , third = 0]) => one.has(first) && other.has(third));
  return [...one].some((p) => [...other].some((q) => reach([[p, p, q]], steps).has(`${p},${q},${q}`)));
}

/** The states after one more character that all matches take. */
function follow(positions: readonly Position[], state: State): State[] {
  let states: { readonly at: State; readonly set: bigint }[] = [{ at: [], set: -1n }];
  for (const here of state) {
    states = states.flatMap(({ at, set }) =>
      [...(positions[here]?.next.keys() ?? [])].flatMap((next) => {
        const shared = set & (positions[next]?.set ?? 0n);
        return shared === 0n ? [] : [{ at: [...at, next], set: shared }];
      }),
    );
  }
  return states.map(({ at }) => at);
}

/** The states reachable from some states in one or more steps. */
function reach(from: readonly State[], steps: (state: State) => readonly State[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...from];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const next of steps(state)) {
      const key = next.join();
      if (reached.has(key)) continue;
      if (reached.size >= MOST_STATES) throw new Unprovable("is too large to analyze");
      reached.add(key);
      open.push(next);
    }
  }
  return reached;
}
