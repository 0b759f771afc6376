/**
 * Which requests a server on loopback serves. A page of any site can send requests to it, and with a name that resolves to
 * 127.0.0.1 (DNS rebinding) it can read the responses: its requests then carry the name of that site as their `Host`.
 */

const loopback = ["localhost", "127.0.0.1", "[::1]"];

/** Whether the header `Host` names this machine, or the host that the server was told to listen on; any port counts. */
export function isServedHost(header: string | undefined, host: string): boolean {
  const name = (header ?? "").toLowerCase().replace(/:\d+$/, "");
  return loopback.includes(name) || name === host.toLowerCase() || name === `[${host.toLowerCase()}]`;
}
