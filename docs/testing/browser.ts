/** A real browser for tests: the system's Chromium, with a fresh profile and loopback as its only network. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const known = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const candidates = process.env.CHROMIUM === undefined ? known : [process.env.CHROMIUM];

/** The path of Chromium on this machine; set `CHROMIUM` to use another one. */
export const executablePath: string | undefined = candidates.find((path) => existsSync(path));

/** A host name other than localhost: some scripts send telemetry from every host but that one. */
export const host = "docs.vinr.test";

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--host-resolver-rules=MAP ${host} 127.0.0.1`,
];

/** A page, with the requests and errors recorded while it is open. */
export interface Watched {
  readonly page: Page;
  /** The URLs of all requests. */
  readonly requests: string[];
  /** Errors on the console, uncaught errors, and reports of the content security policy. */
  readonly errors: string[];
  close(): Promise<void>;
}

export interface WatchOptions {
  readonly colorScheme?: "dark" | "light";
  /** Default: pages run their scripts. */
  readonly hasScripts?: boolean;
  /** One that runs already, in which the page has storage of its own. Default: one that ends with the page. */
  readonly browser?: Browser;
}

/** Starts a browser for several pages. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args });
}

/** Opens an empty page and records its requests and errors. */
export async function openPage({
  browser,
  colorScheme = "light",
  hasScripts = true,
}: WatchOptions = {}): Promise<Watched> {
  const options = { viewport: { width: 1440, height: 900 }, colorScheme, javaScriptEnabled: hasScripts };
  if (browser === undefined) return openProfile(options);
  const context = await browser.newContext(options);
  return watch(context, () => context.close());
}

/** Opens a page in a browser of its own. */
async function openProfile(options: BrowserContextOptions): Promise<Watched> {
  const profile = await mkdtemp(join(tmpdir(), "vinr-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    executablePath: findChromium(),
    args,
  });
  return watch(context, async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
}

function findChromium(): string {
  if (executablePath === undefined) throw new Error("Chromium was not found. Install it, or set CHROMIUM to its path.");
  return executablePath;
}

async function watch(context: BrowserContext, close: () => Promise<void>): Promise<Watched> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const requests: string[] = [];
  const errors: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  page.on("websocket", (socket) => requests.push(socket.url()));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  return { page, requests, errors, close };
}
