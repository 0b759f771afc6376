/**
 * Writes a package's CommonJS files to `dist/cjs`, beside its ES modules: for jest, for TypeScript's older settings and for
 * loaders that cannot require ES modules; see decision 14. Run in the package's folder, after its types are built.
 *
 *     node ../../scripts/commonjs.js [<development dependency to build in>]
 */
import { copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";

const [, , dependencyToBuildIn] = process.argv;
const sources = path.resolve("src");

/** Each module stays a file of its own, so that entry points share what they import: classes, above all those of errors. */
const modulesApart = {
  name: "modules-apart",
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, importer, path: imported }) => {
      if (kind === "entry-point") return undefined;
      const isOurs = importer.startsWith(sources + path.sep);
      if (dependencyToBuildIn !== undefined && isOurs && imported.startsWith(`${dependencyToBuildIn}/`)) {
        return { path: createRequire(importer).resolve(imported) };
      }
      return isOurs ? { path: imported, external: true } : undefined;
    });
  },
};

const names = await readdir("src", { recursive: true });
await build({
  entryPoints: names.filter((name) => /(?<!\.test|\.test-d)\.ts$/.test(name)).map((name) => path.join("src", name)),
  outdir: "dist/cjs",
  outbase: "src",
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "es2022",
  // jest cannot import() without a flag, so it becomes a require().
  supported: { "dynamic-import": false },
  define: { "import.meta.url": "__filename" },
  plugins: [modulesApart],
});

const types = (await readdir("dist", { recursive: true })).filter((name) => /^(?!cjs\b).*\.d\.ts$/.test(name));
for (const name of types) {
  await mkdir(path.join("dist/cjs", path.dirname(name)), { recursive: true });
  await copyFile(path.join("dist", name), path.join("dist/cjs", name));
}
await writeFile("dist/cjs/package.json", '{ "type": "commonjs" }\n');
