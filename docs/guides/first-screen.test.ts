/** Each guide says who it is for, and has something to run before a reader has to scroll. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { placesOf } from "../site/prepare.ts";
import { listGuides } from "./guides.ts";
import { type Node, readGuide, walk } from "./read-guide.ts";

const guides = listGuides(placesOf(fileURLToPath(new URL("../..", import.meta.url))))
  .filter((file) => file.includes("/guides/"))
  .map((file) => [file.replace(/^.*\//, ""), readFileSync(file, "utf8")] as const);

/** So many characters of text are above the first code at most: about ten lines of a page. */
const longestLead = 700;

function childrenOf(text: string): readonly Node[] {
  const tree = readGuide(text);
  if (!("children" in tree)) throw new Error(tree.message);
  return tree.children;
}

const textOf = (node: Node): string => [...walk(node)].map((one) => ("value" in one ? one.value : "")).join("");

/** Whether a node is a program or a command; the response in a `.json` file is not. */
function isRunnable(node: Node): boolean {
  if (node.type === "code") return node.lang === "sh";
  if (node.type !== "mdxJsxFlowElement" || node.name !== "Example") return false;
  return node.attributes.some(({ type, ...rest }) => "value" in rest && /\.(?:ts|sh)$/.test(String(rest.value)));
}

describe.each(guides)("the guide %s", (_, text) => {
  it("says in a sentence who it is for", () => {
    const { audience } = parse(text.split("---")[1] ?? "") as { audience?: string };
    expect(audience).toMatch(/^For [^.]{8,110}\.$/);
  });

  it("has something to run within the first screen", () => {
    const nodes = childrenOf(text);
    const index = nodes.findIndex(isRunnable);
    expect(index).toBeGreaterThanOrEqual(0);
    const lead = nodes.slice(0, index).filter(({ type }) => type !== "mdxjsEsm");
    expect(lead.map(({ type }) => type)).not.toContain("table");
    expect(lead.map(textOf).join(" ").length).toBeLessThanOrEqual(longestLead);
  });
});
