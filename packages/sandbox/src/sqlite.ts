/**
 * A store for the sandbox in a SQLite file.
 *
 * @packageDocumentation
 */
export { createSqliteStore } from "./store/sql/sqlite-store.js";
export { type Store, StoreUnavailableError } from "./store/store.js";
