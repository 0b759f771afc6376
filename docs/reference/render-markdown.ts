/** Renders Markdown from the spec as HTML. The text is not trusted: HTML in it is shown as text, never run. */
import type { Element, ElementContent, Nodes, Root } from "hast";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { element, isElement, textOf } from "../site/markdown/hast.ts";
import { headingAnchor } from "./addresses.ts";

/** A heading, which the page shows with a link to itself, or any other content as HTML. */
export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3 | 4; readonly id: string; readonly text: string }
  | { readonly kind: "html"; readonly html: string };

const toHtml = unified().use(rehypeStringify);
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, {
    handlers: { html: (_, node: { value: string }): ElementContent => ({ type: "text", value: node.value }) },
  })
  .use(rehypeSanitize);

function parse(text: string): Root {
  return processor.runSync(processor.parse(text.trim())) as Root;
}

const print = (nodes: readonly Nodes[]): string => toHtml.stringify({ type: "root", children: [...nodes] } as Root);

/** Renders each text once: most are on many pages, and a saved spec changes few of them. */
function once<T>(render: (text: string) => T): (text: string) => T {
  const rendered = new Map<string, T>();
  return (text) => {
    const known = rendered.get(text);
    if (known !== undefined) return known;
    const result = render(text);
    rendered.set(text, result);
    return result;
  };
}

/** A text of several paragraphs. */
export const renderBlocks = once((text): readonly Block[] =>
  parse(text).children.flatMap((node): Block[] => {
    // HTML that is a block of its own.
    if (node.type === "text" && node.value.trim() !== "") {
      return [{ kind: "html", html: print([element("p", {}, node.value)]) }];
    }
    if (!isElement(node)) return [];
    return [isHeading(node) ? readHeading(node) : { kind: "html", html: print([node]) }];
  }),
);

/** A short text within a table cell or a line; without a paragraph of its own where it is a single one. */
export const renderInline = once((text): string => {
  const nodes = parse(text).children;
  const [first] = nodes;
  return print(nodes.length === 1 && isElement(first, "p") ? first.children : nodes);
});

const isHeading = ({ tagName }: Element): boolean => /^h[2-4]$/.test(tagName);

function readHeading(node: Element): Block {
  const text = textOf(node);
  const level = Number(node.tagName.slice(1)) as 2 | 3 | 4;
  return { kind: "heading", level, id: headingAnchor(text), text };
}
