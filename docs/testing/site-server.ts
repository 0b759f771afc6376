/** Serves the built site as a host does that reads `_headers`: the policy included, and compressed. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

export interface SiteServer {
  readonly port: number;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".xml": "application/xml",
  ".yaml": "application/yaml",
};

const compressed: ReadonlySet<string> = new Set([
  ".css",
  ".html",
  ".js",
  ".json",
  ".md",
  ".svg",
  ".txt",
  ".xml",
  ".yaml",
]);

/** Listens on any free port of loopback. */
export async function startSiteServer(root: string): Promise<SiteServer> {
  const rules = parseHeaders(await readFile(join(root, "_headers"), "utf8"));
  const server = createServer(async (request, response) => {
    const pathname = decodeURIComponent((request.url ?? "/").split(/[?#]/)[0] ?? "/");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const found = path.includes("..") ? undefined : await readFile(join(root, path)).catch(() => undefined);
    const content = found ?? (await readFile(join(root, "404.html")));
    const extension = found === undefined ? ".html" : extname(path);
    const zip = compressed.has(extension) && /\bgzip\b/.test(String(request.headers["accept-encoding"]));
    response.writeHead(found === undefined ? 404 : 200, {
      "content-type": types[extension] ?? "application/octet-stream",
      ...headersOf(pathname, rules),
      ...(zip ? { "content-encoding": "gzip" } : {}),
    });
    response.end(zip ? gzipSync(content) : content);
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
  return text
    .trim()
    .split(/\n\n+/)
    .map((block) => {
      const [path = "", ...lines] = block.split("\n").map((line) => line.trim());
      const pattern = path.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
      return { pattern: new RegExp(`^${pattern.join(".*")}$`), lines };
    });
}

function headersOf(path: string, rules: readonly Rule[]): Record<string, string> {
  const headers = new Map<string, string>();
  for (const line of rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ lines }) => lines)) {
    const [name = "", value = ""] = line.startsWith("! ") ? [line.slice(2)] : line.split(/:\s*(.*)/s);
    if (line.startsWith("! ")) headers.delete(name.toLowerCase());
    else headers.set(name.toLowerCase(), value);
  }
  return Object.fromEntries(headers);
}
