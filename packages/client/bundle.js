/**
 * Bundles the entry points into few files: Node takes half a millisecond for each module that it loads, and one for each
 * source file would cost twice as much time to import. Types stay apart, one file for each module.
 */
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const settings = {
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "neutral",
  target: "es2022",
  packages: "external",
  external: ["node:*"],
};

/** The test kit takes the client from its entry point, like any user: were it built with the rest, it would split that. */
const clientApart = {
  name: "client-apart",
  setup({ onResolve }) {
    onResolve({ filter: /\/index\.js$/ }, () => ({ path: "./index.js", external: true }));
  },
};

/** The test kit holds the validators of requests, so that tests reject what VINR rejects without another package. */
const validatorsInside = {
  name: "validators-inside",
  setup({ onResolve }) {
    onResolve({ filter: /^@vinr\/validators\// }, ({ path }) => ({ path: fileURLToPath(import.meta.resolve(path)) }));
  },
};

await rm("dist", { recursive: true, force: true });
await build({ ...settings, entryPoints: ["src/index.ts", "src/node.ts", "src/webhooks.ts"] });
await build({ ...settings, entryPoints: ["src/testing.ts"], plugins: [clientApart, validatorsInside] });
