/** Builds again only what a reader of the interactive page looks at: seconds, where the whole site takes half a minute. */
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { finishInteractive } from "./finish.ts";
import { buildInteractive } from "./interactive.ts";
import { downloadsOf, placesOf, readPublished, writeAll } from "./prepare.ts";

/** Puts the interactive page and the downloads of the description as it is now into `docs/dist`. */
export async function refreshSite(root: string): Promise<void> {
  const places = placesOf(root);
  const { document } = await readPublished(places);
  const fresh = join(places.docs, ".site/refresh");
  const dist = join(places.docs, "dist");
  await rm(fresh, { recursive: true, force: true });
  await buildInteractive({ document, out: join(fresh, "interactive") });
  await finishInteractive(fresh);
  await mkdir(join(dist, "reference"), { recursive: true });
  for (const name of ["interactive", "vinr-api-reference.html"]) {
    await rm(join(dist, "reference", name), { recursive: true, force: true });
    await rename(join(fresh, name), join(dist, "reference", name));
  }
  await writeAll(dist, downloadsOf(document));
}
