/** Helpers for trees of HTML. */
import type { Element, ElementContent, Root, RootContent } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

export type Node = Element | ElementContent | Root | RootContent;

export const parseHtml = (html: string): Root => unified().use(rehypeParse, { fragment: true }).parse(html);
export const parsePage = (html: string): Root => unified().use(rehypeParse).parse(html);

export function isElement(node: Node | undefined, tag?: string): node is Element {
  return node?.type === "element" && (tag === undefined || node.tagName === tag);
}

/** The first element below a node for which a test holds, in reading order. */
export function find(node: Node, test: (element: Element) => boolean): Element | undefined {
  for (const child of childElements(node)) {
    const found = test(child) ? child : find(child, test);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every element below a node for which a test holds, in reading order. */
export function findAll(node: Node, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const visit = (parent: Node): void => {
    for (const child of childElements(parent)) {
      if (test(child)) found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

function childElements(node: Node): Element[] {
  const children: readonly Node[] = "children" in node ? node.children : [];
  return children.filter((child): child is Element => isElement(child));
}

/** A text as HTML, where no element can begin or end in it. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

export function textOf(node: Node): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

export function element(
  tagName: string,
  properties: Readonly<Record<string, string | boolean | string[]>>,
  ...children: readonly (ElementContent | string)[]
): Element {
  const content = children.map(
    (child): ElementContent => (typeof child === "string" ? { type: "text", value: child } : child),
  );
  return { type: "element", tagName, properties: { ...properties }, children: content };
}
