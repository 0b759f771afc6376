/** `build` of the docs: writes `docs/dist`. */
import { fileURLToPath } from "node:url";
import { buildReference } from "./build-reference.ts";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

try {
  await buildReference({ spec: path("../spec/openapi.yaml"), out: path("dist") });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
