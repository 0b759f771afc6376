import { longestSmallBody } from "../../chunked-bodies.js";

/** How much is worked on at once. */
export interface WorkLimits {
  /** Requests of all accounts. */
  readonly requests: number;
  /** Requests of one account. */
  readonly requestsPerAccount: number;
  /** Large requests of all accounts. */
  readonly large: number;
  /** Large requests of one account. */
  readonly largePerAccount: number;
}

/** Fewer for one account: a client that reads a response slowly would block snapshots for all others. */
export const hostedLarge = { large: 4, largePerAccount: 2 } as const;

/** Whole accounts as one JSON value take memory that other requests do not. */
const largePaths: readonly string[] = ["/sandbox/restorations", "/sandbox/snapshot"];

/** Whether a request is large, by its body or its path: operations are found by decoded paths. */
export function isLarge(path: string, headers: Headers): boolean {
  if (Number(headers.get("content-length")) > longestSmallBody) return true;
  try {
    return largePaths.includes(decodeURIComponent(path));
  } catch {
    return false;
  }
}

export type Overload = "account" | "server";

/** Counts the requests that are being worked on, so that a burst of them does not fill the memory. */
export class WorkInFlight {
  readonly #limits: WorkLimits;
  readonly #perAccount = new Map<string, number>();
  readonly #largePerAccount = new Map<string, number>();
  #all = 0;
  #large = 0;

  constructor(limits: WorkLimits) {
    this.#limits = limits;
  }

  /** Why one more request is too much; undefined if it is not. */
  findOverload(account: string | undefined, isLarge: boolean): Overload | undefined {
    if (this.#all >= this.#limits.requests) return "server";
    if (isAtLimit(this.#perAccount, account, this.#limits.requestsPerAccount)) return "account";
    return isLarge ? this.findLargeOverload(account) : undefined;
  }

  /** The same for one more large request. */
  findLargeOverload(account: string | undefined): Overload | undefined {
    if (isAtLimit(this.#largePerAccount, account, this.#limits.largePerAccount)) return "account";
    return this.#large >= this.#limits.large ? "server" : undefined;
  }

  /** Works on a request, which counts until the work has ended. */
  async run<T>(account: string | undefined, isLarge: boolean, work: () => Promise<T>): Promise<T> {
    this.#all += 1;
    addTo(this.#perAccount, account, 1);
    try {
      return await (isLarge ? this.runLarge(account, work) : work());
    } finally {
      this.#all -= 1;
      addTo(this.#perAccount, account, -1);
    }
  }

  /** Counts a request that is worked on as a large one, until the work has ended. */
  async runLarge<T>(account: string | undefined, work: () => Promise<T>): Promise<T> {
    this.#large += 1;
    addTo(this.#largePerAccount, account, 1);
    try {
      return await work();
    } finally {
      this.#large -= 1;
      addTo(this.#largePerAccount, account, -1);
    }
  }
}

function isAtLimit(counts: ReadonlyMap<string, number>, account: string | undefined, limit: number): boolean {
  return account !== undefined && (counts.get(account) ?? 0) >= limit;
}

function addTo(counts: Map<string, number>, account: string | undefined, change: 1 | -1): void {
  if (account === undefined) return;
  const count = (counts.get(account) ?? 0) + change;
  if (count === 0) counts.delete(account);
  else counts.set(account, count);
}
