/**
 * A store for the sandbox in a PostgreSQL database, which any number of processes may share.
 *
 * @packageDocumentation
 */
export { createPostgresStore, type PostgresStoreOptions } from "./store/sql/postgres-store.js";
export { type Store, StoreUnavailableError } from "./store/store.js";
