import { readFile } from "node:fs/promises";
import path from "node:path";
import { specFile } from "./gate-spec.ts";
import { exceptionsOf, type Reminder, sunsetsOf } from "./reminders.ts";

/** The workspaces of this repository: its own, and the two that install apart. */
const workspaces = ["pnpm-workspace.yaml", "bench/pnpm-workspace.yaml", "matrix/pnpm-workspace.yaml"];

/** All that stands until a date in this repository. */
export async function readAllReminders(root: string): Promise<Reminder[]> {
  const read = (file: string) => readFile(path.join(root, file), "utf8");
  const exceptions = await Promise.all(workspaces.map(async (file) => exceptionsOf(file, await read(file))));
  return [...exceptions.flat(), ...sunsetsOf(specFile, await read(specFile))];
}
