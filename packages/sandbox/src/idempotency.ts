import type { IdempotencyOutcome, IdempotencyStore, IdempotentRequest, RequestWithoutKey } from "@vinr/server";
import type { Account } from "./account/account.js";
import { isReplacing } from "./account/quotas.js";
import { countReplacements, withAccount, withReplacedAccount } from "./account/with-account.js";
import type { World } from "./account/world.js";
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
        // What a full account still does is safe to repeat, and remembering it would take more of the room that is used
        // up.
        const hasRoom = !(wasFull && account.isFull);
        if (request.key !== undefined && hasRoom) await account.remember(request, response);
        return { kind: "executed", response };
      });
    },
  };
}

/**
 * The same for operations that send deliveries. A delivery leaves the store, and its receiver may call the API, so the
 * record of a key is made after the effect: the two are apart if the process ends in between, or if two processes get
 * the key at once. In one process, whoever sends a key again waits for the first response. The effect gets the number
 * of times that the account had been replaced when the request came.
 */
export function createLooseIdempotencyStore(store: Store, world: World): IdempotencyStore<number> {
  const turns = new Turns();
  return {
    async run(request, effect) {
      const { account: name, operationId, key } = request;
      const replacements = await countReplacements(store, world, name);
      const run = async (): Promise<IdempotencyOutcome> => {
        const known = await withAccount(store, world, name, async (account) => {
          const known = await findKnown(account, request);
          if (known === undefined) await account.throwIfFull(operationId);
          return known;
        });
        if (known !== undefined) return known;
        const response = await effect(replacements);
        if (key !== undefined) {
          await withAccount(store, world, name, async (account) => {
            // An account that was reset or restored meanwhile has not done this.
            if (account.replacements === replacements) await account.remember(request, response);
          });
        }
        return { kind: "executed", response };
      };
      return key === undefined ? run() : turns.run(`${name} ${operationId} ${key}`, run);
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
