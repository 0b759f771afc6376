import type { IdempotencyOutcome, IdempotencyStore, IdempotentRequest, RecordedResponse } from "@vinr/server";

/** The part of a PostgreSQL driver that is used here, as `pg` has it. */
export interface Pool {
  connect(): Promise<Connection>;
}

export interface Connection {
  query(text: string, values?: readonly unknown[]): Promise<QueryResult>;
  /** Gives the connection back to its pool, or closes it. */
  release(isBroken?: boolean): void;
  on(event: "error", listener: () => void): unknown;
  off(event: "error", listener: () => void): unknown;
}

interface QueryResult {
  readonly rows: readonly Record<string, unknown>[];
  /** The command that was carried out, such as `COMMIT`. */
  readonly command?: string;
}

export const schema = `
  create table idempotency_keys (
    account text, operation text, key text,
    fingerprint text not null, status integer not null, body text not null,
    created_at timestamptz not null default now(),
    primary key (account, operation, key)
  )`;

/** An idempotency store in PostgreSQL: the record of a key and the effect of its request are one transaction. */
export function createSqlStore(pool: Pool): IdempotencyStore<Connection> {
  return {
    async run(request, effect) {
      const connection = await pool.connect();
      let isBroken = false;
      const onError = () => {
        isBroken = true;
      };
      // A connection that breaks between two queries emits an event, which ends the process if nobody listens.
      connection.on("error", onError);
      try {
        await connection.query("begin");
        const outcome =
          request.key === undefined ? executed(await effect(connection)) : await runOnce(connection, request, effect);
        const { command } = await connection.query("commit");
        // Where a query has failed and the operation went on, PostgreSQL rolls back instead, without an error.
        if (command === "ROLLBACK") throw new Error("Nothing was committed: a query of the operation had failed.");
        return outcome;
      } catch (error) {
        await connection.query("rollback").catch(onError);
        throw error;
      } finally {
        connection.off("error", onError);
        connection.release(isBroken);
      }
    },
  };
}

async function runOnce(
  connection: Connection,
  { account, operationId, key, fingerprint }: IdempotentRequest,
  effect: (transaction: Connection) => Promise<RecordedResponse>,
): Promise<IdempotencyOutcome> {
  const scope = [account, operationId, key];
  // Held until the transaction ends, even by a crash. A unique index alone would let the second request wait instead.
  const lock = "select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken";
  const [locked] = (await connection.query(lock, [JSON.stringify(scope)])).rows;
  if (locked?.taken !== true) return { kind: "in_progress" };
  const [record] = (await connection.query(findRecord, scope)).rows;
  if (record !== undefined) {
    if (record.fingerprint !== fingerprint) return { kind: "reused" };
    return { kind: "replayed", response: { status: Number(record.status), body: String(record.body) } };
  }
  const response = await effect(connection);
  await connection.query(saveRecord, [...scope, fingerprint, response.status, response.body]);
  return executed(response);
}

const executed = (response: RecordedResponse): IdempotencyOutcome => ({ kind: "executed", response });

const findRecord = `
  select fingerprint, status, body from idempotency_keys
  where account = $1 and operation = $2 and key = $3 and created_at > now() - interval '24 hours'`;

/** A record that has expired, and is not deleted yet, makes room for the new one. */
const saveRecord = `
  insert into idempotency_keys (account, operation, key, fingerprint, status, body) values ($1, $2, $3, $4, $5, $6)
  on conflict (account, operation, key) do update
  set fingerprint = excluded.fingerprint, status = excluded.status, body = excluded.body, created_at = now()`;
