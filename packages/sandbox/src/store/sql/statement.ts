import type { Compilable } from "kysely";

/**
 * A connection to a database. It runs compiled statements: kysely builds them, but its own way of running one takes
 * longer than SQLite takes to execute it.
 */
export interface Connection {
  /** Returns the rows of a statement; none for one that only writes. */
  run(text: string, parameters?: readonly unknown[]): Promise<readonly unknown[]>;
  /** Returns the only row of a statement; undefined if there is none. */
  runForOne(text: string, parameters: readonly unknown[]): Promise<unknown>;
}

/** A query that is built once and run with different parameters. */
export type Statement<Parameters, Result> = (connection: Connection, parameters: Parameters) => Promise<Result>;

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
): Statement<Parameters, Row[]> {
  const { sql, valuesOf } = compile(build);
  // kysely's types say which rows the statement has.
  return async (connection, given) => (await connection.run(sql, valuesOf(given))) as Row[];
}

/** Builds a statement that returns at most one row. */
export function prepareForOne<Parameters extends object, Row>(
  build: (parameters: Parameters) => Compilable<Row>,
): Statement<Parameters, Row | undefined> {
  const { sql, valuesOf } = compile(build);
  return async (connection, given) => (await connection.runForOne(sql, valuesOf(given))) as Row | undefined;
}

function compile<Parameters extends object>(build: (parameters: Parameters) => Compilable) {
  const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });
  const { sql, parameters } = build(placeholders as Parameters).compile();
  const valuesOf = (given: Parameters) => {
    const named = given as Readonly<Record<string, unknown>>;
    return parameters.map((one) => (one instanceof Placeholder ? named[one.name] : one));
  };
  return { sql, valuesOf };
}
