import type { Storage } from "../../src/cli/options.js";
import { serveSandbox } from "../../src/cli/serve.js";

export type ServeOptions = Parameters<typeof serveSandbox>[0];

/** Fails the test where the server reports an error. */
export function throwError(error: unknown): never {
  throw error;
}

/** A sandbox on a free port of this machine, as the command serves it. */
export function serveForTest(onError: (error: unknown) => void, changed: Partial<ServeOptions> = {}) {
  const options: ServeOptions = {
    port: 0,
    host: "127.0.0.1",
    publicUrl: undefined,
    seed: undefined,
    storage: { kind: "memory" },
    forwardTo: undefined,
    hasRateLimit: false,
  };
  return serveSandbox({ ...options, ...changed }, onError);
}

/** Where a server keeps its accounts: the URL of a database, or the path of a file. */
export function storageAt(address: string): Storage {
  return address.startsWith("postgres:") ? { kind: "database", url: address } : { kind: "file", path: address };
}
