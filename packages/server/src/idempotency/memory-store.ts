import { ownProperties } from "../own-properties.js";
import type { IdempotencyStore, IdempotentRequest, RecordedResponse } from "./idempotency-store.js";

/** As long as the API remembers keys: 24 hours, in milliseconds. */
const lifetime = 24 * 60 * 60 * 1000;

interface Entry {
  readonly fingerprint: string;
  readonly expiresAt: number;
  /** Undefined while the first request runs. */
  response: RecordedResponse | undefined;
}

/**
 * Makes an in-memory idempotency store, for tests and for single-process servers that may forget. It has no transaction:
 * what an operation did before it threw stays.
 *
 * @example
 * ```ts
 * const idempotency = createMemoryIdempotencyStore();
 * ```
 * @param options `now`: the clock, in milliseconds since the epoch. Default: `Date.now`.
 */
export function createMemoryIdempotencyStore(options: { now?: () => number } = {}): IdempotencyStore<undefined> {
  const { now = Date.now } = ownProperties(options);
  // In the order of insertion, which is that of expiry.
  const entries = new Map<string, Entry>();

  const forgetExpired = (time: number): void => {
    for (const [scope, { expiresAt, response }] of entries) {
      if (expiresAt > time) return;
      if (response !== undefined) entries.delete(scope);
    }
  };

  return {
    async run(request, effect) {
      if (request.key === undefined) return { kind: "executed", response: await effect(undefined) };
      const time = now();
      forgetExpired(time);
      const scope = scopeOf(request);
      const known = entries.get(scope);
      if (known !== undefined && known.fingerprint !== request.fingerprint) return { kind: "reused" };
      if (known?.response !== undefined) return { kind: "replayed", response: known.response };
      if (known !== undefined) return { kind: "in_progress" };
      const entry: Entry = { fingerprint: request.fingerprint, expiresAt: time + lifetime, response: undefined };
      entries.set(scope, entry);
      try {
        entry.response = await effect(undefined);
      } catch (error) {
        entries.delete(scope);
        throw error;
      }
      return { kind: "executed", response: entry.response };
    },
  };
}

function scopeOf({ account, operationId, key }: IdempotentRequest): string {
  return JSON.stringify([account, operationId, key]);
}
