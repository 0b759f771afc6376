/** For `pnpm start`: brings the interactive reference up to date at once, before the whole site follows. */
import { fileURLToPath } from "node:url";
import { refreshSite } from "./site/refresh.ts";

try {
  await refreshSite(fileURLToPath(new URL("..", import.meta.url)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
