import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { runServer } from "verdaccio";

export interface Registry {
  /** `http://127.0.0.1:PORT/`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a registry on loopback that stores packages in a folder and has no upstream registry. */
export async function startRegistry(folder: string): Promise<Registry> {
  const everything = { access: "$all", publish: "$all", unpublish: "$all" };
  const server = (await runServer({
    self_path: folder,
    configPath: path.join(folder, "config.yaml"),
    storage: path.join(folder, "storage"),
    auth: { htpasswd: { file: path.join(folder, "htpasswd") } },
    uplinks: {},
    packages: { "@*/*": everything, "**": everything },
    max_body_size: "50mb",
    log: { type: "stdout", format: "pretty", level: "fatal" },
    web: { enable: false },
  } as unknown as string)) as Server;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
