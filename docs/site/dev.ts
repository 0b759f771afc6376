/** The docs while somebody writes them: Astro's own dev server, with what the build would add. */
import { realpathSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { AstroInlineConfig } from "astro";
import { isServedHost } from "../../scripts/hosts.ts";
import { isWithin } from "../../scripts/paths.ts";
import { findFreePort } from "../../scripts/ports.ts";
import type { LoadedSpec } from "../../scripts/read/document/load-spec.ts";
import { checkGuide } from "../guides/check-guide.ts";
import { standIns } from "../guides/dev-guides.ts";
import { checkGuides, listGuides, throwIfUnreadable } from "../guides/guides.ts";
import type { GuideProblem } from "../guides/problem.ts";
import { pagePathOf, siteIndexOf } from "../guides/site-index.ts";
import { buildInteractive } from "./interactive/interactive.ts";
import { parsePage } from "./markdown/hast.ts";
import { toMarkdownPage } from "./markdown/markdown-page.ts";
import { type Places, placesOf, prepareSite, readPublished, writeDownloads, writePages } from "./prepare.ts";

export interface DevDocs {
  readonly url: string;
  /** Shows another version of the spec, or other samples; open pages reload. */
  update(spec: LoadedSpec): Promise<void>;
  /** Writes the downloads of the last spec that was shown. */
  updateDownloads(): Promise<void>;
  /** Renders the interactive reference of the last spec that was shown. */
  updateInteractive(): Promise<void>;
  /** Everything that is wrong with a guide, or with all of them, each in a line that begins with its place. */
  checkGuides(file?: string): string[];
  close(): Promise<void>;
}

const HOST = "127.0.0.1";

/**
 * Serves the docs of a checkout; port 0 takes a free port. Guides and components are watched by Astro.
 *
 * @throws {Error} if the front matter of a guide cannot be read.
 */
export async function startDevDocs(root: string, port: number, spec: LoadedSpec): Promise<DevDocs> {
  const places = placesOf(root);
  throwIfUnreadable(places);
  let published = await prepareSite(places, spec);
  const chosenPort = port === 0 ? await findFreePort() : port;
  const closing = new AbortController();
  const site = () => siteIndexOf(places, published.api);
  const server = await startAstro(places, chosenPort, (text, file) =>
    checkGuide(text, pagePathOf(places, file), site()),
  );
  return {
    url: `http://${HOST}:${chosenPort}`,
    async update(next) {
      published = await readPublished(places, next);
      await writePages(places, published);
    },
    updateDownloads: () => writeDownloads(places, published),
    async updateInteractive() {
      const out = `${places.downloads}/reference/interactive`;
      await buildInteractive({ document: published.document, out, isBackground: true, signal: closing.signal });
    },
    checkGuides: (file) => checkGuides(places, file === undefined ? listGuides(places) : [file], site()),
    async close() {
      closing.abort();
      await server.stop();
    },
  };
}

async function startAstro(
  places: Places,
  port: number,
  check: (text: string, file: string) => readonly GuideProblem[],
) {
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  const { dev } = await import("astro");
  const config: AstroInlineConfig = {
    root: places.docs,
    logLevel: "error",
    server: { host: HOST, port },
    vite: { plugins: [builtFiles(places), standIns(places.root, check)], server: { strictPort: true } },
  };
  return dev(config);
}

/** Serves what the build makes of finished pages: the interactive reference's folder, and each page as Markdown. */
function builtFiles({ root, docs, downloads: publicFolder }: Places) {
  return {
    name: "vinr:built-files",
    configureServer({ middlewares }: ViteServer): void {
      middlewares.use((request, response, next) => {
        const path = (request.url ?? "").split(/[?#]/)[0] ?? "";
        // Vite checks the name only after this.
        if (!isServedHost(request.headers.host, HOST)) {
          response.writeHead(403).end("This host name is not served. Use 127.0.0.1.\n");
        } else if (path === "/reference/interactive/") {
          response.writeHead(302, { location: "/reference/interactive/index.html" }).end();
        } else if (path.endsWith(".md")) {
          sendMarkdown(`http://${HOST}:${request.socket.localPort}`, path, response).catch(next);
        } else if (leavesFolder(publicFolder, join(publicFolder, path)) || leavesFolder(root, fileOf(docs, path))) {
          response.writeHead(403).end("This link points outside the served folder.\n");
        } else next();
      });
    },
  };
}

/** The file of the docs, or by its whole path, that Vite would serve for the path of a URL. */
function fileOf(docs: string, path: string): string {
  return path.startsWith("/@fs/") ? path.slice("/@fs".length) : join(docs, path);
}

/** Whether a file is a symbolic link out of the folder, which Astro's server would follow. `file` is percent-encoded. */
function leavesFolder(folder: string, file: string): boolean {
  try {
    const root = realpathSync(folder);
    const target = realpathSync(decodeURIComponent(file));
    return target !== root && !isWithin(root, target);
  } catch {
    // No such file: a page, or a bad escape.
    return false;
  }
}

/** As much of Vite's dev server as is used. */
interface ViteServer {
  readonly middlewares: {
    use(handler: (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void): void;
  };
}

async function sendMarkdown(origin: string, path: string, response: ServerResponse): Promise<void> {
  const page = await fetch(`${origin}${path === "/index.md" ? "/" : path.replace(/\.md$/, "/")}`);
  const html = await page.text();
  const content = page.ok ? toMarkdownPage(parsePage(html), path).markdown : "Page not found.\n";
  response.writeHead(page.status, { "content-type": "text/markdown; charset=utf-8" }).end(content);
}
