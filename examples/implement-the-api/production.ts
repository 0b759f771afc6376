import { createPartialHandler, createTokenBucket, type Handler } from "@vinr/server";
import { createAuthenticate, type StoredKey } from "./authenticate.ts";
import { type Bank, sqlPaymentOperations } from "./sql-payments.ts";
import { createSqlStore, type Pool } from "./sql-store.ts";

interface Services {
  readonly pool: Pool;
  readonly bank: Bank;
  readonly findKey: (hash: string) => Promise<StoredKey | undefined>;
  readonly log: (entry: object) => void;
}

/** The payments of production. Without authenticate, idempotency and rateLimiter it would throw an error here. */
export function createProductionHandler({ pool, bank, findKey, log }: Services): Handler {
  const bucket = createTokenBucket({ limit: 100, burst: 200 });
  return createPartialHandler(sqlPaymentOperations(bank), {
    environment: "production",
    authenticate: createAuthenticate(findKey),
    idempotency: createSqlStore(pool),
    // Each key has a bucket, so that one of a merchant's systems cannot stop another. Several processes need a shared one.
    rateLimiter: { take: (caller) => bucket.take(caller && { account: caller.keyId }) },
    onError: (error, { requestId, operationId }) => log({ requestId, operationId, error }),
  });
}
