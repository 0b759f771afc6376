import type { Runtime } from "../runtime.js";

/** The real one, taken before a test puts another in its place. */
const { setTimeout: soon } = globalThis;

/** How a virtual clock is made. */
export interface VirtualClockOptions {
  /** Where it starts: a date, or milliseconds since 1970. Default: 2026-04-15T10:30:00Z. */
  readonly start?: Date | number | undefined;
  /** With `manual`, time passes by `advance` alone. Default: `auto`: it jumps to the next timer when nothing else happens. */
  readonly mode?: "auto" | "manual" | undefined;
}

/**
 * Time and chance for tests: a clock that nobody waits for, backoffs without jitter's chance (always half), and
 * idempotency keys that count: `key-1`, `key-2`, …
 */
export class VirtualClock implements Runtime {
  /** The waits that were over, in milliseconds: backoffs, and time-outs that were reached. */
  readonly waits: number[] = [];
  readonly #timers = new Set<{ readonly ms: number; readonly due: number; readonly callback: () => void }>();
  readonly #isAuto: boolean;
  #now: number;
  #keys = 0;
  #busy = 0;

  constructor({ start = Date.parse("2026-04-15T10:30:00Z"), mode = "auto" }: VirtualClockOptions = {}) {
    this.#now = Number(start);
    this.#isAuto = mode === "auto";
  }

  // Fields, since the client takes them off the object one by one.
  readonly now = (): number => this.#now;
  readonly elapsed = (): number => this.#now;
  readonly random = (): number => 0.5;
  readonly createKey = (): string => `key-${++this.#keys}`;
  readonly after = (ms: number, callback: () => void): (() => void) => {
    const timer = { ms, due: this.#now + ms, callback };
    this.#timers.add(timer);
    this.#jumpSoon();
    return () => this.#timers.delete(timer);
  };

  /** How many timers run. */
  get running(): number {
    return this.#timers.size;
  }

  /** Moves the clock; timers whose time has come call back, the earliest first. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#next(); next !== undefined && next.due <= end; next = this.#next()) this.#fire(next);
    this.#now = end;
  }

  /** Keeps the clock from jumping while work is under way that takes real time. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    this.#busy++;
    try {
      return await work();
    } finally {
      this.#busy--;
      this.#jumpSoon();
    }
  }

  #next() {
    return [...this.#timers].sort((a, b) => a.due - b.due)[0];
  }

  #fire(timer: { readonly ms: number; readonly due: number; readonly callback: () => void }): void {
    this.#timers.delete(timer);
    this.#now = timer.due;
    this.waits.push(timer.ms);
    timer.callback();
  }

  /** After all that is ready has run: what is left waits for time to pass. */
  #jumpSoon(): void {
    if (!this.#isAuto) return;
    soon(() => {
      const next = this.#next();
      if (next === undefined || this.#busy > 0) return;
      this.#fire(next);
      this.#jumpSoon();
    }, 0);
  }
}
