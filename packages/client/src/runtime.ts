/** What the client takes from the world: time and randomness. Tests give their own. */
export interface Runtime {
  /** Milliseconds since 1970, for what servers say in dates. */
  now(): number;
  /** Milliseconds since any moment, never turned back: deadlines go by it. */
  elapsed(): number;
  /** Calls back after so many milliseconds; the function that it returns calls that off. */
  after(ms: number, callback: () => void): () => void;
  /** A number from 0 up to, but not including, 1. */
  random(): number;
  /** A new idempotency key: a UUID v4. */
  createKey(): string;
}

/** The world as it is. */
export const worldRuntime: Runtime = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  createKey: () => crypto.randomUUID(),
};
