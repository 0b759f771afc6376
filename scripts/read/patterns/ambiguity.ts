import type { Position } from "./automaton.ts";
import { Unprovable } from "./parse-pattern.ts";

/** Positions that each lead to all others of them: one loop, or loops in each other. */
type Loop = ReadonlySet<number>;

/** Places at which several readings of one text stand. */
type State = readonly number[];

/** How the search for where a pattern matches is written: a loop over any characters before it. */
export const ANYTHING = "[\\s\\S]";

/** More states than this are not looked into. */
const MOST_STATES = 200_000;

/** How a text can be read in so many ways that trying them all takes too long; undefined where none can. */
export function findAmbiguity(positions: readonly Position[]): string | undefined {
  const loops = loopsOf(positions);
  const name = (loop: Loop) => [...new Set([...loop].map((i) => positions[i]?.source ?? ""))].slice(0, 3).join(" ");
  for (const loop of loops) {
    if (!readsInTwoWays(positions, loop)) continue;
    return `can read one text in several ways, round and round the loop of ${name(loop)}`;
  }
  for (const one of loops) {
    const other = loops.find((loop) => loop !== one && sharesTexts(positions, one, loop));
    if (other === undefined) continue;
    const first = name(one) === ANYTHING ? "the search for where it matches" : `the loop of ${name(one)}`;
    return `can share one text in many ways between ${first} and the loop of ${name(other)}`;
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

/** Whether two readings of a text can part within a loop and meet again: each round doubles their number. */
function readsInTwoWays(positions: readonly Position[], loop: Loop): boolean {
  const isInside = (state: State) => state.every((at) => loop.has(at));
  for (const at of loop) {
    for (const [next, ways] of positions[at]?.next ?? []) if (ways > 1 && loop.has(next)) return true;
  }
  const steps = (state: State) => follow(positions, state).filter(isInside);
  const parted = [...loop].flatMap((at) => steps([at, at])).filter(([one, other]) => one !== other);
  const met = reach(parted, steps);
  return [...loop].some((at) => met.has(`${at},${at}`));
}

/** Whether some text leads round one loop, from it to the other, and round the other: each may take any share of it. */
function sharesTexts(positions: readonly Position[], one: Loop, other: Loop): boolean {
  const steps = (state: State) =>
    follow(positions, state).filter(([first = 0, , third = 0]) => one.has(first) && other.has(third));
  return [...one].some((p) => [...other].some((q) => reach([[p, p, q]], steps).has(`${p},${q},${q}`)));
}

/** Where several readings stand after one more character, which all of them take. */
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

/** The states that can be reached in one step or more from steps, and those given: not those before them. */
function reach(from: readonly State[], steps: (state: State) => readonly State[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...from];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const next of steps(state)) {
      const key = next.join();
      if (reached.has(key)) continue;
      if (reached.size >= MOST_STATES) throw new Unprovable("is too large to judge");
      reached.add(key);
      open.push(next);
    }
  }
  return reached;
}
