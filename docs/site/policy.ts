/** The headers that every host has to send, in the format of Netlify and Cloudflare Pages. */
import { createHash } from "node:crypto";
import { interactiveScripts, pageScripts, type Reviewed } from "./interactive/reviewed-scripts.ts";

/** A script as a policy names it, by its hash. */
export function sourceOf(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

const shared = ["default-src 'self'", "img-src 'self' data:", "object-src 'none'", "base-uri 'none'"];
const closed = ["form-action 'none'", "frame-ancestors 'none'"];
/** Attributes only: Shiki's colours are in them. No style element is allowed but an empty one of Redoc's. */
const styleAttributes = "style-src-attr 'unsafe-inline'";
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The policy of guides and static reference. Pagefind's search is WebAssembly. */
export function pagePolicy(reviewed: Reviewed = pageScripts): string {
  const scripts = `script-src 'self' 'wasm-unsafe-eval' ${[...reviewed.keys()].sort().join(" ")}`;
  return [...shared, scripts, "style-src-elem 'self'", styleAttributes, "worker-src 'self'", ...closed].join("; ");
}

/** The policy of the interactive page. */
export function interactivePolicy(reviewed: Reviewed = interactiveScripts): string {
  const scripts = `script-src 'self' ${[...reviewed.keys()].sort().join(" ")}`;
  const styles = `style-src-elem 'self' ${emptyStyle}`;
  return [...shared, scripts, styles, styleAttributes, "font-src 'self' data:", ...closed].join("; ");
}

/** `_headers`: a later rule replaces a header of an earlier one of the same name. */
export function headersFile(): string {
  return `/*
  Content-Security-Policy: ${pagePolicy()}
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
  Content-Security-Policy: ${interactivePolicy()}

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
