/** Finds what is wrong with a guide, at once and with its line: Astro says it when the page is asked for, or never. */
import { checkFrontMatter } from "./front-matter.ts";
import type { GuideProblem } from "./problem.ts";
import { anchorsOf, type Node, type Root, readGuide, walk } from "./read-guide.ts";

/** The pages, anchors and examples that a guide may refer to. */
export interface SiteIndex {
  /** Whether the site has a page or a file at a path, such as `/guides/refunds/`. */
  hasPath(path: string): boolean;
  /** The anchors of the page at a path; undefined where they are not known. */
  anchorsAt(path: string): ReadonlySet<string> | undefined;
  /** Whether there is a file in `examples/`. */
  hasExample(file: string): boolean;
}

/** Returns everything that is wrong with a guide, first line first. `path` is that of its page: `/guides/refunds/`. */
export function checkGuide(text: string, path: string, site: SiteIndex): GuideProblem[] {
  const tree = readGuide(text);
  const problems =
    "children" in tree
      ? [...checkCode(tree, text), ...checkComponents(tree, site), ...checkLinks(tree, path, site)]
      : [tree];
  return [...checkFrontMatter(text), ...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Code blocks that end with the guide, or with the next block. Markdown allows both, and nobody means them. */
function checkCode(tree: Root, text: string): GuideProblem[] {
  const lines = text.split(/\r?\n/);
  return [...walk(tree)].flatMap((node) => {
    if (node.type !== "code" || node.position === undefined) return [];
    const { start, end } = node.position;
    const [fence = ""] = /`{3,}|~{3,}/.exec(lines[start.line - 1] ?? "") ?? [];
    const last = lines[end.line - 1]?.replace(/^[\s>]*/, "").trimEnd() ?? "";
    const isClosed = end.line > start.line && last.startsWith(fence) && last === last.charAt(0).repeat(last.length);
    if (isClosed && !/^(?:```|~~~)\w/m.test(node.value)) return [];
    return [problemAt(node, `the code block is not closed: end it with ${fence}`)];
  });
}

/** Components that are not imported, and examples that do not exist. */
function checkComponents(tree: Root, site: SiteIndex): GuideProblem[] {
  const imported = new Set([...walk(tree)].flatMap(importedNames));
  return [...walk(tree)].flatMap((node) => {
    if (!isComponent(node) || node.name === null || !/^[A-Z]/.test(node.name)) return [];
    const [name = ""] = node.name.split(".");
    if (!imported.has(name)) return [problemAt(node, `<${name}> is not imported`, true)];
    const file = attributeOf(node, "file");
    if (name !== "Example" || file === undefined || site.hasExample(file)) return [];
    return [problemAt(node, `examples/${file} does not exist: name a file that a test runs`)];
  });
}

function importedNames(node: Node): string[] {
  if (node.type !== "mdxjsEsm") return [];
  const statements = node.data?.estree?.body ?? [];
  return statements.flatMap((statement) =>
    statement.type === "ImportDeclaration" ? statement.specifiers.map(({ local }) => local.name) : [],
  );
}

type Component = Extract<Node, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>;

const isComponent = (node: Node): node is Component =>
  node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";

/** The value of an attribute that is a plain text. */
function attributeOf(node: Component, name: string): string | undefined {
  const found = node.attributes.find((attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === name);
  return typeof found?.value === "string" ? found.value : undefined;
}

const ORIGIN = "https://docs.vinr.com";

/** Links to pages, files and headings of this site that do not exist. */
function checkLinks(tree: Root, path: string, site: SiteIndex): GuideProblem[] {
  const own = anchorsOf(tree);
  return [...walk(tree)].flatMap((node) => {
    const link = linkOf(node);
    if (link === undefined) return [];
    if (!URL.canParse(link, ORIGIN + path)) return [problemAt(node, `${link} is not a valid URL`)];
    const url = new URL(link, ORIGIN + path);
    if (url.origin !== ORIGIN) return [];
    const target = decode(url.pathname);
    if (target !== path && !site.hasPath(target))
      return [problemAt(node, `the link ${link} points to a page or file that does not exist`)];
    const anchor = decode(url.hash.slice(1));
    const anchors = target === path ? own : site.anchorsAt(target);
    if (anchor === "" || anchors?.has(anchor) !== false) return [];
    return [problemAt(node, `the link ${link} points to a heading that does not exist`)];
  });
}

/** A part of a URL as people write it; with a bad escape, as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function linkOf(node: Node): string | undefined {
  if (node.type === "link" || node.type === "definition") return node.url;
  return isComponent(node) ? attributeOf(node, "href") : undefined;
}

function problemAt({ position }: Node, message: string, isFatal = false): GuideProblem {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1, message, isFatal };
}
