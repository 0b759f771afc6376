import type { Insertable, Kysely } from "kysely";
import type { ObjectKind } from "../store.js";
import type {
  AccountTable,
  DueWorkTable,
  LedgerEntryTable,
  ListTotalTable,
  ObjectTable,
  ResponseTable,
  Schema,
} from "./schema.js";
import { prepare, prepareForOne } from "./statement.js";

/** Every statement. Those of the records name one account, and read one range of one index. */
export type Statements = ReturnType<typeof buildStatements>;

/** A part of a list: `older` than a sequence, newest first; or `newer`, oldest first. */
export type Direction = "newer" | "older";

type Of<Table, Names extends keyof Table> = Pick<Table, Names>;

/** Builds all statements. `locks`: reading an account waits for the end of other transactions that have read it. */
export function buildStatements(db: Kysely<Schema>, { locks }: { readonly locks: boolean }) {
  return {
    ...accountStatements(db, locks),
    ...responseStatements(db),
    ...objectStatements(db),
    ...listStatements(db),
    ...workStatements(db),
    ...contentsStatements(db),
  };
}

/** Those about everything in an account at once. */
function contentsStatements(db: Kysely<Schema>) {
  const tables = [
    "sandbox_objects",
    "sandbox_list_totals",
    "sandbox_ledger_entries",
    "sandbox_due_work",
    "sandbox_responses",
  ] as const;
  return {
    allObjects: prepare(({ account, kind }: Of<ObjectTable, "account" | "kind">) =>
      db
        .selectFrom("sandbox_objects")
        .select(["body", "parent"])
        .where("account", "=", account)
        .where("kind", "=", kind)
        .orderBy("sequence"),
    ),
    allDue: prepare(({ account, queue }: Of<DueWorkTable, "account" | "queue">) =>
      db
        .selectFrom("sandbox_due_work")
        .select(["kind", "subject", "at"])
        .where("account", "=", account)
        .where("queue", "=", queue)
        .orderBy("at")
        .orderBy("sequence"),
    ),
    allResponses: prepare(({ account }: Of<ResponseTable, "account">) =>
      db
        .selectFrom("sandbox_responses")
        .select(["operation as operationId", "key", "fingerprint", "status", "body", "expires_at as expiresAt"])
        .where("account", "=", account),
    ),
    clear: tables.map((table) =>
      prepare(({ account }: Of<AccountTable, "account">) => db.deleteFrom(table).where("account", "=", account)),
    ),
  };
}

function accountStatements(db: Kysely<Schema>, locks: boolean) {
  return {
    readAccount: prepareForOne(({ account }: Of<AccountTable, "account">) => {
      const query = db
        .selectFrom("sandbox_accounts")
        .select(["state", "next_sequence", "totals", "due_at", "public_id"])
        .where("account", "=", account);
      return locks ? query.forUpdate() : query;
    }),
    addAccount: prepare(({ account, state, next_sequence, totals, due_at }: Insertable<AccountTable>) =>
      db
        .insertInto("sandbox_accounts")
        .values({ account, state, next_sequence, totals, due_at })
        .onConflict((conflict) => conflict.column("account").doNothing()),
    ),
    writeAccount: prepare(({ account, state, next_sequence, totals, due_at, public_id }: Insertable<AccountTable>) =>
      db
        .updateTable("sandbox_accounts")
        .set({ state, next_sequence, totals, due_at, public_id })
        .where("account", "=", account),
    ),
    findAccount: prepareForOne(({ public_id }: { readonly public_id: string }) =>
      db.selectFrom("sandbox_accounts").select("account").where("public_id", "=", public_id),
    ),
    // The only statement about all accounts: a range of an index that contains only accounts in which something waits.
    accountsWithDueWork: prepare(({ until, limit }: { until: number; limit: number }) =>
      db.selectFrom("sandbox_accounts").select("account").where("due_at", "<=", until).orderBy("due_at").limit(limit),
    ),
  };
}

function responseStatements(db: Kysely<Schema>) {
  return {
    findResponse: prepareForOne(
      ({ account, operation, key, now }: Of<ResponseTable, "account" | "key" | "operation"> & { now: number }) =>
        db
          .selectFrom("sandbox_responses")
          .select(["fingerprint", "status", "body"])
          .where("account", "=", account)
          .where("operation", "=", operation)
          .where("key", "=", key)
          .where("expires_at", ">", now),
    ),
    // An expired record makes room for the new one.
    saveResponse: prepare(
      ({ account, operation, key, fingerprint, status, body, expires_at }: Insertable<ResponseTable>) =>
        db
          .insertInto("sandbox_responses")
          .values({ account, operation, key, fingerprint, status, body, expires_at })
          .onConflict((conflict) =>
            conflict.columns(["account", "operation", "key"]).doUpdateSet({ fingerprint, status, body, expires_at }),
          ),
    ),
    oldestResponses: prepare(({ account, limit }: Of<ResponseTable, "account"> & { limit: number }) =>
      db
        .selectFrom("sandbox_responses")
        .select("expires_at")
        .where("account", "=", account)
        .orderBy("expires_at")
        .limit(limit),
    ),
    removeResponses: prepare(({ account, until }: Of<ResponseTable, "account"> & { until: number }) =>
      db.deleteFrom("sandbox_responses").where("account", "=", account).where("expires_at", "<=", until),
    ),
  };
}

