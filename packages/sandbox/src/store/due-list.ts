import type { DueWork } from "../domain/decision.js";
import type { Moment } from "../domain/time.js";

/** Work, and how much of the list comes before it. */
export interface PlacedWork {
  readonly work: DueWork;
  readonly index: number;
}

/** Due work, in the order of its moments; work of one moment in the order in which it was added. */
export class DueList {
  readonly #sorted: DueWork[] = [];
  readonly #moments = new Map<string, Moment>();

  add(work: DueWork): void {
    this.insert({ work, index: countBefore(this.#sorted, ({ at }) => at <= work.at) });
  }

  /** Puts work where it was before. */
  insert({ work, index }: PlacedWork): void {
    this.#sorted.splice(index, 0, work);
    this.#moments.set(keyOf(work), work.at);
  }

  /** Returns the work that was removed, and its place. */
  remove(wanted: Omit<DueWork, "at">): PlacedWork | undefined {
    const key = keyOf(wanted);
    const moment = this.#moments.get(key);
    if (moment === undefined) return undefined;
    this.#moments.delete(key);
    let index = countBefore(this.#sorted, ({ at }) => at < moment);
    for (let work = this.#sorted[index]; work !== undefined; work = this.#sorted[++index]) {
      if (keyOf(work) !== key) continue;
      this.#sorted.splice(index, 1);
      return { work, index };
    }
    return undefined;
  }

  all(): readonly DueWork[] {
    return this.#sorted;
  }

  first(until: Moment): DueWork | undefined {
    const [first] = this.#sorted;
    return first !== undefined && first.at <= until ? first : undefined;
  }
}

/** How many items at the beginning of a sorted list come before the others. */
export function countBefore<T>(sorted: readonly T[], isBefore: (item: T) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function keyOf({ kind, subject }: Omit<DueWork, "at">): string {
  return `${kind} ${subject}`;
}
