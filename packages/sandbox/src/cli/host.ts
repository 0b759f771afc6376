/**
 * A host and its port as a URL; undefined for a text that cannot be the host of a URL, such as 127.0.0.256, or `a@b`,
 * which would name b.
 */
export function readHost(text: string): URL | undefined {
  const url = `http://${text}`;
  return !/[/?#@\\\s]/.test(text) && URL.canParse(url) ? new URL(url) : undefined;
}

/**
 * The address or name to listen on, as URLs write it: one text for each address, such as 0.0.0.0 for 0. A server on an
 * IPv4 address mapped into IPv6 is the server on that address. A text that no URL can have stays as it is.
 */
export function readListeningHost(text: string): string {
  const { hostname } = readHost(text.includes(":") ? `[${text}]` : text) ?? { hostname: text };
  const [, high, low] = /^\[::ffff:([\da-f]+):([\da-f]+)\]$/.exec(hostname) ?? [];
  if (high === undefined || low === undefined) return hostname.replace(/^\[(.*)\]$/, "$1");
  return new URL(`http://0x${high}${low.padStart(4, "0")}`).hostname;
}
