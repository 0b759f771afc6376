import { hideSecrets } from "../../pages/window/recording/redact.js";
import { type Command, type CommandContext, CommandError, UsageError } from "./command.js";
import { inMessage, printable, printableLine } from "./printable.js";

/** Runs a command, and returns its exit code: 0, 1 if it could not do its work, or 2 if it was used incorrectly. */
export async function runCommand(command: Command, args: readonly string[], given: CommandContext): Promise<number> {
  const { showProgress } = given;
  const context: CommandContext = {
    ...given,
    print: (line) => given.print(printableLine(line)),
    remark: (line) => given.remark(printableLine(line)),
    showProgress: showProgress && ((line) => showProgress(line === undefined ? undefined : inMessage(line))),
  };
  if (args.some((arg) => arg === "--help" || arg === "-h")) {
    given.print(command.usage);
    return 0;
  }
  try {
    await command.run(args, context);
    return 0;
  } catch (error) {
    const isUsage = error instanceof UsageError || isArgumentError(error);
    if (!isUsage && !(error instanceof CommandError)) throw error;
    given.remark(printable(describe(error, { command, isUsage, isJson: args.includes("--json") })));
    return isUsage ? 2 : 1;
  }
}

/** With `--json`, errors are for a script to read, too. A key may be among the arguments, in the wrong place. */
function describe(
  error: Error,
  { command, isUsage, isJson }: { command: Command; isUsage: boolean; isJson: boolean },
): string {
  const message = hideSecrets(error.message);
  if (isJson) {
    const code = "code" in error ? error.code : undefined;
    const details = { ...(typeof code === "string" && { code }), ...(isUsage && { usage: command.usage }) };
    return JSON.stringify({ error: { message, ...details } });
  }
  return isUsage ? `${message}\n\n${command.usage}` : message;
}

/** An option that `parseArgs` does not know, or that lacks its value. */
export function isArgumentError(error: unknown): error is TypeError {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
