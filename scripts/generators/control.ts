/**
 * `packages/sandbox`: what a server of `spec/sandbox.yaml` needs. The other generators make it, for the packages of the VINR API;
 * here it is moved to the one package that serves this spec, and its imports with it.
 */
import { HEADER, headerOf, withHeader } from "../emit/header.ts";
import type { Api, GeneratedFile } from "../model.ts";
import { withRequestSchemas } from "./request-schemas.ts";
import { generateServer } from "./server/index.ts";
import { generateTypes } from "./types/index.ts";
import { closeSchemas } from "./validators/analyze/close-schemas.ts";
import { generateValidators } from "./validators/index.ts";

const FOLDER = "packages/sandbox/src/generated";

/** Where files go: a path that begins so begins otherwise. A file that nothing here names is not needed. */
const moves: readonly (readonly [from: RegExp, to: string])[] = [
  [/^packages\/types\/src\/generated\/openapi\.ts$/, `${FOLDER}/types.ts`],
  [/^packages\/validators\/src\/generated\/(?=[^/]+$)/, `${FOLDER}/validators/`],
  [/^packages\/server\/src\/generated\/(?=(?:responses|error-codes)\.ts$)/, `${FOLDER}/`],
];

/** The imports of modules: the types and validators of the same spec, and the run time of the published validators. */
const imports: readonly (readonly [from: RegExp, to: string])[] = [
  [/^@vinr\/types$/, "../types.js"],
  [/^@vinr\/validators\/strict$/, "./validators/index.js"],
  [/^\.\.\/runtime\/[\w/-]+\.js$/, "@vinr/validators/internal"],
];

/** Everything that is generated from the spec of the sandbox's control API, sorted by path, each file under the header. */
export async function generateControl(api: Api): Promise<GeneratedFile[]> {
  // Only its server reads it, and a server sends nothing that its spec does not have.
  const closed: Api = { ...api, schemas: closeSchemas(api).schemas };
  const files = [
    ...(await generateTypes(closed)),
    ...generateValidators(closed, withRequestSchemas(closed)),
    ...generateServer(api),
  ];
  return files.flatMap(move).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function move(file: GeneratedFile): GeneratedFile[] {
  const [from, to] = moves.find(([start]) => start.test(file.path)) ?? [];
  if (from === undefined || to === undefined) return [];
  const { content } = withHeader(file);
  const moved = content.replace(HEADER, headerOf("spec/sandbox.yaml"));
  return [{ path: file.path.replace(from, to), content: moved.replace(importLine, moveImport) }];
}

/** Only at the beginning of a line, where no comment or literal can be. */
const importLine = /^((?:import|export) [^;"]* from )"([^"]+)";$/gm;

function moveImport(line: string, start: string, name: string): string {
  const [, to] = imports.find(([from]) => from.test(name)) ?? [];
  return to === undefined ? line : `${start}"${to}";`;
}
