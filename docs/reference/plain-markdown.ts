/** Markdown that others wrote, without the parts that a renderer could run: for renderers that let HTML pass. */
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

/** The beginning of an aside of Starlight, whose end may be missing. */
const aside = { character: ":", after: "::", atBreak: true };

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: "-", unsafe: [aside] });

type Root = ReturnType<typeof processor.parse>;
type Node = Root | Root["children"][number];

/** Nodes within which text needs no paragraph of its own. */
const phrasing = /^(?:paragraph|heading|tableCell|emphasis|strong|delete|link|linkReference)$/;
const safeUrl = /^(?:https?:|mailto:|[^:]*$|[^:]*[/?#])/i;

/** The same Markdown with HTML as text, and with links and images that run a script as text. Unchanged if it has neither. */
export function plainMarkdown(text: string): string {
  const tree = processor.parse(text);
  return makePlain(tree) ? processor.stringify(tree).trimEnd() : text;
}

/** The same as plain Markdown that leaves nothing open, such as a fence, which would change the text that is put after it. */
export function closedMarkdown(text: string): string {
  const tree = processor.parse(text);
  makePlain(tree);
  return processor.stringify(tree).trimEnd();
}

/** Changes a tree in place, on which no text can have an effect by the way it is written; returns whether it did. */
function makePlain(node: Node): boolean {
  if (!("children" in node)) return false;
  let isChanged = false;
  const children = node.children.map((child): Node => {
    const plain = plainNode(child as Node, phrasing.test(node.type));
    if (plain !== child) isChanged = true;
    return plain;
  });
  if (isChanged) Object.assign(node, { children });
  return children.reduce((any, child) => makePlain(child) || any, isChanged);
}

function plainNode(node: Node, isInLine: boolean): Node {
  if (node.type === "html") {
    const text = { type: "text", value: node.value } as const;
    return isInLine ? text : { type: "paragraph", children: [text] };
  }
  if (!("url" in node) || safeUrl.test(node.url)) return node;
  return node.type === "definition" ? { ...node, url: "" } : { type: "text", value: readableText(node) };
}

function readableText(node: Node): string {
  if ("alt" in node) return node.alt ?? "";
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map((child) => readableText(child as Node)).join("") : "";
}
