import type { DueWork } from "../domain/decision.js";
import type { Moment } from "../domain/time.js";

/** Work, and how much of the list comes before it. */
export interface PlacedWork {
  readonly work: DueWork;
  readonly index: number;
}

/** Due work, in the order of its moments. Work for the same moment stays in the order in which it was added. */
export class DueList {
  /** In order. Work before the start is done: removing the first of many would move all others. */
  #sorted: DueWork[] = [];
  #start = 0;
  readonly #moments = new Map<string, Moment>();

  add(work: DueWork): void {
    const last = this.#sorted.at(-1);
    if (last === undefined || last.at <= work.at) {
      // Most new work is due after all other work, and a restored list is in order.
      this.#sorted.push(work);
      this.#moments.set(keyOf(work), work.at);
    } else this.insert({ work, index: this.#countBefore(({ at }) => at <= work.at) });
  }

  /** Puts work where it was before. */
  insert({ work, index }: PlacedWork): void {
    if (index === 0 && this.#start > 0) {
      this.#start -= 1;
      this.#sorted[this.#start] = work;
    } else this.#sorted.splice(this.#start + index, 0, work);
    this.#moments.set(keyOf(work), work.at);
  }

  /** Returns the work that was removed, and its place. */
  remove(wanted: Omit<DueWork, "at">): PlacedWork | undefined {
    const key = keyOf(wanted);
    const moment = this.#moments.get(key);
    if (moment === undefined) return undefined;
    this.#moments.delete(key);
    let index = this.#countBefore(({ at }) => at < moment);
    for (let work = this.#at(index); work !== undefined; work = this.#at(++index)) {
      if (keyOf(work) !== key) continue;
      this.#removeAt(index);
      return { work, index };
    }
    return undefined;
  }

  all(): readonly DueWork[] {
    return this.#sorted.slice(this.#start);
  }

  first(until: Moment): DueWork | undefined {
    const first = this.#at(0);
    return first !== undefined && first.at <= until ? first : undefined;
  }

  #at(index: number): DueWork | undefined {
    return this.#sorted[this.#start + index];
  }

  #removeAt(index: number): void {
    if (index > 0) {
      this.#sorted.splice(this.#start + index, 1);
      return;
    }
    this.#start += 1;
    // Half of the list is done, so the other half moves once.
    if (this.#start * 2 < this.#sorted.length) return;
    this.#sorted = this.#sorted.slice(this.#start);
    this.#start = 0;
  }

  #countBefore(isBefore: (work: DueWork) => boolean): number {
    return countBefore(this.#sorted, isBefore, this.#start) - this.#start;
  }
}

/** How many items at the beginning of a sorted list come before the others. Those before `from` are known to. */
export function countBefore<T>(sorted: readonly T[], isBefore: (item: T) => boolean, from = 0): number {
  let [low, high] = [from, sorted.length];
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
