/**
 * As much of PostgreSQL's protocol (https://www.postgresql.org/docs/current/protocol.html) as these tests need, in the shape
 * of `pg`: a driver would be a dependency of the whole workspace for one example.
 */
import { connect, type Socket } from "node:net";
import type { Connection, Pool } from "../sql-store.ts";

type Row = Record<string, unknown>;

/** A pool that opens a connection each time, over a Unix socket that needs no password. */
export function createPool(socketPath: string, user: string): Pool {
  return { connect: () => openConnection(connect(socketPath), user) };
}

async function openConnection(socket: Socket, user: string): Promise<Connection> {
  const messages = readMessages(socket);
  const protocolVersion = 196_608; // 3.0
  socket.write(withLength(Buffer.concat([int32(protocolVersion), text("user", user, "database", "postgres", "")])));
  await readRows(messages);
  let queue = Promise.resolve();
  return {
    query(sql, values = []) {
      const result = queue.then(async () => {
        socket.write(queryMessages(sql, values));
        return { rows: await readRows(messages) };
      });
      queue = result.then(
        () => {},
        () => {},
      );
      return result;
    },
    release: () => void socket.destroy(),
  };
}

function queryMessages(sql: string, values: readonly unknown[]): Buffer {
  const bound = values.map((value) => {
    const bytes = Buffer.from(String(value));
    return Buffer.concat([int32(bytes.length), bytes]);
  });
  return Buffer.concat([
    message("P", text("", sql), int16(0)),
    message("B", text("", ""), int16(0), int16(values.length), ...bound, int16(0)),
    message("D", Buffer.from("P"), text("")),
    message("E", text(""), int32(0)),
    message("S"),
  ]);
}

interface Message {
  readonly type: string;
  readonly content: Buffer;
}

/** Splits what arrives into messages. */
async function* readMessages(socket: Socket): AsyncGenerator<Message, undefined> {
  let rest = Buffer.alloc(0);
  for await (const chunk of socket) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const end = 1 + rest.readInt32BE(1);
      yield { type: rest.toString("latin1", 0, 1), content: rest.subarray(5, end) };
      rest = rest.subarray(end);
    }
  }
}

/** Reads until the server waits for the next query. */
async function readRows(messages: AsyncGenerator<Message, undefined>): Promise<Row[]> {
  const rows: Row[] = [];
  let columns: readonly Column[] = [];
  let failure: string | undefined;
  for (;;) {
    const { value: next } = await messages.next();
    if (next === undefined) throw new Error(failure ?? "PostgreSQL closed the connection.");
    if (next.type === "T") columns = readColumns(next.content);
    if (next.type === "D") rows.push(readRow(next.content, columns));
    if (next.type === "E") failure = next.content.toString("utf8").replaceAll("\0", " ");
    if (next.type !== "Z") continue;
    if (failure !== undefined) throw new Error(failure);
    return rows;
  }
}

interface Column {
  readonly name: string;
  readonly type: number;
}

function readColumns(content: Buffer): Column[] {
  let at = 2;
  return Array.from({ length: content.readInt16BE(0) }, () => {
    const end = content.indexOf(0, at);
    const column = { name: content.toString("utf8", at, end), type: content.readInt32BE(end + 7) };
    at = end + 19;
    return column;
  });
}

function readRow(content: Buffer, columns: readonly Column[]): Row {
  let at = 2;
  const entries = columns.map(({ name, type }) => {
    const length = content.readInt32BE(at);
    const start = at + 4;
    at = start + Math.max(0, length);
    return [name, length < 0 ? null : readValue(content.toString("utf8", start, at), type)];
  });
  return Object.fromEntries(entries);
}

const boolType = 16;
const int4Type = 23;

function readValue(value: string, type: number): unknown {
  if (type === boolType) return value === "t";
  return type === int4Type ? Number(value) : value;
}

function message(type: string, ...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from(type), withLength(Buffer.concat(parts))]);
}

function withLength(content: Buffer): Buffer {
  return Buffer.concat([int32(content.length + 4), content]);
}

/** Texts, each with its zero byte. */
function text(...parts: readonly string[]): Buffer {
  return Buffer.from(parts.map((part) => `${part}\0`).join(""));
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}
