/** Serves a folder of built pages on loopback and tells open pages to load again when it was rebuilt. */
import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

export interface DevServerOptions {
  /** The folder to serve. */
  readonly root: string;
  /** Where to listen; 0 takes any free port. */
  readonly port: number;
  /** Whether served pages listen for `reload()`; what stands on disk is never changed. */
  readonly live: boolean;
}

export interface DevServer {
  readonly url: string;
  /** Makes every open page load again. */
  reload(): void;
  close(): Promise<void>;
}

const host = "127.0.0.1";
const eventsPath = "/.reload";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".yaml": "application/yaml",
};

/** A page that was loaded from an older run of the server loads again as soon as it reaches a newer one. */
const client = `<script>
(() => {
  let run;
  const events = new EventSource("${eventsPath}");
  events.addEventListener("run", ({ data }) => {
    if (run !== undefined && run !== data) location.reload();
    run = data;
  });
  events.addEventListener("reload", () => location.reload());
})();
</script>`;

export async function startDevServer({ root, port, live }: DevServerOptions): Promise<DevServer> {
  const listeners = new Set<ServerResponse>();
  const run = String(Date.now());

  const listen = (response: ServerResponse): void => {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(`retry: 500\nevent: run\ndata: ${run}\n\n`);
    listeners.add(response);
    response.on("close", () => listeners.delete(response));
  };

  const server = createServer(async (request, response) => {
    const pathname = readPathname(request.url ?? "/");
    if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405, "This server only reads.");
    if (live && pathname === eventsPath) return listen(response);
    const file = pathname === undefined ? undefined : await findFile(root, pathname);
    if (file === undefined) return end(response, 404, "There is no such page.");
    const type = types[extname(file.path)] ?? "application/octet-stream";
    const content = live && type.startsWith("text/html") ? inject(file.content) : file.content;
    response.writeHead(200, { "content-type": type, "content-length": content.length, "cache-control": "no-cache" });
    response.end(request.method === "HEAD" ? undefined : content);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    reload() {
      for (const response of listeners) response.write("event: reload\ndata:\n\n");
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The path that is asked for; `undefined` for what could leave the folder or name a hidden file. */
function readPathname(target: string): string | undefined {
  try {
    const pathname = decodeURIComponent(target.split(/[?#]/)[0] ?? "/");
    if (pathname === eventsPath) return pathname;
    return /(?:^|[/\\])\.|\0|\\/.test(pathname) || !pathname.startsWith("/") ? undefined : pathname;
  } catch {
    return undefined;
  }
}

async function findFile(root: string, pathname: string): Promise<{ path: string; content: Buffer } | undefined> {
  const asked = join(root, pathname);
  for (const path of pathname.endsWith("/") ? [join(asked, "index.html")] : [asked, join(asked, "index.html")]) {
    const content = await readFile(path).catch(() => undefined);
    if (content !== undefined) return { path, content };
  }
  return undefined;
}

function inject(html: Buffer): Buffer {
  const text = html.toString("utf8");
  const end = text.lastIndexOf("</body>");
  return end < 0 ? html : Buffer.from(text.slice(0, end) + client + text.slice(end));
}

function end(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${message}\n`);
}
