#!/usr/bin/env node
/** `vinr-sandbox`: serves the sandbox until it is told to stop, or runs a command on one that is already running. */
import { once } from "node:events";
import { writeSync } from "node:fs";
import { Socket } from "node:net";
import { inspect } from "node:util";
import { suggest } from "@vinr/validators/internal";
import { hideSecrets } from "../pages/window/recording/redact.js";
import { StoreUnavailableError } from "../store/store.js";
import type { ErrorListener } from "./assemble.js";
import { BoundedOutput } from "./bounded-output.js";
import { type Command, CommandError } from "./commands/command.js";
import { printable } from "./commands/printable.js";
import { introduce } from "./introduce.js";
import type { CommandOptions } from "./options.js";
import { readOptions, usage } from "./options.js";
import type { RunningSandbox } from "./serve.js";

let sandbox: RunningSandbox | undefined;
let isStopping = false;

/**
 * How long a server may take to stop, in milliseconds: whoever stops it kills it after a while, such as ten seconds.
 */
const longestStop = 9_800;

/** Ends after the current requests and deliveries. If asked again, or if a store does not let go, it ends at once. */
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
  errors.write(requestId === undefined ? told : `${requestId} ${told}`);
}

/**
 * Writes all of a text to the standard output. Node itself writes to a file once, and does not check how much was
 * written.
 * @throws if a file has no room. A pipe and a terminal emit their error later.
 */
function write(text: string): void {
  if (process.stdout instanceof Socket) process.stdout.write(text);
  else for (let rest = Buffer.from(text); rest.length > 0; ) rest = rest.subarray(writeSync(1, rest));
}

/** Writes a line of a command, which ends if it cannot write all of it. */
function print(line: string): void {
  try {
    write(`${line}\n`);
  } catch (error) {
    throw new CommandError(describeLoss(error));
  }
}

let lineStart = "";

/**
 * Writes a line of a server, which continues without lines that it cannot write. After a line that was cut, the next
 * one starts on a line of its own.
 */
function log(line: string): void {
  try {
    write(`${lineStart}${line}\n`);
    lineStart = "";
  } catch (error) {
    lineStart = "\n";
    reportLoss(error);
  }
}

let isLossReported = false;

function reportLoss(error: unknown): void {
  if (!isLossReported) console.error(`${describeLoss(error)}. The sandbox serves on.`);
  isLossReported = true;
}

function describeLoss(error: unknown): string {
  return `The output could not be written, or not all of it: ${error instanceof Error ? error.message : error}`;
}

const errors = new BoundedOutput(process.stderr, { write: console.error, tell: console.error });

const jsonLog = new BoundedOutput(process.stdout, { write: log, tell: (message) => logLine("error", message) });

function logLine(level: "error" | "info", message: string, details: object = {}): void {
  const line = { time: new Date().toISOString(), level, message: hideSecrets(message), ...details };
  jsonLog.write(JSON.stringify(line));
}

/** Prints what happens. */
interface Reporter {
  readonly report: ErrorListener;
  readonly tell: (message: string) => void;
  readonly onRequest?: (line: object) => void;
}

const textReporter: Reporter = { report, tell: (message) => errors.write(message) };

/** Prints it as lines of JSON. */
const jsonReporter: Reporter = {
  report: (error, requestId) =>
    logLine("error", error instanceof StoreUnavailableError ? error.message : inspect(error), { requestId }),
  tell: (message: string) => logLine("info", message),
  onRequest: (line) => jsonLog.write(JSON.stringify(line)),
};

async function serve(options: CommandOptions): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  // A program that started it over a channel of Node, such as `pnpm start`, is gone.
  process.on("disconnect", () => void stop());
  process.stdout.on("error", reportLoss);
  const { findMissingSdk, loadTelemetry } = await import("./hosting/telemetry.js");
  const { serveSandbox } = await import("./serve.js");
  const telemetry = await loadTelemetry();
  const { report, tell, onRequest } = options.logsJson ? jsonReporter : textReporter;
  const missing = findMissingSdk(process.env);
  if (missing !== undefined) tell(missing);
  sandbox = await serveSandbox(options, report, { onWait: tell, onRequest, telemetry });
  if (isStopping) return sandbox.close();
  // With a JSON log, the introduction is printed only if a script asks for it: it contains a secret.
  if (options.json || !options.logsJson) log(introduce(sandbox, options));
  if (options.logsJson) logLine("info", "listening", { url: sandbox.origin });
}

/** Reads the arguments, or prints what is wrong with them and ends the process. */
function readArguments(args: readonly string[]): CommandOptions {
  try {
    return readOptions(args);
  } catch (error) {
    console.error(`${hideSecrets(error instanceof Error ? error.message : String(error))}\n\n${usage}`);
    process.exit(2);
  }
}

/** Runs a command on a running sandbox. A server does not load the commands, and a command does not load the server. */
async function run(name: string, args: readonly string[]): Promise<void> {
  endWithReader();
  const { commands, runCommand } = await import("./commands/index.js");
  const command = commands.find((one) => one.name === name);
  if (command === undefined) return rejectCommand(name, commands);
  process.exitCode = await runCommand(command, args, {
    env: process.env,
    stdin: process.stdin,
    print,
    untilPrinted: async () => void (process.stdout.writableNeedDrain && (await once(process.stdout, "drain"))),
    remark: (line) => process.stderr.write(`${line}\n`),
    showProgress: process.stderr.isTTY ? showLine : undefined,
  });
}

/** Prints that a command does not exist, and which one may be meant. */
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
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    console.error(describeLoss(error));
    process.exit(1);
  });
}

/** Writes a line in the place of the last one, cut to the width of the terminal. */
function showLine(line: string | undefined): void {
  process.stderr.write(`\r\u001b[K${(line ?? "").slice(0, (process.stderr.columns || 80) - 1)}`);
}

async function main([first, ...rest]: readonly string[]): Promise<void> {
  // Nothing is left to report that a message could not be written.
  process.stderr.on("error", () => undefined);
  if (first !== undefined && !first.startsWith("-")) return run(first, rest);
  const options = readArguments(first === undefined ? [] : [first, ...rest]);
  if (!options.help) return serve(options);
  endWithReader();
  print(usage);
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(hideSecrets(error instanceof Error ? error.message : inspect(error)));
  process.exit(1);
});
