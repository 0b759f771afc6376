import { type Kysely, sql } from "kysely";
import type { Schema } from "./schema.js";

/** A step from one version of the tables to the next. Steps are never undone. */
export type Migration = (db: Kysely<Schema>) => Promise<void>;

/** The steps, oldest first. A step that was released is never changed; a new one goes to the end. */
export const migrations: readonly Migration[] = [createTables, findWhatIsDue, addPublicIds];

/**
 * Brings the tables to the newest version. The caller holds the lock and the transaction: if several processes start at
 * once, one does the work, and nothing stays half done.
 *
 * @throws {Error} for tables that a newer version has made.
 */
export async function migrate(db: Kysely<Schema>, steps: readonly Migration[] = migrations): Promise<void> {
  await sql`create table if not exists sandbox_versions (version integer not null primary key)`.execute(db);
  const { rows } = await sql<{ version: number | null }>`select max(version) as version from sandbox_versions`.execute(
    db,
  );
  const version = rows[0]?.version ?? 0;
  // On a file that may not be written, SQLite begins what only reads: the first request would find out.
  await sql`delete from sandbox_versions where version < 0`.execute(db);
  if (version > steps.length) {
    const hint = "Use the version of @vinr/sandbox that made them, or a newer one.";
    throw new Error(
      `The tables have version ${version}, but this program supports only versions up to ${steps.length}. ${hint}`,
    );
  }
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    await step(db);
    await sql`insert into sandbox_versions (version) values (${sql.lit(index + 1)})`.execute(db);
  }
}

async function createTables({ schema }: Kysely<Schema>): Promise<void> {
  await schema
    .createTable("sandbox_accounts")
    .addColumn("account", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("next_sequence", "bigint", (column) => column.notNull())
    .addColumn("totals", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("sandbox_accounts_key", ["account"])
    .execute();
  await schema
    .createTable("sandbox_objects")
    .addColumn("account", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("sequence", "bigint", (column) => column.notNull())
    .addColumn("parent", "text")
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("sandbox_objects_key", ["account", "kind", "id"])
    .execute();
  await schema
    .createIndex("sandbox_objects_list")
    .unique()
    .on("sandbox_objects")
    .columns(["account", "kind", "sequence"])
    .execute();
  await schema
    .createIndex("sandbox_objects_list_of_parent")
    .on("sandbox_objects")
    .columns(["account", "kind", "parent", "sequence"])
    .where("parent", "is not", null)
    .execute();
  await schema
    .createTable("sandbox_list_totals")
    .addColumn("account", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("parent", "text", (column) => column.notNull())
    .addColumn("total", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("sandbox_list_totals_key", ["account", "kind", "parent"])
    .execute();
  await schema
    .createTable("sandbox_ledger_entries")
    .addColumn("account", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("sequence", "bigint", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("sandbox_ledger_entries_key", ["account", "at", "sequence"])
    .execute();
  await createDueWorkAndResponses(schema);
}

/** Accounts are found by when something is due in them, and responses by when they expire. */
async function findWhatIsDue(db: Kysely<Schema>): Promise<void> {
  const { schema } = db;
  await schema.alterTable("sandbox_accounts").addColumn("due_at", "bigint").execute();
  // Nothing shows yet what is due in an account, so each is checked once.
  const forgetsAt = sql`replace(state, '{', '{"forgetsAt":0,')`;
  await sql`update sandbox_accounts set due_at = 0, state = ${forgetsAt}`.execute(db);
  await schema
    .createIndex("sandbox_accounts_due")
    .on("sandbox_accounts")
    .column("due_at")
    .where("due_at", "is not", null)
    .execute();
  await schema
    .createIndex("sandbox_responses_expiry")
    .on("sandbox_responses")
    .columns(["account", "expires_at"])
    .execute();
  await schema.dropIndex("sandbox_due_work_deliveries").execute();
}

async function createDueWorkAndResponses(schema: Kysely<Schema>["schema"]): Promise<void> {
  await schema
    .createTable("sandbox_due_work")
    .addColumn("account", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("queue", "text", (column) => column.notNull())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("sequence", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("sandbox_due_work_key", ["account", "kind", "subject"])
    .execute();
  await schema
    .createIndex("sandbox_due_work_order")
    .on("sandbox_due_work")
    .columns(["account", "queue", "at", "sequence"])
    .execute();
  await schema
    .createIndex("sandbox_due_work_deliveries")
    .on("sandbox_due_work")
    .column("account")
    .where(sql<boolean>`queue = 'delivery'`)
    .execute();
  await schema
    .createTable("sandbox_responses")
    .addColumn("account", "text", (column) => column.notNull())
    .addColumn("operation", "text", (column) => column.notNull())
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("fingerprint", "text", (column) => column.notNull())
    .addColumn("status", "integer", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("sandbox_responses_key", ["account", "operation", "key"])
    .execute();
}

async function addPublicIds({ schema }: Kysely<Schema>): Promise<void> {
  await schema.alterTable("sandbox_accounts").addColumn("public_id", "text").execute();
  await schema.createIndex("sandbox_accounts_public_id").unique().on("sandbox_accounts").column("public_id").execute();
}
