/** The Markdown page beside each HTML page, made from the finished HTML: an assistant reads what a person sees. */
import type { Element, ElementContent, Root } from "hast";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { element, find, isElement, textOf } from "./hast.ts";

export interface MarkdownPage {
  readonly title: string;
  readonly description: string;
  readonly markdown: string;
}

const has = (node: Element, name: string): boolean =>
  Array.isArray(node.properties.className) && node.properties.className.includes(name);

/** The last three: tabs and lists to choose from, beside all that they choose from, and what is on a page of its own. */
const hiddenClasses = [
  "sl-anchor-link",
  "field-anchor",
  "copy",
  "sr-only",
  "tablist-wrapper",
  "choice",
  "example-elsewhere",
];
/** Run needs its script, and Markdown has none. */
const hiddenTags = ["button", "script", "style", "svg", "try-life", "try-request"];

/** The path of the Markdown page beside an HTML page, both from the root of the site. */
export const markdownPath = (path: string): string =>
  path === "index.html" ? "index.md" : path.replace(/\/index\.html$/, ".md");

/**
 * Converts an HTML page to Markdown.
 *
 * @throws {Error} when the page has no content.
 */
export function toMarkdownPage(page: Root, address: string): MarkdownPage {
  const content = find(page, (node) => has(node, "sl-markdown-content"));
  if (content === undefined) throw new Error(`${address} has no content.`);
  const title = textOf(find(page, ({ tagName }) => tagName === "h1") ?? content).trim();
  const meta = find(page, ({ tagName, properties }) => tagName === "meta" && properties.name === "description");
  const description = String(meta?.properties.content ?? "");
  const tree: Root = { type: "root", children: content.children.flatMap((child) => simplify(child)) };
  const processor = unified().use(rehypeRemark).use(remarkGfm).use(remarkStringify, { bullet: "-" });
  const body = processor.stringify(processor.runSync(tree) as never);
  const audience = find(page, (node) => has(node, "audience"));
  const lead = [
    ...(includesText(textOf(tree), description) ? [] : [description]),
    ...(audience === undefined ? [] : [textOf(audience).trim()]),
  ];
  return { title, description, markdown: [`# ${title}`, ...lead, body].join("\n\n") };
}

/** Whether the content repeats the description; a generated one is its first sentence. */
function includesText(content: string, description: string): boolean {
  const words = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, " ");
  return words(content).includes(words(description));
}

/** The parts of a node that Markdown shows. */
function simplify(node: ElementContent | Root["children"][number]): ElementContent[] {
  if (node.type === "text") return [node];
  if (!isElement(node)) return [];
  if (hiddenClasses.some((name) => has(node, name)) || hiddenTags.includes(node.tagName)) return [];
  if (node.tagName === "pre") return [codeBlock(node)];
  if (has(node, "expressive-code")) return figure(node);
  if (has(node, "picture")) return picture(node);
  const children = node.children.flatMap(simplify);
  if (node.tagName === "a") return [link(node, children)];
  if (has(node, "fields")) return [element("ul", {}, ...children)];
  if (has(node, "field")) return [element("li", {}, ...children)];
  if (has(node, "field-head")) return [element("p", {}, ...children.flatMap((child) => [child, " "]))];
  if (node.tagName === "summary") return has(node, "fold-title") ? [element("p", {}, ...children)] : [];
  // The fields of a field are a list in its item; any other fold is its title and its content.
  if (node.tagName === "details") return has(node, "fold") ? children : [element("ul", {}, ...children)];
  return [{ ...node, children }];
}

function figure(node: Element): ElementContent[] {
  const caption = find(node, ({ tagName }) => tagName === "figcaption");
  const title = caption === undefined ? "" : textOf(find(caption, (part) => has(part, "title")) ?? caption).trim();
  const pre = find(node, ({ tagName }) => tagName === "pre");
  const heading = title === "" ? [] : [element("p", {}, `${title}:`)];
  return pre === undefined ? [] : [...heading, codeBlock(pre)];
}

/** A picture's caption, and the same in words: the table that folds below it. */
function picture(node: Element): ElementContent[] {
  const caption = find(node, ({ tagName }) => tagName === "figcaption");
  const details = find(node, ({ tagName }) => tagName === "details");
  const title = caption === undefined ? "" : textOf(caption).trim();
  return [element("p", {}, element("strong", {}, title)), ...(details?.children ?? []).flatMap(simplify)];
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

/** A Markdown page links to Markdown pages. */
function link(node: Element, children: ElementContent[]): Element {
  const address = String(node.properties.href ?? "");
  const [, path = "", hash = ""] = /^(\/[^#]*)\/(#.*)?$/.exec(address) ?? [];
  const href = path === "" || path === "/reference/interactive" ? address : `${path}.md${hash}`;
  return { ...node, children, properties: { href } };
}
