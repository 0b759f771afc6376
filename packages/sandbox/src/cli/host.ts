/** A host and its port as a URL; undefined for a text that a URL cannot have there, such as 127.0.0.256, or `a@b`, which would name b. */
export function readHost(text: string): URL | undefined {
  const url = `http://${text}`;
  return !/[/?#@\\\s]/.test(text) && URL.canParse(url) ? new URL(url) : undefined;
}

/**
 * The address or name to listen on, as URLs write it: of all texts for an address there is one, such as 0.0.0.0 for 0. A server on
 * an address of IPv4 that is mapped into IPv6 is the server on that address. What no URL can have stays as it is.
 */
export function readListeningHost(text: string): string {
  const { hostname } = readHost(text.includes(":") ? `[${text}]` : text) ?? { hostname: text };
  const [, high, low] = /^\[::ffff:([\da-f]+):([\da-f]+)\]$/.exec(hostname) ?? [];
  if (high === undefined || low === undefined) return hostname.replace(/^\[(.*)\]$/, "$1");
  return new URL(`http://0x${high}${low.padStart(4, "0")}`).hostname;
}
