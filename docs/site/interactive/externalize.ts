/** Moves the long inline scripts and the styles of a page into files, so that a strict content security policy takes it. */
import { createHash } from "node:crypto";
import type { GeneratedFile } from "../../../scripts/model.ts";

/**
 * Redoc's search compiles code in a worker, which the policy forbids and reports; without workers it searches without
 * compiling. Nothing else of the page has a worker.
 */
const withoutWorkers = { path: "no-worker.js", content: "delete window.Worker;\n" };

/** The page, and the files that it now asks for, their names made from their content. */
export function externalize(html: string): { readonly html: string; readonly files: readonly GeneratedFile[] } {
  const files: GeneratedFile[] = [withoutWorkers];
  const move = (content: string, extension: string): string => {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
    const path = `redoc.${hash}.${extension}`;
    files.push({ path, content });
    return path;
  };
  const scripts = replaceElements(html, "script", (attributes, content) => {
    // A short one is allowed by its hash: as a file, it would hold up the page for another request.
    if (content.length < 1000) return `<script${attributes}>${content}</script>`;
    return `<script${attributes} fetchpriority="low" src="${move(content, "js")}"></script>`;
  });
  const styles = replaceElements(scripts, "style", (_, content) => {
    return `<link rel="stylesheet" href="${move(content, "css")}">`;
  });
  // Modules run in their order, and none of them holds up the page.
  const first = `<script type="module" src="${withoutWorkers.path}"></script>`;
  const policy = /\s*<meta http-equiv="Content-Security-Policy"[^>]*>/;
  return { html: styles.replace(policy, "").replace("<head>", `<head>\n  ${first}`), files };
}

/** An element of raw text ends at its first end tag, whatever looks like a tag in between. */
function replaceElements(html: string, name: string, replace: (attributes: string, content: string) => string): string {
  const start = new RegExp(`<${name}((?:\\s[^>]*)?)>`, "g");
  let result = "";
  let position = 0;
  for (let found = start.exec(html); found !== null; found = start.exec(html)) {
    const from = found.index + found[0].length;
    const end = html.indexOf(`</${name}>`, from);
    if (end < 0) throw new Error(`A <${name}> of Redoc's page does not end.`);
    result += html.slice(position, found.index) + replace(found[1] ?? "", html.slice(from, end));
    position = end + `</${name}>`.length;
    start.lastIndex = position;
  }
  return result + html.slice(position);
}
