import type { IncomingMessage } from "node:http";
import { readHost } from "./host.js";

/** Where the header `Host` is not one that a server can have. No server has it, so such a request is rejected for its host. */
const impossibleHost = "host.invalid";

/**
 * Makes the address of a request readable as a URL: what cannot be read gets an empty response from the listener before anybody is told
 * of it. The host is written as URLs write it. The header itself stays as it came, for messages.
 */
export function makeAddressReadable(incoming: IncomingMessage): void {
  const { headers, url = "" } = incoming;
  headers.host = readHost(headers.host ?? "")?.host ?? impossibleHost;
  if (!/^\/[^\\]*$/.test(url)) incoming.url = readablePath(url);
}

/** The path of a request whose first line has a whole address, as for a proxy, an asterisk, or a backslash. */
function readablePath(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?#\\]*/i, "");
  return (path.startsWith("/") ? path : `/${path}`).replaceAll("\\", "%5C");
}
