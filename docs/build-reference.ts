/** Builds the reference: one page that needs nothing but itself, and the description beside it for download. */
import { execFile } from "node:child_process";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { stringify } from "yaml";
import { loadSpec } from "../scripts/read/load-spec.ts";

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Writes `index.html`, `openapi.yaml` and `openapi.json` into a folder.
 *
 * @throws {SpecError} when the description is invalid.
 */
export async function buildReference({ spec, out }: { spec: string; out: string }): Promise<void> {
  const { document } = await loadSpec(spec);
  await mkdir(out, { recursive: true });
  await writeFile(join(out, "openapi.json"), `${JSON.stringify(document, null, 2)}\n`);
  // Quoted also where only YAML 1.1 would take a string for a date or a boolean: many readers still are 1.1.
  const yaml = stringify(document, { compat: "yaml-1.1", aliasDuplicateObjects: false, lineWidth: 0 });
  await writeFile(join(out, "openapi.yaml"), yaml);
  await renderPage(document, out);
}

/** Rendered beside its place and moved there when it is whole: the old page is served until then. */
async function renderPage(document: Readonly<Record<string, unknown>>, out: string): Promise<void> {
  const fresh = join(out, ".index.html");
  await runBuildDocs(join(out, "openapi.json"), fresh, describe(document));
  await writeFile(fresh, replaceLogo(await readFile(fresh, "utf8")));
  await rename(fresh, join(out, "index.html"));
}

interface PageTexts {
  readonly title: string;
  readonly description: string;
}

function describe({ info }: Readonly<Record<string, unknown>>): PageTexts {
  const { title = "API", summary = "" } = info as { title?: string; summary?: string };
  return { title: `${title} reference`, description: `${title} reference. ${summary}`.trim() };
}

async function runBuildDocs(api: string, output: string, { title, description }: PageTexts): Promise<void> {
  const cli = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");
  const options = ["--config", join(here, "redocly.yaml"), "--template", join(here, "template.hbs"), "--inlineBundle"];
  const texts = ["--title", title, "--templateOptions.description", description, "--templateOptions.icon", icon];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  try {
    await promisify(execFile)(process.execPath, [cli, "build-docs", api, "--output", output, ...options, ...texts], {
      env,
    });
  } catch (error) {
    const reason = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
    throw new Error(`redocly build-docs failed on ${api}:\n${reason.trim()}`);
  }
}

/** A rounded square in the accent colour with a V, drawn here so that the browser asks for no file. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b4a6f"/>' +
    '<path d="M8 9l8 15 8-15" fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"/></svg>',
)}`;

/** Redoc's footer shows its logo from its maker's server. The link to Redoc stays; the image comes with the page. */
function replaceLogo(html: string): string {
  const logo = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g;
  if (!logo.test(html)) {
    throw new Error(
      "Redoc's page no longer names the logo that build-reference.ts replaces. See what it loads instead, and replace that.",
    );
  }
  const word =
    '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="18" viewBox="0 0 48 18"><style>text{fill:#1a1c21}' +
    "@media(prefers-color-scheme:dark){text{fill:#fff}}</style>" +
    '<text x="2" y="13" font-family="system-ui,sans-serif" font-size="13" font-weight="600">Redoc</text></svg>';
  return html.replace(logo, `data:image/svg+xml,${encodeURIComponent(word).replaceAll("'", "%27")}`);
}
