/** Writes what Astro reads: pages from the description, downloads, the sidebar. */
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Api, GeneratedFile } from "../../scripts/model.ts";
import { buildModel } from "../../scripts/read/build-model.ts";
import { loadSpec } from "../../scripts/read/load-spec.ts";
import { generatePages } from "../reference/generate.ts";
import { jsonSchemaFiles } from "../reference/json-schemas.ts";
import { navigate } from "../reference/navigation.ts";
import { makeOverlay, withSamples } from "../reference/overlay.ts";
import type { Raw } from "../reference/raw.ts";
import { type Description, readDescription } from "../reference/read-description.ts";
import { readSamples, type Sample } from "../reference/samples.ts";
import { apiCatalog } from "./api-catalog.ts";
import { changelogPage } from "./changelog.ts";
import { favicon } from "./icon.ts";
import { toYaml } from "./yaml.ts";

/** Where things are; `root` is the repository. */
export interface Places {
  readonly root: string;
  readonly docs: string;
  /** What Astro copies as it is. */
  readonly downloads: string;
}

export function placesOf(root: string): Places {
  const docs = join(root, "docs");
  return { root, docs, downloads: join(docs, ".site/public") };
}

interface Published {
  readonly api: Api;
  readonly description: Description;
  readonly samples: ReadonlyMap<string, readonly Sample[]>;
  /** The published description: the bundle with its samples. */
  readonly document: Raw;
}

/** Reads the description and the samples, and puts the one into the other. */
export async function readPublished({ root }: Places): Promise<Published> {
  const loaded = await loadSpec(join(root, "spec/openapi.yaml"));
  const api = buildModel(loaded);
  const description = readDescription(loaded.document);
  const ids = description.operations.map(({ id }) => id);
  const samples = await readSamples(join(root, "examples/operations"), ids);
  return { api, description, samples, document: withSamples(description, samples) };
}

/** Prepares the site and returns the published description. */
export async function prepareSite(places: Places): Promise<Raw> {
  const { root, docs, downloads } = places;
  const { api, description, samples, document: published } = await readPublished(places);
  const pages = await generatePages({ api, description, samples, advice: await readAdvice(join(docs, "errors")) });

  const content = join(docs, "src/content/docs");
  await Promise.all(
    ["reference", "errors", "changelog"].map((name) => rm(join(content, name), { recursive: true, force: true })),
  );
  await rm(downloads, { recursive: true, force: true });
  await writeAll(content, [...pages, { path: "changelog/index.md", content: await changelogPage(root) }]);
  await writeAll(downloads, [
    ...downloadsOf(published),
    { path: "samples.overlay.yaml", content: toYaml(makeOverlay(description, samples)) },
    { path: ".well-known/api-catalog", content: apiCatalog(description) },
    { path: "favicon.svg", content: favicon },
    { path: "robots.txt", content: "User-agent: *\nAllow: /\nSitemap: https://docs.vinr.com/sitemap-index.xml\n" },
    ...jsonSchemaFiles(api),
  ]);
  await cp(join(root, "spec/journeys.arazzo.yaml"), join(downloads, "journeys.arazzo.yaml"));
  const navigation = navigate(description, [...api.errorCodes.values()]);
  await writeAll(join(docs, ".site"), [{ path: "navigation.json", content: JSON.stringify(navigation) }]);
  return published;
}

/** The published description, for download. */
export function downloadsOf(published: Raw): GeneratedFile[] {
  return [
    { path: "openapi.json", content: `${JSON.stringify(published, null, 2)}\n` },
    { path: "openapi.yaml", content: toYaml(published) },
  ];
}

async function readAdvice(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md"));
  const read = async (name: string): Promise<[string, string]> => [
    name.slice(0, -".md".length),
    await readFile(join(folder, name), "utf8"),
  ];
  return new Map(await Promise.all(names.map(read)));
}

export async function writeAll(root: string, files: readonly GeneratedFile[]): Promise<void> {
  for (const { path, content } of files) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
