/**
 * Prepares the site without building pages: writes the model, the sidebar, the downloads, the changelog and the decisions for Astro.
 *
 * A dev server writes the pages' model first when the spec or a sample changes, and the downloads when the page was seen.
 * Files whose content stays the same are not touched. The pages import the model from `.site/api.js` and the sidebar from
 * `.site/navigation.json`, so Astro's dev server shows a changed spec without a restart.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { uneval } from "devalue";
import { writeWhole } from "../../scripts/generate/write.ts";
import type { Api, GeneratedFile } from "../../scripts/model.ts";
import { pathWithin } from "../../scripts/paths.ts";
import { type LoadedSpec, loadSpec } from "../../scripts/read/document/load-spec.ts";
import { buildModel } from "../../scripts/read/model/build-model.ts";
import { jsonSchemaFiles } from "../reference/json-schemas.ts";
import { buildNavigation } from "../reference/navigation.ts";
import { addSamples, buildOverlay, type Document } from "../reference/overlay.ts";
import { listPages } from "../reference/pages.ts";
import { readSamples, type Samples } from "../reference/samples.ts";
import { apiCatalog } from "./api-catalog.ts";
import { changelogPage } from "./changelog.ts";
import { decisionsPage } from "./decisions.ts";
import { favicon } from "./icon.ts";
import { toYaml } from "./yaml.ts";

/** Folders of the docs; `root` is the repository. */
export interface Places {
  readonly root: string;
  readonly docs: string;
  /** Files that Astro copies as they are. */
  readonly downloads: string;
}

export function placesOf(root: string): Places {
  const docs = join(root, "docs");
  return { root, docs, downloads: join(docs, ".site/public") };
}

export interface Published {
  /** The model of the published spec. */
  readonly api: Api;
  readonly samples: Samples;
  /** The published spec: the bundle with its samples. */
  readonly document: Document;
}

/** Reads the spec and the samples, and puts the samples into the spec. */
export async function readPublished({ root }: Places, loaded?: LoadedSpec): Promise<Published> {
  const spec = loaded ?? (await loadSpec(join(root, "spec/openapi.yaml")));
  const api = buildModel(spec);
  const ids = api.operations.map(({ operationId }) => operationId);
  const samples = await readSamples(join(root, "examples/operations/generated"), ids);
  const operations = api.operations.map((one) => ({ ...one, samples: samples.get(one.operationId) ?? [] }));
  return { api: { ...api, operations }, samples, document: addSamples(spec.document, operations, samples) };
}

/** Prepares the site and returns the published spec. A spec that was loaded before is not read again. */
export async function prepareSite(places: Places, loaded?: LoadedSpec): Promise<Published> {
  const published = await readPublished(places, loaded);
  await writePages(places, published);
  await writeDownloads(places, published);
  return published;
}

/** Writes what the pages are rendered from. */
export async function writePages({ docs }: Places, { api }: Published): Promise<void> {
  // Throws before anything is written.
  listPages(api);
  await writeAll(join(docs, ".site"), [
    { path: "navigation.json", content: JSON.stringify(buildNavigation(api)) },
    { path: "api.js", content: `export const api = ${uneval(api)};\n` },
  ]);
}

/** Writes the files that are offered for download, the changelog and the decisions. */
export async function writeDownloads(places: Places, { api, samples, document }: Published): Promise<void> {
  const { root, docs, downloads } = places;
  const record = await readFile(join(root, "spec/DECISIONS.md"), "utf8");
  await writeAll(join(docs, "src/content/docs"), [
    { path: "changelog/index.md", content: await changelogPage(root) },
    { path: "decisions/index.md", content: decisionsPage(record) },
  ]);
  await writeAll(downloads, [
    { path: "openapi.json", content: `${JSON.stringify(document, null, 2)}\n` },
    { path: "openapi.yaml", content: toYaml(document) },
    { path: "samples.overlay.yaml", content: toYaml(buildOverlay(api, samples)) },
    { path: "journeys.arazzo.yaml", content: await readFile(join(root, "spec/journeys.arazzo.yaml"), "utf8") },
    { path: ".well-known/api-catalog", content: apiCatalog(api) },
    { path: "favicon.svg", content: favicon },
    { path: "robots.txt", content: "User-agent: *\nAllow: /\nSitemap: https://docs.vinr.com/sitemap-index.xml\n" },
    ...jsonSchemaFiles(api),
  ]);
}

/** Writes files below a folder, and none outside of it. One that already has its content is left alone, so that no watcher sees a change. */
export async function writeAll(root: string, files: readonly GeneratedFile[]): Promise<void> {
  for (const { path, content } of files) {
    const file = pathWithin(root, path);
    if ((await readFile(file, "utf8").catch(() => undefined)) === content) continue;
    // The dev server may be sending it.
    await writeWhole(file, content);
  }
}
