import { VinrError } from "../errors/errors.js";

/** The time and randomness that the client uses. Tests replace it. */
export interface Runtime {
  /** Milliseconds since 1970, to compare with dates that servers send. */
  now(): number;
  /** Milliseconds since an arbitrary moment. It never goes back, so deadlines are measured by it. */
  elapsed(): number;
  /** Calls back after a number of milliseconds; the returned function cancels it. */
  after(ms: number, callback: () => void): () => void;
  /** A number from 0 up to, but not including, 1. */
  random(): number;
  /** A new idempotency key: a UUID v4. */
  createKey(): string;
}

/** The system's time and randomness. */
export const systemRuntime: Runtime = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  createKey,
};

/**
 * Creates a UUID v4. `crypto.randomUUID` is missing on pages without TLS and in Hermes.
 *
 * @throws {VinrError} `crypto_missing`, if the runtime has no secure randomness.
 */
function createKey(): string {
  const bytes = globalThis.crypto?.getRandomValues?.(new Uint8Array(36));
  if (!bytes) {
    throw new VinrError("This runtime has no crypto.getRandomValues: pass idempotencyKey.", { code: "crypto_missing" });
  }
  // The version is 4, and the variant 8 is one of the four that RFC 9562 allows.
  return "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, (_, index) => ((bytes[index] ?? 0) % 16).toString(16));
}
