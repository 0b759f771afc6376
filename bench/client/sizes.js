import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The entry points that a merchant would bundle. */
const entries = {
  "vinr, standalone: create, webhook": 'export { VinrCore, createPayment, constructEvent } from "@vinr/client";',
  "vinr, the Vinr class": 'export { Vinr } from "@vinr/client";',
  "vinr, webhooks alone": 'export { constructEvent } from "@vinr/client/webhooks";',
  "openapi-fetch": 'export { default } from "openapi-fetch";',
  ky: 'export { default } from "ky";',
  stripe: 'export { default } from "stripe";',
  openai: 'export { default } from "openai";',
};

/** Bytes, minified and gzipped: of the file that is loaded first, and of all files. */
export async function measureSizes() {
  const sizes = [];
  for (const [name, contents] of Object.entries(entries)) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
      bundle: true,
      minify: true,
      format: "esm",
      platform: name === "stripe" ? "node" : "browser",
      splitting: true,
      outdir: "out",
      write: false,
    });
    const bytes = outputFiles.map(({ path, contents: text }) => [path, gzipSync(text, { level: 9 }).length]);
    const first = loadedFirst(outputFiles);
    const sum = (files) => files.reduce((total, [, size]) => total + size, 0);
    sizes.push({ name, first: sum(bytes.filter(([path]) => first.has(path))), all: sum(bytes) });
  }
  return sizes;
}

/** The entry and what it imports, without what it may import later. */
function loadedFirst(files) {
  const found = new Set();
  const visit = (file) => {
    if (file === undefined || found.has(file.path)) return;
    found.add(file.path);
    const imports = file.text.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g);
    for (const [, name] of imports) visit(files.find(({ path }) => path.endsWith(`/${name}`)));
  };
  visit(files.find(({ path }) => path.endsWith("/stdin.js")));
  return found;
}
