/**
 * Whether a form was sent by a page of this server. Browsers name the origin of each page that sends a form, and no
 * page can leave that out or change it: another site's, a sandboxed frame's (`null`) and another port's are not ours. A
 * program that is not a browser sends no `Origin`, and acts only for itself.
 *
 * `publicOrigin` is the server's public address, if a proxy in front of it has another one.
 */
export function isFromOwnPage(request: Request, publicOrigin: string | undefined): boolean {
  const site = request.headers.get("sec-fetch-site") ?? "same-origin";
  if (site !== "same-origin" && site !== "none") return false;
  const origin = request.headers.get("origin");
  if (origin === null || origin === publicOrigin) return true;
  // The scheme is ignored: behind a proxy that ends TLS, the server gets requests over HTTP.
  return URL.canParse(origin) && new URL(origin).host === new URL(request.url).host;
}
