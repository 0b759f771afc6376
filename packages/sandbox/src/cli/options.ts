import { parseArgs } from "node:util";
import { readHttpUrl, readUrlToSendTo } from "../http-url.js";
import { isRemote } from "../store/sql/is-remote.js";
import { readListeningHost } from "./host.js";
import { type Limits, readLimits } from "./hosting/limits.js";
import { type Network, readNetwork } from "./hosting/networks.js";

/** The options of `vinr-sandbox`. */
export interface CommandOptions {
  readonly port: number;
  /** As URLs write it, without brackets. */
  readonly host: string;
  /** The origin at which customers reach the server, if it differs from the one that it listens on. */
  readonly publicUrl?: string | undefined;
  /** The seed of all ids; undefined for the default one. */
  readonly seed: string | undefined;
  readonly storage: Storage;
  /** A URL that gets every event of every account, in addition to the registered endpoints. */
  readonly forwardTo: string | undefined;
  /** Whether the documented limit of the sandbox is enforced. */
  readonly hasRateLimit: boolean;
  /** Whether those who reach the server are untrusted. Undefined: they are trusted if only this machine can reach it. */
  readonly isHosted?: boolean | undefined;
  /** Limits that replace the defaults. If everyone is trusted, these are the only ones. */
  readonly limits?: Partial<Limits> | undefined;
  /** Networks that deliveries may go to although they are not public. */
  readonly allowedNetworks?: readonly Network[] | undefined;
  /** Whether each request, and everything else that is printed, is a line of JSON. */
  readonly logsJson?: boolean | undefined;
  /** Whether the introduction is one line of JSON. */
  readonly json: boolean;
  readonly help: boolean;
}

/** Where accounts are kept. */
export type Storage =
  | { readonly kind: "memory" }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "database"; readonly url: string };

export const usage = `vinr-sandbox [--port 4020] [--host 127.0.0.1] [--public-url URL] [--data FILE | --database URL] [--forward-to URL]
             [--seed S] [--rate-limit] [--hosted | --trusted] [--limit NAME=NUMBER] [--allow-network CIDR] [--log json] [--json]
vinr-sandbox COMMAND …

Serves the VINR API, with money, time and events. Each key that starts with sk_test_ opens its own account.

  --port PORT        where to listen (default 4020; 0 picks a free port)
  --host HOST        the address or name to listen on (default 127.0.0.1; only names that lead there are served)
  --public-url URL   where customers reach it, such as https://sandbox.shop.example behind a proxy: the origin of checkout links
  --data FILE        keeps all accounts in a file; without it, they are lost when the command ends
  --database URL     keeps all accounts in PostgreSQL, such as postgres://127.0.0.1/vinr
  --forward-to URL   sends every event of every account to this address, such as http://127.0.0.1:3000/webhooks, even if no
                     webhook endpoint is registered, and prints the secret that signs them
  --seed S           with the same seed, the same requests make the same ids (default vinr; if others can reach the
                     sandbox: random, and payment ids end with random letters)
  --rate-limit       enforces the documented limit of each key in this process: 25 requests a second, 50 at once
  --log json         prints a line of JSON for each request, without keys, bodies or card numbers
  --json             prints the addresses, the key and the secret as one line of JSON
  --help             prints this

With a --host other than this machine's own, or with --public-url, others can reach it. It then rejects keys that can be guessed,
sends webhooks only to public addresses, and limits connections, requests and accounts.

  --hosted           does so on 127.0.0.1 too, for example behind a tunnel
  --trusted          turns that off: anyone who reaches it is trusted, for example in a network of your own containers
  --limit NAME=N     another limit: accounts, memory, payments, webhook-endpoints, bytes, requests, requests-per-account, connections,
                     deliveries
  --allow-network N  also sends webhooks to this private network, such as 10.20.0.0/16

Commands for a running sandbox; --help after one explains it:
  trigger EVENT      makes an event happen, such as payment.completed
  advance TIME       moves the clock forward, such as by 2d
  events             prints the events; --follow prints each new one as it happens
  snapshot           prints everything in the account as JSON
  restore FILE       restores it
  torture URL        sends your webhook handler what it must survive; needs no sandbox`;

/**
 * Reads the arguments of the command.
 *
 * @throws {Error} with a message that says which argument is wrong.
 */
export function readOptions(args: readonly string[]): CommandOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string", default: "4020" },
      host: { type: "string", default: "127.0.0.1" },
      "public-url": { type: "string" },
      data: { type: "string" },
      database: { type: "string" },
      "forward-to": { type: "string" },
      seed: { type: "string" },
      "rate-limit": { type: "boolean", default: false },
      hosted: { type: "boolean", default: false },
      trusted: { type: "boolean", default: false },
      limit: { type: "string", multiple: true, default: [] },
      "allow-network": { type: "string", multiple: true, default: [] },
      log: { type: "string", default: "text" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.host === "") throw new TypeError("--host takes an address or a name, such as 127.0.0.1.");
  return {
    port: readPort(values.port),
    host: readListeningHost(values.host),
    publicUrl: readOrigin("--public-url", values["public-url"]),
    seed: values.seed,
    storage: readStorage(values),
    forwardTo: readForwardTo(values["forward-to"]),
    hasRateLimit: values["rate-limit"],
    isHosted: readIsHosted(values),
    limits: readLimits(values.limit),
    allowedNetworks: values["allow-network"].map(readAllowedNetwork),
    logsJson: readLog(values.log),
    json: values.json,
    help: values.help,
  };
}

function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new TypeError(`--port takes a port from 0 to 65535, got ${JSON.stringify(text)}.`);
}

function readIsHosted({ hosted, trusted }: { hosted: boolean; trusted: boolean }): boolean | undefined {
  if (hosted && trusted) throw new TypeError("--hosted and --trusted exclude each other.");
  return hosted || trusted ? hosted : undefined;
}

function readAllowedNetwork(text: string): Network {
  const network = readNetwork(text);
  if (network !== undefined) return network;
  throw new TypeError(`--allow-network takes a network, such as 10.20.0.0/16, got ${JSON.stringify(text)}.`);
}

function readLog(text: string): boolean {
  if (text === "json" || text === "text") return text === "json";
  throw new TypeError(`--log takes json or text, got ${JSON.stringify(text)}.`);
}

function readStorage({ data, database }: { data?: string | undefined; database?: string | undefined }): Storage {
  if (data !== undefined && database !== undefined) {
    throw new TypeError("--data and --database exclude each other: accounts are kept in one place.");
  }
  if (data !== undefined && isRemote(data)) {
    throw new TypeError(
      "--data takes the path of a file, such as shop.db, and not the address of a database elsewhere.",
    );
  }
  if (data === "") throw new TypeError("--data takes the path of a file, such as shop.db.");
  if (data !== undefined) return { kind: "file", path: data };
  if (database === undefined) return { kind: "memory" };
  // The URL itself may hold a password, so the message does not repeat it.
  if (!/^postgres(?:ql)?:\/\//.test(database))
    throw new TypeError("--database takes a URL that starts with postgres://.");
  return { kind: "database", url: database };
}

function readOrigin(option: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = readHttpUrl(text);
  if (url?.pathname === "/" && url.search === "") return url.origin;
  throw new TypeError(
    `${option} takes the address of a server without a path, such as http://127.0.0.1:3000, got ${JSON.stringify(text)}.`,
  );
}

function readForwardTo(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = readUrlToSendTo(text);
  if (url !== undefined) return url.href;
  throw new TypeError(
    "--forward-to takes the address of your webhook handler, such as http://127.0.0.1:3000/webhooks.",
  );
}
