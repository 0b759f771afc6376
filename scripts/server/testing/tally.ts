import type { Requested } from "../../judge/documented-judge.ts";

/** Counts responses, and remembers what was wrong with them. */
export class Tally {
  readonly statuses = new Map<number, number>();
  /** The first few, with their requests. */
  readonly problems: string[] = [];
  count = 0;
  /** In milliseconds. */
  slowest = 0;
  readonly #memoryAtStart = process.memoryUsage().rss;
  #memoryAtMost = this.#memoryAtStart;
  readonly #start = performance.now();

  /** How far the process grew, in megabytes. */
  get growth(): number {
    return (this.#memoryAtMost - this.#memoryAtStart) / 1e6;
  }

  add(status: number, milliseconds: number, problems: readonly string[], request: Requested | undefined): void {
    this.count += 1;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    this.slowest = Math.max(this.slowest, milliseconds);
    if (this.count % 100 === 0) this.#memoryAtMost = Math.max(this.#memoryAtMost, process.memoryUsage().rss);
    for (const problem of problems) this.#note(`${status} ${problem}: ${JSON.stringify(request)?.slice(0, 600)}`);
  }

  /** Notes an error that the handler did not expect. */
  report(error: unknown): void {
    this.#note(`told: ${error instanceof Error ? error.stack : String(error)}`);
  }

  #note(problem: string): void {
    if (this.problems.length < 10) this.problems.push(problem);
  }

  print(how: string): void {
    const statuses = [...this.statuses].sort(([one], [other]) => one - other);
    const seconds = ((performance.now() - this.#start) / 1000).toFixed(1);
    const listed = statuses.map(([status, count]) => `${status}: ${count}`).join(", ");
    console.info(
      `${this.count} hostile requests ${how} in ${seconds} s: ${listed}. ` +
        `The slowest took ${this.slowest.toFixed()} ms; the process grew by ${this.growth.toFixed()} MB.`,
    );
  }
}
