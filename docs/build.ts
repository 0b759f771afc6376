/** `build` of the docs: writes `docs/dist`. */
import { fileURLToPath } from "node:url";
import { buildSite } from "./site/build-site.ts";

try {
  await buildSite(fileURLToPath(new URL("..", import.meta.url)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
