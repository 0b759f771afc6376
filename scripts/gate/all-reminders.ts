import { readFile } from "node:fs/promises";
import path from "node:path";
import { specFile } from "./gate-spec.ts";
import { exceptionsOf, type Reminder, sunsetsOf } from "./reminders.ts";

/** The workspaces of this repository: the main one, and the two with lock files of their own. */
const workspaces = ["pnpm-workspace.yaml", "bench/pnpm-workspace.yaml", "matrix/pnpm-workspace.yaml"];

/** All exceptions and deprecations of this repository that are kept until a date. */
export async function readAllReminders(root: string): Promise<Reminder[]> {
  const read = (file: string) => readFile(path.join(root, file), "utf8");
  const exceptions = await Promise.all(workspaces.map(async (file) => exceptionsOf(file, await read(file))));
  return [...exceptions.flat(), ...sunsetsOf(specFile, await read(specFile))];
}
