/** `build` of the docs: writes `docs/dist`. */
import { fileURLToPath } from "node:url";
import { SpecError } from "../scripts/read/spec-error.ts";
import { buildSite } from "./site/build-site.ts";

try {
  await buildSite(fileURLToPath(new URL("..", import.meta.url)));
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}

/** An error with its place: our own have one in the spec, Astro's in a page or a component. */
function describe(error: unknown): string {
  if (error instanceof SpecError) return error.inFile("spec/openapi.yaml").message;
  const message = error instanceof Error ? error.message : String(error);
  const place = error instanceof Error && "loc" in error ? error.loc : undefined;
  if (typeof place !== "object" || place === null || !("file" in place)) return `The docs cannot be built: ${message}`;
  return `${place.file}${"line" in place ? `:${place.line}` : ""}  ${message}`;
}
