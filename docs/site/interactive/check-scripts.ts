/** Finds what would run in a page besides the scripts that were reviewed. */
import type { Element, Root } from "hast";
import { findAll, textOf } from "../markdown/hast.ts";
import { sourceOf } from "../policy.ts";
import { type Reviewed, redocBundle } from "./reviewed-scripts.ts";

/**
 * Throws if a page holds an inline script that is not on the list, a script of another host, an event handler or a link
 * that runs a script.
 *
 * @throws {Error} with the page and the beginning of the script.
 */
export function throwIfUnreviewed(page: Root, path: string, reviewed: Reviewed): void {
  for (const element of findAll(page, () => true)) {
    const found = scriptOf(element, reviewed) ?? attributeOf(element);
    if (found === undefined) continue;
    const shown = found.trim().slice(0, 100);
    throw new Error(
      `${path} holds a script that was not reviewed: ${JSON.stringify(shown)} (${sourceOf(found)}). ` +
        "If it is not from the spec or a changeset, read it and add it to docs/site/interactive/reviewed-scripts.ts.",
    );
  }
}

function scriptOf(element: Element, reviewed: Reviewed): string | undefined {
  if (element.tagName !== "script") return undefined;
  const { src } = element.properties;
  if (src !== undefined) return isOnThisSite(String(src)) ? undefined : String(src);
  const script = textOf(element);
  return reviewed.has(sourceOf(script)) || isRedoc(script) ? undefined : script;
}

/** Whether a URL leads to the site itself, as a browser reads it: it skips white space, and takes `\\` for `/`. */
function isOnThisSite(url: string): boolean {
  const site = "https://docs.vinr.com";
  return URL.canParse(url, site) && new URL(url, site).origin === site && !URL.canParse(url);
}

/** Redoc's bundle, followed by the spec and the options as nothing but JSON. */
function isRedoc(script: string): boolean {
  const mark = "const __redoc_definition = ";
  const start = script.indexOf(mark);
  if (start < 0 || sourceOf(script.slice(0, start)) !== redocBundle) return false;
  const [, definition = "", options = ""] =
    /^(\{.*\});\n\s*const __redoc_options = (\{.*\});\n\s*hydrate\(__redoc_definition, __redoc_options, document\.getElementById\('redoc'\)\);\s*$/s.exec(
      script.slice(start + mark.length),
    ) ?? [];
  return isJson(definition) && isJson(options);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** An attribute that holds a script: an event handler, or a URL that runs one or leads the reader away. */
function attributeOf({ tagName, properties }: Element): string | undefined {
  if (tagName === "meta" && /refresh/i.test(String(properties.httpEquiv))) return String(properties.content);
  for (const [name, value] of Object.entries(properties)) {
    if (/^on[a-z]/i.test(name)) return `${name}=${String(value)}`;
    // Browsers skip controls and spaces in the name of a scheme.
    const url = String(value).replaceAll(/[\p{Cc}\s]/gu, "");
    if (/^(?:javascript|vbscript):/i.test(url)) return String(value);
  }
  return undefined;
}
