/** A page's Markdown twin, made from the page itself: whatever a reader sees, an assistant reads. */
import type { Element, ElementContent, Root } from "hast";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { element, find, isElement, parsePage, textOf } from "../reference/hast.ts";

export interface Twin {
  readonly title: string;
  readonly description: string;
  readonly markdown: string;
}

const has = (node: Element, name: string): boolean =>
  Array.isArray(node.properties.className) && node.properties.className.includes(name);

const unseen = ["sl-anchor-link", "field-anchor", "copy", "sr-only"];

/**
 * Makes the twin of a page.
 *
 * @throws {Error} when the page has no content to make it from.
 */
export function makeTwin(html: string, address: string): Twin {
  const page = parsePage(html);
  const content = find(page, (node) => has(node, "sl-markdown-content"));
  if (content === undefined) throw new Error(`${address} has no content.`);
  const title = textOf(find(page, ({ tagName }) => tagName === "h1") ?? content).trim();
  const meta = find(page, ({ tagName, properties }) => tagName === "meta" && properties.name === "description");
  const description = String(meta?.properties.content ?? "");
  const tree: Root = { type: "root", children: content.children.flatMap((child) => plain(child)) };
  const processor = unified().use(rehypeRemark).use(remarkGfm).use(remarkStringify, { bullet: "-" });
  const body = processor.stringify(processor.runSync(tree) as never);
  const lead = isSaid(description, textOf(tree)) ? "" : `${description}\n\n`;
  return { title, description, markdown: `# ${title}\n\n${lead}${body}` };
}

/** Whether the content says by itself what the description says; a generated one is its first sentence. */
function isSaid(description: string, content: string): boolean {
  const words = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, " ");
  return words(content).includes(words(description));
}

/** What remains of a node in Markdown. */
function plain(node: ElementContent | Root["children"][number]): ElementContent[] {
  if (node.type === "text") return [node];
  if (!isElement(node)) return [];
  if (unseen.some((name) => has(node, name)) || ["button", "script", "svg", "style"].includes(node.tagName)) return [];
  if (node.tagName === "pre") return [codeBlock(node)];
  if (has(node, "expressive-code")) return figure(node);
  const children = node.children.flatMap(plain);
  if (node.tagName === "a")
    return [{ ...node, children, properties: { href: twinHref(String(node.properties.href ?? "")) } }];
  if (has(node, "fields")) return [element("ul", {}, ...children)];
  if (has(node, "field")) return [element("li", {}, ...children)];
  if (has(node, "field-head")) return [element("p", {}, ...children.flatMap((child) => [child, " "]))];
  if (node.tagName === "summary") return [];
  if (node.tagName === "details") return [element("ul", {}, ...children)];
  return [{ ...node, children }];
}

function figure(node: Element): ElementContent[] {
  const caption = find(node, ({ tagName }) => tagName === "figcaption");
  const title = caption === undefined ? "" : textOf(find(caption, (part) => has(part, "title")) ?? caption).trim();
  const pre = find(node, ({ tagName }) => tagName === "pre");
  const heading = title === "" ? [] : [element("p", {}, `${title}:`)];
  return pre === undefined ? [] : [...heading, codeBlock(pre)];
}

function codeBlock(pre: Element): Element {
  const lines = find(pre, (part) => has(part, "ec-line")) === undefined ? [pre] : linesOf(pre);
  const text = lines.map((line) => textOf(line).replace(/\n$/, "")).join("\n");
  const language = `language-${String(pre.properties.dataLanguage ?? "text")}`;
  return element("pre", {}, element("code", { className: [language] }, `${text}\n`));
}

function linesOf(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return has(child, "ec-line") ? [child] : linesOf(child);
  });
}

/** Pages lead to pages, twins to twins. */
function twinHref(href: string): string {
  const [, path = "", hash = ""] = /^(\/[^#]*)\/(#.*)?$/.exec(href) ?? [];
  return path === "" || path === "/reference/interactive" ? href : `${path}.md${hash}`;
}
