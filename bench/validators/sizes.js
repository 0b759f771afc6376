/** The bytes that reach a browser: each entry bundled, minified and compressed. */
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The size of an entry of `entries/`. */
export async function sizeOf(entry) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./entries/${entry}.js`, import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}
