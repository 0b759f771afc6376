import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import { vi } from "vitest";

/** The network, taken away from every program that is started while it is gone. */
export interface WithoutNetwork {
  /** Where programs wanted to go, a line each. */
  attempts(): Promise<string[]>;
  restore(): void;
}

/**
 * Takes the network away: Node programs cannot connect but to this machine, and all others are sent to a proxy that refuses.
 * Both keep note. It is tried before it is relied on.
 */
export async function withoutNetwork(folder: string): Promise<WithoutNetwork> {
  const notes = path.join(folder, "refused.txt");
  await writeFile(notes, "");
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(String(request.url));
    response.writeHead(403).end();
  }).on("connect", (request, socket) => {
    asked.push(String(request.url));
    socket.on("error", () => undefined); // Who was refused may hang up first.
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address() as AddressInfo;
  for (const name of ["http_proxy", "https_proxy", "all_proxy"])
    for (const spelling of [name, name.toUpperCase()]) vi.stubEnv(spelling, `http://127.0.0.1:${port}`);
  for (const spelling of ["no_proxy", "NO_PROXY"]) vi.stubEnv(spelling, "127.0.0.1,localhost");
  vi.stubEnv("CONNECTIONS_REFUSED", notes);
  vi.stubEnv("NODE_OPTIONS", `--require=${path.join(import.meta.dirname, "loopback-only.cjs")}`);

  const attempts = async () => [...(await readFile(notes, "utf8")).split("\n").filter(Boolean), ...asked];
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

/** An address of a network that is reserved for documentation: no answer would come from it either way. */
async function tryToLeave(attempts: () => Promise<string[]>): Promise<void> {
  const leave = 'fetch("http://192.0.2.1/").catch(() => undefined)';
  await promisify(execFile)(process.execPath, ["--eval", leave]);
  if (!(await attempts()).includes("192.0.2.1:80")) throw new Error("The network is still there.");
}
