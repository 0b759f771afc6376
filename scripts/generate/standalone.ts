/**
 * The files that a folder of generated files needs to type-check outside this workspace: the hand-written files
 * that the generated ones import, and a configuration of the compiler.
 */
import { posix } from "node:path";
import type { GeneratedFile } from "../model.ts";
import { readFiles } from "./write.ts";

/** Packages whose hand-written sources the generated files of `--out` need. */
const SOURCES = ["packages/types/src", "packages/validators/src"];

/** The entry points that generated files import, and their sources. */
const ENTRIES = new Map([
  ["@vinr/types", "packages/types/src/index.js"],
  ["@vinr/validators/strict", "packages/validators/src/generated/strict/index.js"],
]);

const TSCONFIG = {
  compilerOptions: {
    target: "ES2022",
    lib: ["ES2023", "DOM"],
    module: "NodeNext",
    moduleResolution: "NodeNext",
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    noEmit: true,
    types: [],
  },
  include: ["packages"],
};

/** The generated files and all they need, their imports of the packages made relative. */
export async function makeStandalone(files: readonly GeneratedFile[], workspace: string): Promise<GeneratedFile[]> {
  const sources = [...(await readFiles(workspace, SOURCES))]
    .filter(([path]) => path.endsWith(".ts") && !/\.test(-d)?\.ts$|\/(generated|testing)\//.test(path))
    .map(([path, content]) => ({ path, content }));
  return [...files.filter(canStandAlone), ...sources].map(importByPath);
}

/** The client's methods, and what shows them, need its whole hand-written core. */
function canStandAlone({ path, section }: GeneratedFile): boolean {
  return section === undefined && !/^(?:examples|packages\/client\/src\/generated\/resources)\//.test(path);
}

/** Files at the root of a standalone folder, which are written once and then belong to the owner of the folder. */
export const STANDALONE_ROOT: readonly GeneratedFile[] = [
  { path: "package.json", content: `${JSON.stringify({ private: true, type: "module" }, null, 2)}\n` },
  { path: "tsconfig.json", content: `${JSON.stringify(TSCONFIG, null, 2)}\n` },
];

function importByPath({ path, content }: GeneratedFile): GeneratedFile {
  const folder = posix.dirname(path);
  // Only at the beginning of a line, where no comment or literal can be.
  const relative = content.replace(
    /^((?:import|export) [^;"]* from )"(@vinr\/[^"]+)";$/gm,
    (line, start: string, name: string) => {
      const entry = ENTRIES.get(name);
      return entry === undefined ? line : `${start}"${posix.relative(folder, entry)}";`;
    },
  );
  return { path, content: relative };
}
