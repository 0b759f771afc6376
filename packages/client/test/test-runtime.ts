import type { Runtime } from "../src/index.js";

/** Waits up to this long, in milliseconds, are over at once; longer ones are time-outs, and wait to be let through. */
const longestWait = 20_000;

export interface TestRuntime extends Runtime {
  /** The waits that were over at once, in milliseconds. */
  readonly waits: readonly number[];
  /** Timers that run. */
  readonly running: number;
  /** How long the timers that run were set for, in milliseconds. */
  readonly dueIn: readonly number[];
  /** Moves the clock; timers whose time has come call back. */
  advance(ms: number): void;
}

/** A clock that moves only by `advance` and short waits, chance that is always a half, and keys that count. */
export function createTestRuntime(): TestRuntime {
  const timers = new Set<{ ms: number; due: number; callback: () => void }>();
  const waits: number[] = [];
  let now = Date.parse("2026-04-15T10:30:00Z");
  let keys = 0;
  return {
    waits,
    get running() {
      return timers.size;
    },
    get dueIn() {
      return [...timers].map(({ ms }) => ms);
    },
    now: () => now,
    elapsed: () => now,
    after(ms, callback) {
      const timer = { ms, due: now + ms, callback };
      timers.add(timer);
      if (ms <= longestWait) {
        setImmediate(() => {
          if (!timers.delete(timer)) return;
          waits.push(ms);
          now += ms;
          callback();
        });
      }
      return () => timers.delete(timer);
    },
    random: () => 0.5,
    createKey: () => `key-${++keys}`,
    advance(ms) {
      now += ms;
      for (const timer of [...timers]) {
        if (timer.due <= now && timers.delete(timer)) timer.callback();
      }
    },
  };
}
