/**
 * Bundles each entry point into one file for Node, which spends half a millisecond on every module that it loads.
 * Bundlers take the modules themselves: those hold nothing twice.
 */
import { build } from "esbuild";

const settings = { outdir: "dist/node", bundle: true, format: "esm", platform: "neutral", target: "es2022" };
await build({
  ...settings,
  entryPoints: ["dist/index.js", "dist/internal.js", "dist/generated/*.js"],
  entryNames: "[name]",
});
await build({ ...settings, entryPoints: { strict: "dist/generated/strict/index.js" } });
