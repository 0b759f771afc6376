/** A proxy on this machine. */
import { createServer, type IncomingHttpHeaders } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { onTestFinished } from "vitest";
import { payment } from "./test-client.js";

/**
 * A proxy that records what it was asked for, CONNECT with a host, or a whole URL, and with which headers. It may be at a socket, and
 * finds every host on this machine.
 */
export async function startProxy(socketPath?: string) {
  const targets: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const proxy = createServer((request, response) => {
    targets.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(payment));
  });
  proxy.on("connect", (request, socket) => {
    targets.push(`CONNECT ${request.url}`);
    headers.push(request.headers);
    const port = String(request.url).split(":").at(-1);
    const upstream = connect(Number(port), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    socket.on("error", () => upstream.destroy());
  });
  await new Promise<void>((resolve) => {
    if (socketPath === undefined) proxy.listen(0, "127.0.0.1", resolve);
    else proxy.listen(socketPath, resolve);
  });
  onTestFinished(() => void proxy.close());
  const address = proxy.address() as AddressInfo | string;
  return { url: typeof address === "string" ? address : `http://127.0.0.1:${address.port}`, targets, headers };
}
