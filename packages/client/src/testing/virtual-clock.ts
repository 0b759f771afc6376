import type { Runtime } from "../config/runtime.js";

/** Taken before a test can replace it with a fake. */
const { setTimeout: setRealTimeout } = globalThis;

/** The options of a virtual clock. */
export interface VirtualClockOptions {
  /** The start time: a date, or milliseconds since 1970. Default: now. */
  readonly start?: Date | number | undefined;
  /** `manual`: time passes only with `advance`. `auto`, the default: it jumps to the next timer when nothing else happens. */
  readonly mode?: "auto" | "manual" | undefined;
}

/**
 * Time and randomness for tests: waits take no real time, every backoff is half of its maximum, and idempotency keys
 * are `key-1`, `key-2`, …
 */
export class VirtualClock implements Runtime {
  /** The waits that have ended, in milliseconds: backoffs, and timeouts that were reached. */
  readonly waits: number[] = [];
  readonly #timers = new Set<{ readonly ms: number; readonly due: number; readonly callback: () => void }>();
  readonly #isAuto: boolean;
  #now: number;
  #keys = 0;
  #busy = 0;

  // Starts now, because deliveries are signed now: on another date, the kit's client would reject them as too old or too new.
  constructor({ start = Date.now(), mode = "auto" }: VirtualClockOptions = {}) {
    this.#now = Number(start);
    this.#isAuto = mode === "auto";
  }

  // Properties, because the client copies them.
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

  /** The number of running timers. */
  get running(): number {
    return this.#timers.size;
  }

  /** Moves the clock forward by milliseconds. Timers that are due call back, earliest first. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#next(); next !== undefined && next.due <= end; next = this.#next()) this.#fire(next);
    this.#now = end;
  }

  /** Keeps the clock from jumping during work that takes real time. */
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

  /** Jumps once everything that is ready has run, and the rest waits for time to pass. */
  #jumpSoon(): void {
    if (!this.#isAuto) return;
    setRealTimeout(() => {
      const next = this.#next();
      if (next === undefined || this.#busy > 0) return;
      this.#fire(next);
      this.#jumpSoon();
    }, 0);
  }
}
