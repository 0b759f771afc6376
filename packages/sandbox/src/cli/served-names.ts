/**
 * Which requests are served. A page of any site can send requests to a server on this machine, and with a name that resolves to
 * 127.0.0.1 (DNS rebinding) it can read the responses: its requests then carry that name as their `Host`, and its own address
 * as their `Origin`.
 */

const loopback: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

/** An address, which no name server can point elsewhere. */
const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/;

/** Whether a server listens on all addresses of its machine. */
export function isEveryAddress(host: string): boolean {
  return host === "0.0.0.0" || host === "::";
}

/** The names of a server. */
export interface ServerNames {
  /** The address or name that it listens on. */
  readonly host: string;
  /** The origin that a proxy in front of it has, if any. */
  readonly publicUrl?: string | undefined;
}

/** Whether a server can be reached only from its own machine. */
export function isPrivate({ host, publicUrl }: ServerNames): boolean {
  return publicUrl === undefined && (loopback.includes(host.toLowerCase()) || host === "::1");
}

/** Whether a host, as a URL has it, names this server. Any port counts. */
function isServedName(hostname: string, { host: boundHost, publicUrl }: ServerNames): boolean {
  const bound = boundHost.toLowerCase();
  if (loopback.includes(hostname) || hostname === bound || hostname === `[${bound}]`) return true;
  if (publicUrl !== undefined && hostname === new URL(publicUrl).hostname) return true;
  // On all addresses of the machine there is no list of names; an address is safe, since it is not resolved.
  return isEveryAddress(bound) && address.test(hostname);
}

/**
 * Whether a page of this server sent a request. Pages of another scheme, such as that of an app, are not of this
 * server.
 */
function isServedOrigin(origin: string, names: ServerNames): boolean {
  return /^https?:/.test(origin) && URL.canParse(origin) && isServedName(new URL(origin).hostname, names);
}

/** Why a request to a host is not served; undefined if it is served. */
export function findForeignName(hostname: string, headers: Headers, names: ServerNames): string | undefined {
  if (!isServedName(hostname, names)) {
    const host = quote(headers.get("host") ?? "");
    return `The header Host must name this server, such as ${names.host}, and not ${host}: another name may be a page that reached this machine through its name server. Start with --host or --public-url to serve a name.`;
  }
  const origin = headers.get("origin");
  if (origin === null || isServedOrigin(origin, names)) return undefined;
  return `The header Origin must name this server, and not ${quote(origin)}: pages of other sites are not served. Secret keys belong on a server, not into a page.`;
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 100));
}
