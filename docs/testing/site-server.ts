/** Serves a built site on loopback as a production host does: compressed, with the headers in `_headers`. */
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import compression from "compression";
import sirv from "sirv";

export interface SiteServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on a free port. A folder without `_headers` is served without extra headers. */
export async function startSiteServer(root: string): Promise<SiteServer> {
  const rules = parseHeaders(await readFile(join(root, "_headers"), "utf8").catch(() => ""));
  const missing = await readFile(join(root, "404.html"), "utf8").catch(() => "Not found");
  const setHeaders = (response: ServerResponse, path: string): void => {
    for (const [name, value] of headersFor(path, rules)) response.setHeader(name, value);
  };
  const serveFile = sirv(root, {
    dev: true,
    dotfiles: true,
    setHeaders,
    onNoMatch(request, response) {
      setHeaders(response, request.url ?? "/");
      response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(missing);
    },
  });
  const compress = compression({ threshold: 0 });
  const server = createServer((request, response) => {
    compress(request as never, response as never, () => serveFile(request, response));
  });
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

interface Rule {
  readonly pattern: RegExp;
  readonly lines: readonly string[];
}

function parseHeaders(text: string): Rule[] {
  const blocks = text.split(/\n\n+/).filter((block) => block.trim() !== "");
  return blocks.map((block) => {
    const [path = "", ...lines] = block
      .trim()
      .split("\n")
      .map((line) => line.trim());
    const parts = path.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
    return { pattern: new RegExp(`^${parts.join(".*")}$`), lines };
  });
}

/** The headers for a path: a later rule replaces those of an earlier one, and `! Name` removes one. */
function headersFor(path: string, rules: readonly Rule[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ lines }) => lines)) {
    const [name = "", value = ""] = line.startsWith("! ") ? [line.slice(2)] : line.split(/:\s*(.*)/s);
    if (line.startsWith("! ")) headers.delete(name.toLowerCase());
    else headers.set(name.toLowerCase(), value);
  }
  return headers;
}
