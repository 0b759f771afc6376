import { suggest } from "@vinr/validators/internal";
import type { Quotas } from "../../account/quotas.js";

/** Bounds of a server that others can reach. All are positive integers. */
export interface Limits extends Quotas {
  /** Accounts that are kept in memory. A file and a database have no such limit. */
  readonly accounts: number;
  /** Bytes of all accounts in memory together. */
  readonly memory: number;
  /** Requests that are worked on at once. */
  readonly requests: number;
  /** The same for one account. */
  readonly requestsPerAccount: number;
  /** Open connections. */
  readonly connections: number;
  /** Deliveries that are being sent at once. */
  readonly deliveries: number;
}

/** One process handles this much easily, and a team's tests need less. */
export const hostedLimits: Limits = {
  accounts: 10_000,
  memory: 512 * 1024 * 1024,
  payments: 10_000,
  webhookEndpoints: 20,
  bytes: 32 * 1024 * 1024,
  requests: 200,
  requestsPerAccount: 25,
  connections: 2_000,
  deliveries: 1_000,
};

/** By their names in `--limit`. */
const names: ReadonlyMap<string, keyof Limits> = new Map([
  ["accounts", "accounts"],
  ["memory", "memory"],
  ["payments", "payments"],
  ["webhook-endpoints", "webhookEndpoints"],
  ["bytes", "bytes"],
  ["requests", "requests"],
  ["requests-per-account", "requestsPerAccount"],
  ["connections", "connections"],
  ["deliveries", "deliveries"],
]);

/**
 * Reads the values of `--limit`, such as `payments=50000`.
 *
 * @throws {TypeError} for a name that does not exist, or a value that is not a positive integer.
 */
export function readLimits(texts: readonly string[]): Partial<Limits> {
  return Object.fromEntries(texts.map(readLimit));
}

function readLimit(text: string): [name: keyof Limits, value: number] {
  const [, given = "", value = ""] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  const name = names.get(given);
  if (name === undefined) {
    const nearest = suggest(given, [...names.keys()]);
    const hint = nearest === undefined ? `The names are ${[...names.keys()].join(", ")}.` : `Did you mean ${nearest}?`;
    throw new TypeError(`--limit takes a name and a number, such as payments=50000, got ${quote(text)}. ${hint}`);
  }
  if (/^[1-9]\d{0,11}$/.test(value)) return [name, Number(value)];
  throw new TypeError(`--limit ${given} takes a positive integer, such as ${given}=${hostedLimits[name]}.`);
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}
