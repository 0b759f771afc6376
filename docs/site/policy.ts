/** The headers that every host has to send, in the format of Netlify and Cloudflare Pages. */
import { createHash } from "node:crypto";

/** Hashes of the inline scripts of a page, as a policy names them. Those with a source are files. */
export function inlineScriptHashes(html: string): string[] {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  return inline.map(([, content = ""]) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`);
}

const shared = ["default-src 'self'", "img-src 'self' data:", "object-src 'none'", "base-uri 'none'"];
const closed = ["form-action 'none'", "frame-ancestors 'none'"];
/** Attributes only: Shiki's colours are in them. No style element is allowed but an empty one of Redoc's. */
const styleAttributes = "style-src-attr 'unsafe-inline'";
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The policy of guides and static reference. Pagefind's search is WebAssembly. */
export function pagePolicy(hashes: readonly string[]): string {
  const scripts = `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(" ")}`;
  return [...shared, scripts, "style-src-elem 'self'", styleAttributes, "worker-src 'self'", ...closed].join("; ");
}

/** The policy of the interactive page. */
export function interactivePolicy(hashes: readonly string[]): string {
  const scripts = `script-src 'self' ${hashes.join(" ")}`;
  const styles = `style-src-elem 'self' ${emptyStyle}`;
  return [...shared, scripts, styles, styleAttributes, "font-src 'self' data:", ...closed].join("; ");
}

/** `_headers`: a later rule replaces a header of an earlier one of the same name. */
export function headersFile(hashes: readonly string[], interactiveHashes: readonly string[]): string {
  return `/*
  Content-Security-Policy: ${pagePolicy(hashes)}
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()
  Strict-Transport-Security: max-age=31536000
  Cache-Control: public, max-age=0, must-revalidate

/_astro/*
  ! Cache-Control
  Cache-Control: public, max-age=31536000, immutable

/reference/interactive/*
  ! Content-Security-Policy
  Content-Security-Policy: ${interactivePolicy(interactiveHashes)}

/reference/interactive/redoc.*
  ! Cache-Control
  Cache-Control: public, max-age=31536000, immutable

/reference/vinr-api-reference.html
  Content-Disposition: attachment

/.well-known/api-catalog
  Content-Type: application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"
  Link: </.well-known/api-catalog>; rel="api-catalog"
  Access-Control-Allow-Origin: *

/*.md
  Content-Type: text/markdown; charset=utf-8

/openapi.json
  Access-Control-Allow-Origin: *

/openapi.yaml
  Access-Control-Allow-Origin: *
  Content-Type: application/yaml

/schemas/*
  Access-Control-Allow-Origin: *
  Content-Type: application/schema+json
`;
}
