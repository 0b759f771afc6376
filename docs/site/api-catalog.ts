import type { Api } from "../../scripts/model.ts";

const site = "https://docs.vinr.com";

/** `/.well-known/api-catalog` (RFC 9727): a linkset (RFC 9264) that leads a machine from an API to its specification. */
export function apiCatalog({ servers, title }: Api): string {
  const apis = servers.map(({ url }) => ({
    anchor: url,
    "service-desc": [
      { href: `${site}/openapi.json`, type: "application/json", title },
      { href: `${site}/openapi.yaml`, type: "application/yaml", title },
    ],
    "service-doc": [
      { href: `${site}/reference/`, type: "text/html" },
      { href: `${site}/llms.txt`, type: "text/plain" },
    ],
  }));
  const catalog = { anchor: `${site}/.well-known/api-catalog`, item: servers.map(({ url }) => ({ href: url })) };
  return `${JSON.stringify({ linkset: [catalog, ...apis] }, null, 2)}\n`;
}
