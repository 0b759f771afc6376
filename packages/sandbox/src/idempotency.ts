import type { IdempotencyOutcome, IdempotencyStore, IdempotentRequest, RequestWithoutKey } from "@vinr/server";
import { type Account, type World, withAccount, withReplacedAccount } from "./account.js";
import { isReplacing } from "./quotas.js";
import type { Store } from "./store/store.js";
import { Turns } from "./turns.js";

/** Remembers responses in the store: the record of a key and its effect are one transaction of its account. */
export function createIdempotencyStore(store: Store, world: World): IdempotencyStore<Account> {
  return {
    run: (request, effect) => {
      const run = isReplacing(request.operationId) ? withReplacedAccount : withAccount;
      return run(store, world, request.account, async (account): Promise<IdempotencyOutcome> => {
        const known = await findKnown(account, request);
        if (known !== undefined) return known;
        await account.throwIfFull(request.operationId);
        const wasFull = account.isFull;
        const response = await effect(account);
        // What a full account still does can be repeated, and to remember it would take more of the room that is used up.
        const hasRoom = !(wasFull && account.isFull);
        if (request.key !== undefined && hasRoom) await account.remember(request, response);
        return { kind: "executed", response };
      });
    },
  };
}

/**
 * The same for operations that send deliveries. A delivery leaves the store, and its receiver may call the API, so the record of
 * a key is made after the effect: the two are apart if the process ends in between, or if two processes get the key at once. In
 * one process, whoever sends a key again waits for the first response.
 */
export function createLooseIdempotencyStore(store: Store, world: World): IdempotencyStore<undefined> {
  const turns = new Turns();
  const run: IdempotencyStore<undefined>["run"] = async (request, effect) => {
    const { known, replacements } = await withAccount(store, world, request.account, async (account) => {
      const known = await findKnown(account, request);
      if (known === undefined) await account.throwIfFull(request.operationId);
      return { known, replacements: account.replacements };
    });
    if (known !== undefined) return known;
    const response = await effect(undefined);
    if (request.key !== undefined) {
      await withAccount(store, world, request.account, async (account) => {
        // An account that was reset or restored meanwhile has not done this.
        if (account.replacements === replacements) await account.remember(request, response);
      });
    }
    return { kind: "executed", response };
  };
  return {
    run(request, effect) {
      const { account, operationId, key } = request;
      return key === undefined
        ? run(request, effect)
        : turns.run(`${account} ${operationId} ${key}`, () => run(request, effect));
    },
  };
}

type Request = IdempotentRequest | RequestWithoutKey;

async function findKnown(account: Account, request: Request): Promise<IdempotencyOutcome | undefined> {
  if (request.key === undefined) return undefined;
  const known = await account.records.findResponse(request, account.now);
  if (known === undefined) return undefined;
  return known.fingerprint === request.fingerprint
    ? { kind: "replayed", response: known.response }
    : { kind: "reused" };
}
