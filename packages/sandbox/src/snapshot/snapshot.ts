import type { Moment } from "../domain/time.js";
import type { AccountContents, StoredResponse } from "../store/store.js";

/**
 * The version that this program writes, and the only one that it reads. A change to the format below takes the next
 * number.
 */
export const snapshotVersion = 1;

/**
 * Everything in one account, as one JSON value. It holds the secrets of the account's webhook endpoints. The account's name is
 * not in it, so any account can be restored from it.
 *
 * @example
 * ```ts
 * async function fork(from: SandboxAccount, to: SandboxAccount): Promise<void> {
 *   const snapshot: Snapshot = await from.snapshot();
 *   await to.restore(snapshot);
 * }
 * ```
 */
export interface Snapshot extends AccountContents {
  readonly format: "vinr-sandbox-snapshot";
  readonly version: typeof snapshotVersion;
  /** The account's time, in milliseconds since the epoch. */
  readonly time: Moment;
  /** Both decide the ids that come next, so that none is made twice. */
  readonly ids: { readonly seed: number; readonly count: number };
  /** How many of the next refunds to finish will fail. */
  readonly failingRefunds: number;
}

/** Snapshots as this process built them. */
const ownSnapshots = new WeakSet<object>();

/** Whether this process built a snapshot, which its holder must not change. */
export function isOwnSnapshot(value: unknown): value is Snapshot {
  return typeof value === "object" && value !== null && ownSnapshots.has(value);
}

/** Builds a snapshot: the same one, whichever store the contents come from. */
export function buildSnapshot(
  settings: Pick<Snapshot, "failingRefunds" | "ids" | "time">,
  { objects, entries, due, responses }: AccountContents,
): Snapshot {
  const snapshot: Snapshot = {
    format: "vinr-sandbox-snapshot",
    version: snapshotVersion,
    ...settings,
    objects,
    entries,
    due,
    responses: responses.filter(({ expiresAt }) => expiresAt > settings.time).sort(byKey),
  };
  ownSnapshots.add(snapshot);
  return snapshot;
}

function byKey(one: StoredResponse, other: StoredResponse): number {
  return compare(one.operationId, other.operationId) || compare(one.key, other.key);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
