/** Builds the whole site beside the one in `docs/dist`, and puts it there when it is complete. */
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { finishSite } from "./finish.ts";
import { buildInteractive } from "./interactive/interactive.ts";
import { placesOf, prepareSite } from "./prepare.ts";

/** Writes `docs/dist`; `root` is the repository. */
export async function buildSite(root: string): Promise<void> {
  const places = placesOf(root);
  const fresh = join(places.docs, ".site/dist");
  const interactive = join(places.docs, ".site/interactive");
  for (const folder of [places.downloads, fresh, interactive]) await rm(folder, { recursive: true, force: true });
  const { document } = await prepareSite(places);
  await Promise.all([buildPages(places.docs, fresh), buildInteractive({ document, out: interactive })]);
  await rename(interactive, join(fresh, "reference/interactive"));
  await finishSite(fresh);
  await replace(fresh, join(places.docs, "dist"));
}

async function buildPages(docs: string, outDir: string): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  const { build } = await import("astro");
  await build({ root: docs, outDir, logLevel: "error" });
}

async function replace(fresh: string, place: string): Promise<void> {
  const old = `${fresh}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(place, old).catch(() => {});
  await rename(fresh, place);
  await rm(old, { recursive: true, force: true });
}
