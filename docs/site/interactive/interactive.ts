/** Builds the interactive reference: one self-contained page, with the spec beside it for download. */
import { execFile } from "node:child_process";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { constants, setPriority } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Document } from "../../reference/overlay.ts";
import { favicon } from "../icon.ts";
import { toYaml } from "../yaml.ts";
import { patchRedoc } from "./patch-redoc.ts";

const here = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface InteractiveOptions {
  /** The published spec. */
  readonly document: Document;
  readonly out: string;
  /** Whether nobody waits for it: then all else that runs goes first. Default: false. */
  readonly isBackground?: boolean;
  /** Ends it. */
  readonly signal?: AbortSignal;
}

/** Writes the self-contained `index.html`, `openapi.yaml` and `openapi.json` into a folder. */
export async function buildInteractive(options: InteractiveOptions): Promise<void> {
  const { document, out } = options;
  await mkdir(out, { recursive: true });
  await writeFile(join(out, "openapi.json"), `${JSON.stringify(document, null, 2)}\n`);
  await writeFile(join(out, "openapi.yaml"), toYaml(document));
  await renderPage(options);
}

/** Renders the page under another name and moves it when it is complete: until then, the old page is served. */
async function renderPage({ document, out, isBackground = false, signal }: InteractiveOptions): Promise<void> {
  const fresh = join(out, ".index.html");
  const { PRIORITY_LOW, PRIORITY_NORMAL } = constants.priority;
  const settings = { priority: isBackground ? PRIORITY_LOW : PRIORITY_NORMAL, signal };
  await runBuildDocs(join(out, "openapi.json"), fresh, describe(document), settings);
  await writeFile(fresh, patchRedoc(await readFile(fresh, "utf8")));
  await rename(fresh, join(out, "index.html"));
}

interface PageTexts {
  readonly title: string;
  readonly description: string;
}

function describe({ info }: Document): PageTexts {
  const { title = "API", summary = "" } = info as { title?: string; summary?: string };
  return { title: `${title} reference`, description: `${title} reference. ${summary}`.trim() };
}

async function runBuildDocs(
  api: string,
  output: string,
  { title, description }: PageTexts,
  { priority, signal }: { readonly priority: number; readonly signal: AbortSignal | undefined },
): Promise<void> {
  const cli = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");
  const options = ["--config", join(here, "redocly.yaml"), "--template", join(here, "template.hbs"), "--inlineBundle"];
  // Joined by "=", so that no text is read as an option of its own.
  const texts = [`--title=${title}`, `--templateOptions.description=${description}`, `--templateOptions.icon=${icon}`];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  try {
    const args = [cli, "build-docs", api, "--output", output, ...options, ...texts];
    const running = promisify(execFile)(process.execPath, args, { env, signal });
    if (running.child.pid !== undefined) setPriority(running.child.pid, priority);
    await running;
  } catch (error) {
    const reason = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    throw new Error(`redocly build-docs failed on ${api}:\n${reason.trim()}`);
  }
}

const icon = `data:image/svg+xml,${encodeURIComponent(favicon)}`;
