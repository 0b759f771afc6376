import { parseArgs } from "node:util";
import { redact } from "./redact.ts";

export const usage = `pnpm proof --server URL [--key KEY] [--seed N] [--runs N] [--skip-journeys] [--json]

Tests a server of the VINR API against the specification, and prints where it departs: runs the journeys, sends requests
generated from a seed, and validates each response with ajv. It works with the mock, the sandbox and VINR's own servers.

With a test key, sk_test_…, it creates payments, refunds and webhook endpoints, and ends only what it created. Where the
server has the sandbox's control API, it also plays the customer and moves the account's clock: use a key of its own there,
such as sk_test_proof. With a live key it only reads.

  --server URL        the API with its base path, such as http://127.0.0.1:4020/v1
  --key KEY           the secret key (default the environment variable VINR_SECRET_KEY, which other processes cannot see)
  --seed N            decides the requests (default 1)
  --runs N            how many requests of each kind (default 10, at most 1000)
  --max-requests N    stop after this many requests, and list what was skipped (default 3000)
  --rate N            requests a second, at most (default 20; it also waits as Retry-After says)
  --timeout SECONDS   how long a response may take (default 10)
  --skip-journeys     only the checks of requests, which take less time
  --json              prints the report as JSON

Exit codes: 0 if nothing departs, 1 if something does, 2 if the server could not be tested.`;

export interface ProofOptions {
  /** With its base path, without a slash at the end. */
  readonly server: string;
  readonly key: string;
  readonly seed: number;
  readonly runs: number;
  readonly maxRequests: number;
  /** Requests a second. */
  readonly rate: number;
  /** In seconds. */
  readonly timeout: number;
  readonly skipsJourneys: boolean;
  readonly json: boolean;
}

/** The options are wrong, or there is nothing at the server that could be tried; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reads the command line; undefined if help was asked for.
 *
 * @throws {UsageError} that names the option. No message repeats a key.
 */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ProofOptions | undefined {
  const values = parse(args);
  if (values.help) return undefined;
  const server = readServer(values.server);
  const key = readKey(values.key ?? env.VINR_SECRET_KEY);
  if (isLive(key) && server.startsWith("http:")) {
    throw new UsageError("A live key is sent over https only. Nothing was sent.");
  }
  return {
    server,
    key,
    seed: readNumber(values.seed, "--seed", [0, 2 ** 31 - 1]),
    runs: readNumber(values.runs, "--runs", [1, 1000]),
    maxRequests: readNumber(values["max-requests"], "--max-requests", [1, 1_000_000]),
    rate: readNumber(values.rate, "--rate", [1, 10_000]),
    timeout: readNumber(values.timeout, "--timeout", [1, 600]),
    skipsJourneys: values["skip-journeys"],
    json: values.json,
  };
}

/** Whether a key is one of production, with which nothing is created. */
export function isLive(key: string): boolean {
  return !/^[a-z]+_test_/.test(key);
}

function parse(args: readonly string[]) {
  const options = {
    server: { type: "string" },
    key: { type: "string" },
    seed: { type: "string", default: "1" },
    runs: { type: "string", default: "10" },
    "max-requests": { type: "string", default: "3000" },
    rate: { type: "string", default: "20" },
    timeout: { type: "string", default: "10" },
    "skip-journeys": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // It names the argument, which may be a key at the wrong place.
    throw new UsageError(redact(message.replaceAll("\n", " ")));
  }
}

function readServer(text: string | undefined): string {
  const example = "such as http://127.0.0.1:4020/v1";
  if (text === undefined) throw new UsageError(`--server is missing: the API with its base path, ${example}.`);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain =
    url !== undefined && url.username === "" && url.password === "" && url.search === "" && url.hash === "";
  if (isPlain && /^https?:$/.test(url.protocol)) return url.href.replace(/\/+$/, "");
  throw new UsageError(`--server takes an http or https URL without a query or a password, ${example}.`);
}

function readKey(key: string | undefined): string {
  if (key === undefined || key === "") {
    throw new UsageError("A key is missing. Set VINR_SECRET_KEY, or pass --key, such as sk_test_proof for a sandbox.");
  }
  if (/^(?:sk|rk)_(?:test|live)_[!-~]+$/.test(key)) return key;
  throw new UsageError(
    "The key must be a secret or restricted one, sk_test_… or rk_live_… for instance. It was not sent.",
  );
}

function readNumber(text: string, option: string, [least, most]: readonly [number, number]): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  if (value >= least && value <= most) return value;
  throw new UsageError(`${option} takes a whole number from ${least} to ${most}, got ${redact(JSON.stringify(text))}.`);
}
