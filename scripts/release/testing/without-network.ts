import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { execa } from "execa";
import { vi } from "vitest";

/** A network that programs started meanwhile cannot reach. */
export interface WithoutNetwork {
  /** The hosts that programs tried to reach, a line each. */
  attempts(): Promise<string[]>;
  restore(): void;
}

/**
 * Blocks the network: Node programs can connect only to this machine, and all others get a proxy that rejects every request.
 * Both record the attempts. One attempt is made first, to prove that the block works.
 */
export async function withoutNetwork(folder: string): Promise<WithoutNetwork> {
  const notes = path.join(folder, "blocked.txt");
  await writeFile(notes, "");
  const proxied: string[] = [];
  const proxy = createServer((request, response) => {
    proxied.push(String(request.url));
    response.writeHead(403).end();
  }).on("connect", (request, socket) => {
    proxied.push(String(request.url));
    socket.on("error", () => undefined); // A rejected client may hang up first.
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address() as AddressInfo;
  for (const name of ["http_proxy", "https_proxy", "all_proxy"])
    for (const spelling of [name, name.toUpperCase()]) vi.stubEnv(spelling, `http://127.0.0.1:${port}`);
  for (const spelling of ["no_proxy", "NO_PROXY"]) vi.stubEnv(spelling, "127.0.0.1,localhost");
  vi.stubEnv("BLOCKED_CONNECTIONS", notes);
  vi.stubEnv("NODE_OPTIONS", `--require=${path.join(import.meta.dirname, "loopback-only.cjs")}`);

  const attempts = async () => [...(await readFile(notes, "utf8")).split("\n").filter(Boolean), ...proxied];
  await tryToLeave(attempts);
  await writeFile(notes, "");
  return {
    attempts,
    restore() {
      vi.unstubAllEnvs();
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

/** An address reserved for documentation, which never responds. */
async function tryToLeave(attempts: () => Promise<string[]>): Promise<void> {
  const leave = 'fetch("http://192.0.2.1/").catch(() => undefined)';
  await execa(process.execPath, ["--eval", leave]);
  if (!(await attempts()).includes("192.0.2.1:80")) throw new Error("The network is not blocked.");
}
