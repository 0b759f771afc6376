import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSqliteStore } from "@vinr/sandbox/sqlite";
import { listenOn } from "../listen-on.js";

export async function listen() {
  const folder = mkdtempSync(join(tmpdir(), "vinr-bench-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  process.on("SIGTERM", () => process.exit());
  return listenOn(await createSqliteStore(join(folder, "sandbox.db")));
}
