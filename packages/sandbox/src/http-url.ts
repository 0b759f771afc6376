/** The address of a web server; undefined for anything else. */
export function readHttpUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined;
}

/**
 * The same for an address that `fetch` accepts: it rejects a URL with a user or a password, which would be visible to
 * anyone who sees the URL.
 */
export function readUrlToSendTo(text: string): URL | undefined {
  const url = readHttpUrl(text);
  return url?.username === "" && url.password === "" ? url : undefined;
}
