import { createReadStream } from "node:fs";
import { parseArgs } from "node:util";
import { maxRestorationBytes } from "../../control/limits.js";
import type { Clock, Snapshot } from "../../generated/types.js";
import { type Command, CommandError, UsageError } from "./command.js";
import { connectionOptions, connectionUsage, readConnection } from "./connection.js";
import { asJson } from "./printable.js";
import { withProgress } from "./progress.js";

export const snapshot: Command = {
  name: "snapshot",
  usage: `vinr-sandbox snapshot [--url URL] [--key KEY] > world.json

Prints everything in the account as JSON, for vinr-sandbox restore. It contains the secrets of the account's webhook endpoints.

${connectionUsage}
  --json      prints no note on standard error`,

  async run(args, { env, print, remark, showProgress }) {
    const { values } = parseArgs({ args: [...args], options: connectionOptions });
    const connection = readConnection(values, env);
    const taken = await withProgress(
      values.json ? undefined : showProgress,
      `Reading the account ${connection.account}`,
      connection.get<Snapshot>("/snapshot"),
    );
    print(asJson(taken));
    if (values.json) return;
    const count = taken.objects.length;
    remark(
      `The account ${connection.account} has ${count} ${count === 1 ? "object" : "objects"}. Put it back with: npx @vinr/sandbox restore FILE`,
    );
  },
};

export const restore: Command = {
  name: "restore",
  usage: `vinr-sandbox restore FILE [--url URL] [--key KEY] [--json]

Replaces everything in the account with a snapshot, of this account or another. FILE is what vinr-sandbox snapshot printed, or -
for standard input.

${connectionUsage}
  --json      prints the clock as JSON`,

  async run(args, { env, stdin, print, showProgress }) {
    const { values, positionals } = parseArgs({ args: [...args], options: connectionOptions, allowPositionals: true });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) throw new UsageError("restore takes one file, such as world.json.");
    const connection = readConnection(values, env);
    const bytes = file === "-" ? await readAll(stdin) : await readSnapshotFile(file);
    if (bytes?.length === 0) {
      throw new CommandError(`${file === "-" ? "The standard input" : file} is empty. ${hint}`);
    }
    if (bytes === undefined) {
      throw new CommandError(
        `The snapshot has more than ${maxRestorationBytes} bytes, and no more are restored over HTTP. In a test, sandbox.restore() has no limit.`,
      );
    }
    const clock = await withProgress(
      values.json ? undefined : showProgress,
      `Restoring ${(bytes.length / 1e6).toFixed(1)} MB into the account ${connection.account}`,
      connection.postText<Clock>("/restorations", bytes),
    );
    if (values.json) return print(asJson(clock));
    print(`The account ${connection.account} is as in the snapshot. Its clock goes on from ${clock.now}.`);
    print("Look at it with: npx @vinr/sandbox events");
  },
};

/** @throws {CommandError} that names the file. */
async function readSnapshotFile(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await readAll(createReadStream(path));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = reasons.get(code) ?? `cannot be read (${code})`;
    throw new CommandError(`${path} ${reason}. ${hint}`);
  }
}

const hint = "Take a snapshot with: npx @vinr/sandbox snapshot > world.json";

const reasons: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "does not exist"],
  ["EISDIR", "is a folder"],
  ["EACCES", "may not be read by you"],
]);

/** Undefined if there are more bytes than can be restored. The rest is not read: a device may be endless. */
async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of asUtf8(stream)) {
    length += chunk.length;
    if (length > maxRestorationBytes) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Windows PowerShell writes what a command prints in UTF-16, with a byte order mark. */
async function* asUtf8(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  for await (const chunk of stream) {
    if (isFirst && chunk[0] === 0xff && chunk[1] === 0xfe) decoder = new TextDecoder("utf-16le");
    isFirst = false;
    yield decoder === undefined ? chunk : encoder.encode(decoder.decode(chunk, { stream: true }));
  }
}
