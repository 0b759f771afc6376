import { type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, DummyDriver, Kysely } from "kysely";
import type { Schema } from "./schema.js";
import type { Connection } from "./statement.js";

/** The SQL dialect of a database. */
export type Language = Pick<Dialect, "createAdapter" | "createIntrospector" | "createQueryCompiler">;

/** Builds statements, and runs none. */
export function createBuilder(language: Language): Kysely<Schema> {
  return new Kysely({ dialect: { ...language, createDriver: () => new DummyDriver() } });
}

/** Runs built statements, such as those of a migration, on one connection. */
export function createRunner(language: Language, connection: Connection): Kysely<Schema> {
  return new Kysely({ dialect: { ...language, createDriver: () => new ConnectionDriver(connection) } });
}

/** Has only the connection that it was given, whose transaction belongs to the connection's owner. */
class ConnectionDriver extends DummyDriver implements Driver {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    super();
    this.#connection = connection;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return {
      executeQuery: async <Row>({ sql, parameters }: CompiledQuery) => ({
        rows: (await this.#connection.run(sql, parameters)) as Row[],
      }),
      streamQuery() {
        throw new Error("Rows are not streamed.");
      },
    };
  }
}
