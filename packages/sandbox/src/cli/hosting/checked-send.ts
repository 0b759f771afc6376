/** Sends deliveries only to public servers, so that no account can reach into the network of the sandbox's host. */
import { promises as dns } from "node:dns";
import * as http from "node:http";
import * as https from "node:https";
import type { LookupFunction } from "node:net";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { ownProperties } from "@vinr/server/internal";
import type { SendDelivery } from "../../deliveries/attempt.js";
import { orAborted } from "../../faults/faulty-api.js";
import { type Address, isPublic, listOf, type Network, nameOf, readAddress } from "./networks.js";

/** The addresses of a name. It may reject if there are none. */
export type Resolve = (name: string) => Promise<readonly Address[]>;

export interface CheckedSendOptions {
  /** Networks that deliveries may go to although they are not public. Default: none. */
  readonly allowedNetworks?: readonly Network[] | undefined;
  /** Default: DNS. */
  readonly resolve?: Resolve | undefined;
  /** Certificates that sign those of receivers, in addition to the well-known ones. */
  readonly ca?: string | undefined;
}

/**
 * Makes the sender of deliveries to endpoints that others have registered. It resolves a name once, and connects to an
 * address that it has checked: a name that changes between two look-ups cannot lead elsewhere. A redirect is a response
 * like any other.
 */
export function createCheckedSend(options: CheckedSendOptions = {}) {
  const { allowedNetworks = [], resolve = resolveByDns, ca } = ownProperties(options);
  const allowed = listOf(allowedNetworks);
  const mayConnect = (one: Address) => isPublic(one) || allowed.check(one.address, nameOf(one.family));

  const findAddresses = async (host: string): Promise<readonly Address[]> => {
    const literal = readAddress(host);
    const found = literal === undefined ? await resolve(host).catch(() => []) : [literal];
    // One message for a name that does not exist and one that leads inside: nobody learns the names of the host's network.
    if (found.length === 0 || !found.every(mayConnect)) throw new Error(describeRejected(host));
    return found;
  };

  const send: SendDelivery = async (url, init) => {
    const target = new URL(url);
    const signal = init.signal ?? new AbortController().signal;
    const addresses = await orAborted(signal, () => findAddresses(target.hostname));
    return orAborted(signal, () => post(target, init, { addresses, signal, ca }));
  };
  return send;
}

function describeRejected(host: string): string {
  return `Nothing was sent: ${host} does not lead to a public address, and this sandbox sends deliveries to no other.`;
}

/**
 * Not `dns.lookup`: it waits in one of Node's few threads, and two names whose servers do not respond would block the
 * names of everyone else. Each resolver has the name servers that the machine had when it was made, such as in another
 * network.
 */
async function resolveByDns(name: string): Promise<Address[]> {
  const resolver = new dns.Resolver({ timeout: 1_500, tries: 2 });
  const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  return [
    ...(four.status === "fulfilled" ? four.value.map((address) => ({ address, family: 4 as const })) : []),
    ...(six.status === "fulfilled" ? six.value.map((address) => ({ address, family: 6 as const })) : []),
  ];
}

interface Connection {
  readonly addresses: readonly Address[];
  readonly signal: AbortSignal;
  readonly ca: string | undefined;
}

/** Posts to one of the addresses, with the name of the URL for `Host` and for TLS. */
function post(target: URL, { body, headers }: RequestInit, { addresses, signal, ca }: Connection) {
  return new Promise<Awaited<ReturnType<SendDelivery>>>((resolve, reject) => {
    const options: https.RequestOptions = {
      method: "POST",
      headers: Object.fromEntries(new Headers(headers)),
      signal,
      // A separate connection: accounts share none.
      agent: false,
      lookup: lookUp(addresses),
      ...(ca === undefined ? {} : { ca }),
    };
    const request = target.protocol === "https:" ? https.request(target, options) : http.request(target, options);
    request.on("error", (error) => reject(explain(error, target, signal)));
    request.on("response", (response) => {
      try {
        resolve(responseOf(response));
      } catch (error) {
        response.destroy();
        reject(error);
      }
    });
    // Without a listener, Node ends such a connection without reporting it.
    request.on("upgrade", ({ statusCode = 101 }, socket) => {
      socket.destroy();
      resolve({ status: statusCode, headers: new Headers(), body: null });
    });
    request.on("close", () => reject(new Error(`The connection to ${target.host} ended without a response.`)));
    request.end(String(body ?? ""));
  });
}

/** A look-up that has happened already. */
function lookUp(addresses: readonly Address[]): LookupFunction {
  return (_name, { all }, callback) => {
    const [first] = addresses;
    if (all) callback(null, [...addresses]);
    else callback(null, first?.address ?? "", first?.family);
  };
}

function responseOf(response: http.IncomingMessage): Awaited<ReturnType<SendDelivery>> {
  const headers = new Headers();
  for (const [name, values] of Object.entries(response.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  // The two types of the same stream, Node's and the browser's, differ in TypeScript alone.
  const body = Readable.toWeb(response) as ReadableStream<Uint8Array> as unknown as globalThis.ReadableStream<
    Uint8Array<ArrayBuffer>
  >;
  return { status: response.statusCode ?? 0, headers, body };
}

/** Names what went wrong, but no address and nothing from a certificate. */
function explain(error: NodeJS.ErrnoException, { host }: URL, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  // If a name has several addresses, there is an error for each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = first instanceof Error && "code" in first ? String(first.code) : "unknown";
  return new Error(`The connection to ${host} failed (${code}).`, { cause: error });
}
