#!/usr/bin/env node
/** `vinr-sandbox`: serves the sandbox until it is told to stop, or runs a command on one that runs already. */
import { inspect } from "node:util";
import { suggest } from "@vinr/validators/internal";
import { hideSecrets } from "../pages/window/recording/redact.js";
import { StoreUnavailableError } from "../store/store.js";
import type { ErrorListener } from "./assemble.js";
import type { Command } from "./commands/command.js";
import { printable } from "./commands/printable.js";
import { introduce } from "./introduce.js";
import type { CommandOptions } from "./options.js";
import { readOptions, usage } from "./options.js";
import type { RunningSandbox } from "./serve.js";

let sandbox: RunningSandbox | undefined;
let isStopping = false;

/** Whoever stops a server kills it after a while, such as ten seconds; in milliseconds. */
const longestStop = 9_800;

/** Ends after the requests and the deliveries under way. Asked a second time, or where a store does not let go, it ends at once. */
async function stop(): Promise<void> {
  if (isStopping) process.exit(1);
  isStopping = true;
  setTimeout(() => process.exit(1), longestStop).unref();
  await sandbox?.close();
  process.exit(0);
}

/** An outage is not a mistake in the program: its message says it all. */
function report(error: unknown, requestId?: string): void {
  const message = error instanceof StoreUnavailableError ? `VINR sandbox: ${error.message}` : inspect(error);
  const told = printable(hideSecrets(message));
  console.error(requestId === undefined ? told : `${requestId} ${told}`);
}

/** Prints what happens. */
interface Reporter {
  readonly report: ErrorListener;
  readonly tell: (message: string) => void;
  readonly onRequest?: (line: object) => void;
}

const textReporter: Reporter = { report, tell: (message) => console.error(message) };

/** Prints it as lines of JSON. */
const jsonReporter: Reporter = {
  report: (error, requestId) =>
    logLine("error", error instanceof StoreUnavailableError ? error.message : inspect(error), { requestId }),
  tell: (message: string) => logLine("info", message),
  onRequest: (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`),
};

function logLine(level: "error" | "info", message: string, details: object = {}): void {
  const line = { time: new Date().toISOString(), level, message: hideSecrets(message), ...details };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function serve(options: CommandOptions): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  // A program that started it over a channel of Node, such as `pnpm start`, is gone.
  process.on("disconnect", () => void stop());
  const { findMissingSdk, loadTelemetry } = await import("./hosting/telemetry.js");
  const { serveSandbox } = await import("./serve.js");
  const telemetry = await loadTelemetry();
  const { report, tell, onRequest } = options.logsJson ? jsonReporter : textReporter;
  const missing = findMissingSdk(process.env);
  if (missing !== undefined) tell(missing);
  sandbox = await serveSandbox(options, report, { onWait: tell, onRequest, telemetry });
  if (isStopping) return sandbox.close();
  if (options.logsJson) logLine("info", "listening", { url: sandbox.origin });
  else console.log(introduce(sandbox, options));
}

/** The arguments, or a message about them and the end of the process. */
function readArguments(args: readonly string[]): CommandOptions {
  try {
    return readOptions(args);
  } catch (error) {
    console.error(`${hideSecrets(error instanceof Error ? error.message : String(error))}\n\n${usage}`);
    process.exit(2);
  }
}

/** Runs a command on a sandbox that runs already. Whoever serves one does not load the commands, nor the other way round. */
async function run(name: string, args: readonly string[]): Promise<void> {
  const { commands, runCommand } = await import("./commands/index.js");
  const command = commands.find((one) => one.name === name);
  if (command === undefined) return rejectCommand(name, commands);
  process.exitCode = await runCommand(command, args, {
    env: process.env,
    stdin: process.stdin,
    print: (line) => process.stdout.write(`${line}\n`),
    remark: (line) => process.stderr.write(`${line}\n`),
    showProgress: process.stderr.isTTY ? showLine : undefined,
  });
}

/** Says that a command does not exist, and which one may be meant. */
function rejectCommand(name: string, commands: readonly Command[]): void {
  const nearest = suggest(
    name,
    commands.map((command) => command.name),
  );
  const hint = nearest === undefined ? "" : ` Did you mean ${nearest}?`;
  console.error(`There is no command ${hideSecrets(JSON.stringify(name))}.${hint}\n\n${usage}`);
  process.exitCode = 2;
}

/** A reader of the output that has enough, such as `head`, ends the command. */
function endWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
}

/** Writes a line in the place of the last one, as long as the terminal is wide. */
function showLine(line: string | undefined): void {
  process.stderr.write(`\r\u001b[K${(line ?? "").slice(0, (process.stderr.columns || 80) - 1)}`);
}

async function main([first, ...rest]: readonly string[]): Promise<void> {
  endWithReader();
  if (first !== undefined && !first.startsWith("-")) return run(first, rest);
  const options = readArguments(first === undefined ? [] : [first, ...rest]);
  if (options.help) console.log(usage);
  else await serve(options);
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(hideSecrets(error instanceof Error ? error.message : inspect(error)));
  process.exit(1);
});
