/** Requests that no client would send, on a socket. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A connection to a server, which ends with the test. */
export async function open(origin: string): Promise<Socket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  return socket;
}

/** Everything that the server sends until it ends the connection. */
export async function readAll(socket: Socket): Promise<string> {
  let text = "";
  socket.setEncoding("latin1").on("data", (chunk) => {
    text += chunk;
  });
  if (!socket.closed) await once(socket, "close");
  return text;
}

/** Sends lines, and returns the status and the whole text of the response. */
export async function send(origin: string, lines: readonly string[], body = "") {
  const socket = await open(origin);
  const text = readAll(socket);
  socket.write(`${[...lines, "Connection: close"].join("\r\n")}\r\n\r\n${body}`, "latin1");
  const response = await text;
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(response)?.[1]), text: response };
}
