/** Serves a folder of static files on any free port of loopback. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";

export interface FolderServer {
  readonly port: number;
  close(): Promise<void>;
}

export async function serveFolder(folder: string): Promise<FolderServer> {
  const serve = sirv(folder);
  const server = createServer((request, response) => serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
