/** The docs while somebody writes them: Astro's own dev server, with what the build would add. */
import { realpathSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { AstroInlineConfig } from "astro";
import { isServedHost } from "../../scripts/hosts.ts";
import { isWithin } from "../../scripts/paths.ts";
import { findFreePort } from "../../scripts/ports.ts";
import type { LoadedSpec } from "../../scripts/read/load-spec.ts";
import { buildNavigation } from "../reference/navigation.ts";
import { buildInteractive } from "./interactive.ts";
import { toMarkdownPage } from "./markdown-page.ts";
import { type Places, placesOf, prepareSite } from "./prepare.ts";

export interface DevDocs {
  readonly url: string;
  /** Shows another version of the spec, or other samples; open pages reload. */
  update(spec: LoadedSpec): Promise<void>;
  /** Renders the interactive reference of the last spec that was shown. */
  updateInteractive(): Promise<void>;
  close(): Promise<void>;
}

const HOST = "127.0.0.1";

/** Serves the docs of a checkout; port 0 takes a free port. Guides and components are watched by Astro. */
export async function startDevDocs(root: string, port: number, spec: LoadedSpec): Promise<DevDocs> {
  const places = placesOf(root);
  let published = await prepareSite(places, spec);
  const chosenPort = port === 0 ? await findFreePort() : port;
  let server = await startAstro(places, chosenPort);
  return {
    url: `http://${HOST}:${chosenPort}`,
    async update(next) {
      const before = buildNavigation(published.api);
      published = await prepareSite(places, next);
      if (isDeepStrictEqual(buildNavigation(published.api), before)) return;
      // The sidebar is a part of Astro's configuration, which is read once.
      await server.stop();
      server = await startAstro(places, chosenPort);
    },
    async updateInteractive() {
      await buildInteractive({ document: published.document, out: `${places.downloads}/reference/interactive` });
    },
    close: () => server.stop(),
  };
}

async function startAstro({ docs, downloads }: Places, port: number) {
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  const { dev } = await import("astro");
  const config: AstroInlineConfig = {
    root: docs,
    logLevel: "error",
    server: { host: HOST, port },
    vite: { plugins: [builtFiles(downloads)], server: { strictPort: true } },
  };
  return dev(config);
}

/** Serves what the build makes of finished pages: the interactive reference's folder, and each page as Markdown. */
function builtFiles(publicFolder: string) {
  return {
    name: "vinr:built-files",
    configureServer({ middlewares }: ViteServer): void {
      middlewares.use((request, response, next) => {
        const path = (request.url ?? "").split(/[?#]/)[0] ?? "";
        // Vite checks the name only after this.
        if (!isServedHost(request.headers.host, HOST)) {
          response.writeHead(403).end("This name is not served here.\n");
        } else if (path === "/reference/interactive/") {
          response.writeHead(302, { location: "/reference/interactive/index.html" }).end();
        } else if (path.endsWith(".md")) {
          sendMarkdown(`http://${HOST}:${request.socket.localPort}`, path, response).catch(next);
        } else if (leavesFolder(publicFolder, path)) {
          response.writeHead(403).end("This link leads out of the served folder.\n");
        } else next();
      });
    },
  };
}

/** Whether a path names a symbolic link out of the folder, which Astro's server would follow. */
function leavesFolder(folder: string, path: string): boolean {
  try {
    const root = realpathSync(folder);
    const target = realpathSync(join(folder, decodeURIComponent(path)));
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
  const content = page.ok ? toMarkdownPage(html, path).markdown : "There is no such page.\n";
  response.writeHead(page.status, { "content-type": "text/markdown; charset=utf-8" }).end(content);
}
