import type { Compilable } from "kysely";

/**
 * A connection to a database. Statements run on it as they were compiled: kysely builds them, and its own way to run one takes
 * longer than SQLite takes to carry it out.
 */
export interface Connection {
  /** Returns the rows of a statement; none for one that only writes. */
  run(text: string, parameters?: readonly unknown[]): Promise<readonly unknown[]>;
}

/** A query that is built once and run with parameters of each time. */
export type Statement<Parameters, Row> = (connection: Connection, parameters: Parameters) => Promise<Row[]>;

/** The place of a parameter in a query. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Builds a statement. `build` gets a placeholder for whatever parameter it reads, and passes it on as a value. */
export function prepare<Parameters extends object, Row = never>(
  build: (parameters: Parameters) => Compilable<Row>,
): Statement<Parameters, Row> {
  const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });
  const { sql, parameters } = build(placeholders as Parameters).compile();
  return async (connection, given) => {
    const named = given as Readonly<Record<string, unknown>>;
    const values = parameters.map((one) => (one instanceof Placeholder ? named[one.name] : one));
    // kysely's types say which rows the statement has.
    return (await connection.run(sql, values)) as Row[];
  };
}