function objectStatements(db: Kysely<Schema>) {
  return {
    find: prepareForOne(({ account, kind, id }: Of<ObjectTable, "account" | "id" | "kind">) =>
      db
        .selectFrom("sandbox_objects")
        .select(["body", "sequence", "parent"])
        .where("account", "=", account)
        .where("kind", "=", kind)
        .where("id", "=", id),
    ),
    // An object that was there keeps its sequence and its parent: the sequence tells whether it was inserted.
    put: prepareForOne(({ account, kind, id, sequence, parent, body }: Insertable<ObjectTable>) =>
      db
        .insertInto("sandbox_objects")
        .values({ account, kind, id, sequence, parent, body })
        .onConflict((conflict) => conflict.columns(["account", "kind", "id"]).doUpdateSet({ body }))
        .returning("sequence"),
    ),
    remove: prepareForOne(({ account, kind, id }: Of<ObjectTable, "account" | "id" | "kind">) =>
      db
        .deleteFrom("sandbox_objects")
        .where("account", "=", account)
        .where("kind", "=", kind)
        .where("id", "=", id)
        .returning("parent"),
    ),
  };
}

interface ListParameters {
  readonly account: string;
  readonly kind: ObjectKind;
  readonly sequence: number;
  readonly limit: number;
}

function listStatements(db: Kysely<Schema>) {
  const listOf = ({ account, kind, sequence, limit }: ListParameters, direction: Direction) =>
    db
      .selectFrom("sandbox_objects")
      .select("body")
      .where("account", "=", account)
      .where("kind", "=", kind)
      .where("sequence", direction === "older" ? "<" : ">", sequence)
      .orderBy("sequence", direction === "older" ? "desc" : "asc")
      .limit(limit);
  const listAll = (direction: Direction) => prepare((parameters: ListParameters) => listOf(parameters, direction));
  const listOfParent = (direction: Direction) =>
    prepare((parameters: ListParameters & { readonly parent: string }) =>
      listOf(parameters, direction).where("parent", "=", parameters.parent),
    );
  return {
    listAll: { newer: listAll("newer"), older: listAll("older") },
    listOfParent: { newer: listOfParent("newer"), older: listOfParent("older") },
    readTotal: prepareForOne(({ account, kind, parent }: Of<ListTotalTable, "account" | "kind" | "parent">) =>
      db
        .selectFrom("sandbox_list_totals")
        .select("total")
        .where("account", "=", account)
        .where("kind", "=", kind)
        .where("parent", "=", parent),
    ),
    addToTotal: prepare(({ account, kind, parent, total }: Insertable<ListTotalTable>) =>
      db
        .insertInto("sandbox_list_totals")
        .values({ account, kind, parent, total })
        .onConflict((conflict) =>
          conflict.columns(["account", "kind", "parent"]).doUpdateSet((row) => ({
            total: row("sandbox_list_totals.total", "+", row.ref("excluded.total")),
          })),
        ),
    ),
  };
}

function workStatements(db: Kysely<Schema>) {
  return {
    addEntry: prepare(({ account, at, sequence, body }: Insertable<LedgerEntryTable>) =>
      db.insertInto("sandbox_ledger_entries").values({ account, at, sequence, body }),
    ),
    entriesBetween: prepare(({ account, start, end }: { account: string; start: number; end: number }) =>
      db
        .selectFrom("sandbox_ledger_entries")
        .select(["at", "body"])
        .where("account", "=", account)
        .where("at", ">=", start)
        .where("at", "<", end)
        .orderBy("at")
        .orderBy("sequence"),
    ),
    recentEntries: prepare(({ account, limit }: { account: string; limit: number }) =>
      db
        .selectFrom("sandbox_ledger_entries")
        .select(["at", "body"])
        .where("account", "=", account)
        .orderBy("at", "desc")
        .orderBy("sequence", "desc")
        .limit(limit),
    ),
    addDue: prepare(({ account, kind, subject, queue, at, sequence }: Insertable<DueWorkTable>) =>
      db
        .insertInto("sandbox_due_work")
        .values({ account, kind, subject, queue, at, sequence })
        .onConflict((conflict) => conflict.columns(["account", "kind", "subject"]).doUpdateSet({ at, sequence })),
    ),
    removeDue: prepare(({ account, kind, subject }: Of<DueWorkTable, "account" | "kind" | "subject">) =>
      db
        .deleteFrom("sandbox_due_work")
        .where("account", "=", account)
        .where("kind", "=", kind)
        .where("subject", "=", subject),
    ),
    nextDue: prepareForOne(({ account, queue, until }: Of<DueWorkTable, "account" | "queue"> & { until: number }) =>
      db
        .selectFrom("sandbox_due_work")
        .select(["kind", "subject", "at"])
        .where("account", "=", account)
        .where("queue", "=", queue)
        .where("at", "<=", until)
        .orderBy("at")
        .orderBy("sequence")
        .limit(1),
    ),
  };
}
