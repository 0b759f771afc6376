/** The address of a web server; undefined for anything else. */
export function readHttpUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined;
}

/** The same, where `fetch` sends to it: it rejects a URL with a username or a password, which whoever sees the URL would see too. */
export function readUrlToSendTo(text: string): URL | undefined {
  const url = readHttpUrl(text);
  return url?.username === "" && url.password === "" ? url : undefined;
}
