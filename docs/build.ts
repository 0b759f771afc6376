/** `build` of the docs: writes `docs/dist`. */
import { fileURLToPath } from "node:url";

// Before React is loaded: its development build renders several times slower.
process.env.NODE_ENV ??= "production";
const { buildSite } = await import("./site/build-site.ts");

try {
  await buildSite(fileURLToPath(new URL("..", import.meta.url)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
