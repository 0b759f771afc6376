import { seedOf } from "../domain/ids.js";
import { type Moment, minute } from "../domain/time.js";
import { type AccountState, mayBeCommitted, type Records, type Store } from "../store/store.js";
import { Account, workInTransaction } from "./account.js";
import type { World } from "./world.js";

/** The clocks of machines that share a store are expected to differ by less than this. */
const clockTolerance = minute;

/**
 * Runs work for an account, at the present moment of its clock. All that fell due before is carried out first. If there
 * is a lot, this takes several transactions, since others may be waiting for a connection or for the file.
 */
export async function withAccount<T>(
  store: Store,
  world: World,
  name: string,
  work: (account: Account) => Promise<T>,
): Promise<T> {
  for (;;) {
    const done = await transact(store, world, name, work);
    if (done !== undefined) return done.result;
  }
}

/** How often an account has been replaced. Count before waiting for a turn, since it may be reset or restored meanwhile. */
export function countReplacements(store: Store, world: World, name: string): Promise<number> {
  return withAccount(store, world, name, async ({ replacements }) => replacements);
}

/**
 * Runs work that replaces everything in an account. Work that fell due before is not carried out: nothing of it would
 * remain, and a full store has no room for it.
 */
export async function withReplacedAccount<T>(
  store: Store,
  world: World,
  name: string,
  work: (account: Account) => Promise<T>,
): Promise<T> {
  const done = await transact(store, world, name, work, true);
  // Only work that was carried out ends a transaction early.
  if (done === undefined) throw new Error("Nothing due is carried out in an account that is replaced.");
  return done.result;
}

/** Returns undefined if more work is still due. */
async function transact<T>(
  store: Store,
  world: World,
  name: string,
  work: (account: Account) => Promise<T>,
  isReplaced = false,
): Promise<{ result: T } | undefined> {
  const afterCommit: (() => void)[] = [];
  const act = () => {
    for (const one of afterCommit) one();
  };
  try {
    const done = await store.transact(name, async (records) => {
      const state = await records.readAccount();
      // Reads the wall clock once: a second reading, at the end, would let the account's clock fall behind by the
      // length of the transaction. The wall clock may count in fractions, which no snapshot and no database keeps.
      const wall = Math.floor(world.now());
      const clockOffset = offsetAt(wall, state);
      const account = openAccount(records, { ...state, clockOffset }, { world, name, afterCommit });
      if (isReplaced) account.skipTo(wall + clockOffset);
      else await account.advanceTo(wall + clockOffset, workInTransaction);
      if (account.hasDoneMuch) {
        await account.save(clockOffset);
        return undefined;
      }
      const begun = account.now;
      const result = await work(account);
      const moved = clockOffset + account.now - begun;
      // A clock that kept up with the wall clock need not be written, so a request that only reads does not write to a
      // database.
      if (account.hasChanged || moved !== state.clockOffset) await account.save(moved);
      return { result };
    });
    act();
    return done;
  } catch (error) {
    // Whoever repeats the request is then told that it was done. If it was not, one fault too many is the lesser harm.
    if (mayBeCommitted(error)) act();
    throw error;
  }
}

interface OpenedAs {
  readonly world: World;
  readonly name: string;
  readonly afterCommit: (() => void)[];
}

function openAccount(records: Records, state: AccountState, { world, name, afterCommit }: OpenedAs): Account {
  const publicId = state.publicId ?? world.publicIdOf?.(name) ?? null;
  return new Account(
    records,
    { ...state, publicId },
    {
      findNewIdSeed: () => seedOf(`${world.seed} ${name}`),
      checkoutUrlOf: (payment) => world.checkoutUrlOf(payment, publicId),
      forward: world.forward,
      quotas: world.quotas,
      randomText: world.randomText,
      breathe: world.breathe,
      afterCommit,
    },
  );
}

/**
 * How far an account's clock is ahead of the wall clock. If the wall clock was set back, the account's clock continues
 * from where it was. If the clock of another process is a little ahead, the account's clock waits for this one: if each
 * process made up for the difference, each of their turns would push it further.
 */
function offsetAt(wall: Moment, { clockOffset, time }: AccountState): number {
  const behind = time - wall - clockOffset;
  return behind > clockTolerance ? clockOffset + behind : clockOffset;
}
