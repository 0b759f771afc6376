import type { IncomingMessage } from "node:http";
import { readHost } from "./host.js";

/**
 * Stands for a `Host` header that no server can have. No server has this name, so the request is rejected for its host.
 */
const impossibleHost = "host.invalid";

/**
 * Makes the address of a request readable as a URL: to one that cannot be read, the listener sends an empty response
 * before the handler is called. The host is written as URLs write it. The header itself stays as it came, for messages.
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
