import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { publishedPackages } from "./published-packages.ts";

/** The packed version of a package. The publishing job runs this file, so it imports Node's own modules only. */
export interface Tarball {
  readonly name: string;
  readonly version: string;
  readonly file: string;
}

/** The tarballs of the packages' present versions in a folder. */
export async function readTarballs(root: string, folder: string): Promise<Tarball[]> {
  return Promise.all(
    publishedPackages(root).map(async (own) => {
      const { name, version } = JSON.parse(await readFile(path.join(root, own.folder, "package.json"), "utf8"));
      return { name, version, file: path.resolve(folder, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`) };
    }),
  );
}

/** Subresource integrity of a file, `sha512-…`, as npm states it. */
export async function integrityOf(file: string): Promise<string> {
  return `sha512-${createHash("sha512")
    .update(await readFile(file))
    .digest("base64")}`;
}
