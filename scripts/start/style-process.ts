/** The process of `style.ts`, which ends with the one that started it. */
import { lintSpec } from "../lint-spec.ts";
import type { StyleResult } from "./style.ts";

process.on("message", async ({ file, rules }: { file: string; rules: string }) => {
  const result = await lintSpec(file, rules).then(
    (problems): StyleResult => ({ problems }),
    (error: unknown): StyleResult => ({ failed: String(error) }),
  );
  process.send?.(result);
});
process.on("disconnect", () => process.exit());
// Ctrl-C in a terminal reaches every process; the one that started this one ends it.
process.on("SIGINT", () => undefined);
