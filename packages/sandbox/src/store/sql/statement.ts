import type { Compilable, CompiledQuery, Kysely } from "kysely";
import type { Schema } from "./schema.js";

/** A query that is built once and run with parameters of each time. Building it takes longer than SQLite takes to run it. */
export type Statement<Parameters, Row> = (connection: Kysely<Schema>, parameters: Parameters) => Promise<Row[]>;

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
  const query = build(placeholders as Parameters).compile();
  return async (connection, parameters) => {
    const { rows } = await connection.executeQuery(fill(query, parameters));
    return rows;
  };
}

function fill<Row>(query: CompiledQuery<Row>, given: object): CompiledQuery<Row> {
  const values = new Map<string, unknown>(Object.entries(given));
  const parameters = query.parameters.map((one) => (one instanceof Placeholder ? values.get(one.name) : one));
  return { ...query, parameters };
}
