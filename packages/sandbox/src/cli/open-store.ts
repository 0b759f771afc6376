import { createMemoryStore } from "../store/memory-store.js";
import type { Store } from "../store/store.js";
import type { Storage } from "./options.js";

/**
 * Opens the store that the options ask for. A database's driver is loaded only where it is needed.
 *
 * @throws {Error} if it cannot be opened.
 */
export async function openStore(storage: Storage): Promise<Store> {
  if (storage.kind === "memory") return createMemoryStore();
  if (storage.kind === "file") {
    const { createSqliteStore } = await import("../sqlite.js");
    return createSqliteStore(storage.path);
  }
  const { createPostgresStore } = await import("../postgres.js");
  return createPostgresStore(storage.url);
}
