import { createMemoryStore } from "../store/memory-store.js";
import type { Store } from "../store/store.js";
import type { Storage } from "./options.js";

/** A store, ready to be used. */
export interface OpenedStore {
  readonly store: Store;
  /** The accounts that it has already: their deliveries go on. */
  readonly accounts: readonly string[];
  /** Called once, when nothing uses the store any more. */
  close(): Promise<void>;
}

/**
 * Opens the store that the options ask for.
 *
 * @throws {Error} if it cannot be opened.
 */
export async function openStore(storage: Storage): Promise<OpenedStore> {
  if (storage.kind === "memory") return { store: createMemoryStore(), accounts: [], close: async () => undefined };
  const option = storage.kind === "file" ? "--data" : "--database";
  throw new Error(`${option} is not available yet. Without it, all accounts are in memory.`);
}
