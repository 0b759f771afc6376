import { readdir, readFile } from "node:fs/promises";
import { extname } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** The folder beside this file, and beside the bundle that it becomes a part of. */
const folder = new URL("assets/", import.meta.url);

/** Style sheets and scripts of the pages, by their path. */
export type Assets = ReadonlyMap<string, { readonly type: string; readonly body: string }>;

/** Reads all of them, so that no request reaches the disk. */
export async function readAssets(): Promise<Assets> {
  const names = (await readdir(folder)).filter((name) => Object.hasOwn(types, extname(name)));
  const entries = names.map(async (name) => {
    const body = await readFile(new URL(name, folder), "utf8");
    return [`/assets/${name}`, { type: types[extname(name)] ?? "", body }] as const;
  });
  return new Map(await Promise.all(entries));
}

/** The style sheet or script at a path; undefined if there is none. */
export function serveAsset(assets: Assets, pathname: string): Response | undefined {
  const asset = assets.get(pathname);
  if (asset === undefined) return undefined;
  return new Response(asset.body, {
    headers: {
      // Requested again after an update: the paths stay the same.
      "cache-control": "no-cache",
      "content-type": asset.type,
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    },
  });
}
