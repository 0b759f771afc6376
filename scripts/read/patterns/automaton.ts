import { characterSets } from "./character-sets.ts";
import { type Node, Unprovable } from "./parse-pattern.ts";

/** One place of a pattern that takes a character. */
export interface Position {
  /** The set of characters it takes, as the pattern writes it. */
  readonly source: string;
  /** The set, as bits: two positions can take the same character where their sets share a bit. */
  readonly set: bigint;
  /** The positions that may take the next character, each with the number of ways there: 1, or 2 for several. */
  readonly next: Ways;
}

type Ways = Map<number, number>;

/** A part of a pattern: its first and last positions, and the number of ways in which it matches nothing. */
interface Part {
  readonly first: Ways;
  readonly last: Ways;
  readonly empty: number;
}

/** The most positions of a pattern. */
const MOST_POSITIONS = 1000;

/**
 * The positions of a pattern (Glushkov's automaton), with every way from one to another. A part with bounds such as `{2,5}`
 * occurs twice and then repeats without end: that adds ways, but loses none.
 */
export function automatonOf(node: Node): readonly Position[] {
  const builder = new Builder();
  builder.build(node);
  const sets = characterSets(builder.sources);
  return builder.sources.map((source, i) => ({
    source,
    set: sets.get(source) ?? 0n,
    next: builder.next[i] ?? new Map(),
  }));
}

class Builder {
  readonly sources: string[] = [];
  readonly next: Ways[] = [];

  build(node: Node): Part {
    if (node.kind === "character") return this.position(node.source);
    if (node.kind === "sequence") return node.parts.map((part) => this.build(part)).reduce(this.follow, NOTHING);
    if (node.kind === "choice") return node.parts.map((part) => this.build(part)).reduce(either);
    // `^` and `$` take no character.
    if (node.kind !== "repeat") return NOTHING;
    const { part, least, most } = node;
    const copies = Array.from({ length: Math.min(least, MOST_POSITIONS) }, () => this.build(part));
    if (most === undefined || most > Math.max(least, 1)) copies.push(this.loop(this.build(part)));
    else if (most > least) copies.push({ ...this.build(part), empty: 1 });
    return copies.reduce(this.follow, NOTHING);
  }

  private position(source: string): Part {
    if (this.sources.length >= MOST_POSITIONS) throw new Unprovable(`is longer than ${MOST_POSITIONS} characters`);
    const here = new Map([[this.sources.push(source) - 1, 1]]);
    this.next.push(new Map());
    return { first: here, last: here, empty: 0 };
  }

  private readonly follow = (before: Part, after: Part): Part => {
    this.connect(before.last, after.first);
    return {
      first: sum(before.first, times(after.first, before.empty)),
      last: sum(after.last, times(before.last, after.empty)),
      empty: few(before.empty * after.empty),
    };
  };

  /** A round that matches nothing ends a loop, so there is only one way to match nothing. */
  private loop(part: Part): Part {
    this.connect(part.last, part.first);
    return { ...part, empty: 1 };
  }

  private connect(from: Ways, to: Ways): void {
    for (const [position, ways] of from) {
      this.next[position] = sum(this.next[position] ?? new Map(), times(to, ways));
    }
  }
}

const NOTHING: Part = { first: new Map(), last: new Map(), empty: 1 };

function either(one: Part, other: Part): Part {
  return {
    first: sum(one.first, other.first),
    last: sum(one.last, other.last),
    empty: few(one.empty + other.empty),
  };
}

function sum(one: Ways, other: Ways): Ways {
  const both = new Map(one);
  for (const [position, ways] of other) both.set(position, few((both.get(position) ?? 0) + ways));
  return both;
}

function times(ways: Ways, factor: number): Ways {
  if (factor === 0) return new Map();
  return new Map([...ways].map(([position, count]) => [position, few(count * factor)]));
}

/** It only matters whether there is a second way. */
function few(count: number): number {
  return Math.min(count, 2);
}
