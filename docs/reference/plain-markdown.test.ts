import { expect, it } from "vitest";
import { closedMarkdown, plainMarkdown } from "./plain-markdown.ts";
import { renderBlocks } from "./render-markdown.ts";

it.each(["# A\n\n* `<b>` and _x_", "A [b](/c/#d), <https://e.example> and ![f](./g.png).", "1) x\n2) y", "Is 1 < 2?"])(
  "leaves %j as it is",
  (text) => expect(plainMarkdown(text)).toBe(text),
);

it.each([
  ["<script>a()</script>", "\\<script>a()\\</script>"],
  ["``<b>`", "\\`\\`\\<b>\\`"],
  ["\\`<b>\\`", "\\`\\<b>\\`"],
  ["[x](javascript:a())", "x"],
  ["![x](data:text/html,a)", "x"],
  ["<javascript:a()>", "javascript:a()"],
  ["[x]\n\n[x]: javascript:a()", "[x]\n\n[x]: <>"],
  ["[<i>x</i>](/y)", "[\\<i>x\\</i>](/y)"],
])("makes %j text", (text, plain) => {
  expect(plainMarkdown(text)).toBe(plain);
  expect(plainMarkdown(plain)).toBe(plain);
});

it("shows what the page of the reference shows", () => {
  const text = "A <b>c</b>.\n\n<div>\nd\n</div>\n";
  expect(renderBlocks(plainMarkdown(text))).toEqual(renderBlocks(text));
});

it.each([
  ["```\na", "```\na\n```"],
  ["<!-- a", "\\<!-- a"],
  [":::danger\na", "\\:::danger\na"],
  ["a\n\n  ::::note[b]", "a\n\n\\::::note\\[b]"],
])("leaves nothing open of %j", (text, closed) => {
  expect(closedMarkdown(text)).toBe(closed);
  expect(closedMarkdown(closed)).toBe(closed);
});
