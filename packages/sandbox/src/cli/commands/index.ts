import { advance } from "./advance.js";
import type { Command } from "./command.js";
import { events } from "./events.js";
import { restore, snapshot } from "./snapshots.js";
import { torture } from "./torture.js";
import { trigger } from "./trigger.js";

export { runCommand } from "./run-command.js";

/** The sub-commands, in the order in which the usage lists them. */
export const commands: readonly Command[] = [trigger, advance, events, snapshot, restore, torture];
