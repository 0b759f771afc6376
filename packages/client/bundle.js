/**
 * Bundles the entry points into a few files: forty small modules cost twice as much time to import. Types stay apart,
 * one file for each module.
 */
import { rm } from "node:fs/promises";
import { build } from "esbuild";

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: ["index", "node", "testing", "webhooks"].map((name) => `src/${name}.ts`),
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "neutral",
  target: "es2022",
  packages: "external",
  external: ["node:*"],
});
