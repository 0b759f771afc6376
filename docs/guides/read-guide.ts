/** Reads a guide into the tree of its Markdown and components, as Astro will. */
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { headingAnchor } from "../reference/addresses.ts";
import { withoutFrontMatter } from "./front-matter.ts";
import type { GuideProblem } from "./problem.ts";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

export type Root = ReturnType<typeof parser.parse>;
export type Node = Root | Root["children"][number];

/** Returns the tree of a guide, at the lines and columns of its file, or the problem that keeps it from being read. */
export function readGuide(text: string): Root | GuideProblem {
  try {
    return parser.parse(withoutFrontMatter(text));
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    const { reason } = error;
    // An element without an end is only placed by the words: "Expected a closing tag for `<Example>` (8:1-8:55)".
    const [, line, column] = /\((\d+):(\d+)/.exec(reason) ?? [];
    return {
      line: error.line ?? Number(line ?? 1),
      column: error.column ?? Number(column ?? 1),
      message: reason,
      isFatal: true,
    };
  }
}

interface SyntaxError extends Error {
  readonly reason: string;
  readonly line?: number;
  readonly column?: number;
}

const isSyntaxError = (error: unknown): error is SyntaxError => error instanceof Error && "reason" in error;

/** A node and all below it, in reading order. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  if ("children" in node) for (const child of node.children) yield* walk(child);
}

/** The anchors of a guide's headings. A heading whose text is repeated has a number at the end of its anchor. */
export function anchorsOf(root: Root): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const anchors = [...walk(root)].flatMap((node) => {
    if (node.type !== "heading") return [];
    const anchor = headingAnchor(textOf(node));
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return [before === 0 ? anchor : `${anchor}-${before}`];
  });
  return new Set(anchors);
}

const textOf = (node: Node): string => [...walk(node)].map((one) => ("value" in one ? one.value : "")).join("");
