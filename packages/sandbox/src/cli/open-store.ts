import { createMemoryStore, type MemoryLimits } from "../store/memory-store.js";
import { type Store, StoreUnavailableError } from "../store/store.js";
import type { Storage } from "./options.js";

/** After this wait, in milliseconds, the user is told what the server waits for. */
const patience = 1000;

/**
 * Opens the store that the options ask for. A database's driver is loaded only if it is needed. `limits` bounds the
 * memory. `onWait` is called if it takes long.
 *
 * @throws {Error} that says what to do if the store cannot be opened.
 */
export async function openStore(
  storage: Storage,
  limits: MemoryLimits,
  onWait: (message: string) => void,
): Promise<Store> {
  const timer = setTimeout(() => onWait(describeWait(storage)), patience);
  try {
    return await open(storage, limits);
  } catch (error) {
    throw explain(error, storage);
  } finally {
    clearTimeout(timer);
  }
}

async function open(storage: Storage, limits: MemoryLimits): Promise<Store> {
  if (storage.kind === "memory") return createMemoryStore(limits);
  if (storage.kind === "file") {
    const { createSqliteStore } = await import("../sqlite.js");
    return createSqliteStore(storage.path);
  }
  const { createPostgresStore } = await import("../postgres.js");
  return createPostgresStore(storage.url);
}

function describeWait(storage: Storage): string {
  if (storage.kind !== "file") return "Opening the database takes long. It may be busy, or not reachable.";
  return `Opening ${storage.path} takes long. Another process may be writing to it.`;
}

/** An error with a hint. The URL of a database may hold a password, so no message repeats it. */
function explain(error: unknown, storage: Storage): unknown {
  const hint = findHint(error, storage);
  return hint === undefined ? error : new Error(hint, { cause: error });
}

function findHint(error: unknown, storage: Storage): string | undefined {
  if (storage.kind === "file") {
    const { path } = storage;
    if (error instanceof StoreUnavailableError) {
      return `Another process holds ${path}. End it, such as a tool that looks into the file, or choose another file with --data.`;
    }
    // The driver has no code for a file that it cannot open at all.
    const isMissing = error instanceof Error && error.message.startsWith("ConnectionFailed");
    const problem = fileProblems.get(isMissing ? cantOpen : resultOf(error));
    return problem && `${path} ${problem}`;
  }
  if (error instanceof StoreUnavailableError) {
    return `${error.message} Start it, or check the host and the port of --database.`;
  }
  return databaseHints.get(error instanceof Error && "code" in error ? String(error.code) : "");
}

/** SQLite's result, without what extends it: the driver does not name every extended one. */
function resultOf(error: unknown): number {
  const { rawCode }: { readonly rawCode?: unknown } = Object(error);
  return Number(rawCode) & 0xff;
}

const cantOpen = 14;

/** By SQLite's results. */
const fileProblems: ReadonlyMap<number, string> = new Map([
  [cantOpen, "cannot be opened. Its folder must exist and be writable; choose another file with --data."],
  [8, "may not be written. Choose another file with --data."],
  [11, "is damaged, and was left as it is. Put a copy of it in its place, or choose another file with --data."],
  [26, "is not a file of the sandbox, and was left as it is. Choose another with --data."],
]);

/** By PostgreSQL's error codes. */
const databaseHints: ReadonlyMap<string, string> = new Map([
  ["28P01", "PostgreSQL rejects the password of --database. Check the user and the password in the URL."],
  ["28000", "PostgreSQL rejects the user of --database. Check the user in the URL, and pg_hba.conf."],
  ["3D000", "The database of --database does not exist. Create it with createdb, or check the end of the URL."],
  [
    "42501",
    "The user of --database may not create tables. Grant it: GRANT USAGE, CREATE ON SCHEMA public TO <user>, or choose a database of its own.",
  ],
]);
