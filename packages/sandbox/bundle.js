/**
 * Bundles the entry points and the command: Node takes half a millisecond for each module that it loads. What several of them
 * need, and what the command loads only where it is asked for, are files of their own.
 */
import { cp, rm } from "node:fs/promises";
import { build } from "esbuild";

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: { index: "src/index.ts", sqlite: "src/sqlite.ts", postgres: "src/postgres.ts", cli: "src/cli/main.ts" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "neutral",
  target: "es2022",
  packages: "external",
  external: ["node:*"],
});
// The style sheets and scripts of the pages, for browsers.
await cp("src/pages/assets", "dist/assets", { recursive: true });
