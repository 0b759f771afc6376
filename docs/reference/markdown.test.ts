import { expect, it } from "vitest";
import { fence, page, prose, summarize, table } from "./markdown.ts";

it("fences code that holds fences", () => {
  expect(fence("md", "```ts\nx\n```")).toBe("````md\n```ts\nx\n```\n````");
});

it("keeps tags of a description from becoming tags of the page, but for those in code", () => {
  expect(prose("a <script> and `<timestamp>`")).toBe("a &lt;script> and `<timestamp>`");
});

it("keeps a cell in its cell", () => {
  expect(table(["a"], [["x | y\nz"]])).toBe("| a |\n| --- |\n| x \\| y z |");
});

it("writes front matter that no value can leave", () => {
  expect(page({ title: 'a: "b"\n---' }, "text")).toBe('---\ntitle: "a: \\"b\\"\\n---"\n---\n\ntext\n');
});

it("summarizes by the first sentence, and takes no abbreviation for its end", () => {
  expect(summarize("Takes `a.b` money, e.g. cents. Then more.")).toBe("Takes a.b money, e.g. cents.");
});
