import { expect, it } from "vitest";
import { renderBlocks, renderInline } from "./render-markdown.ts";

it("shows HTML in a description as text", () => {
  const html = renderInline("a <script>alert(1)</script><img src=x onerror=alert(1)> and `<timestamp>`");
  expect(html).not.toMatch(/<script|<img/);
  expect(html).toContain("<code>&#x3C;timestamp></code>");
});

it("drops links that run a script", () => {
  expect(renderInline("[x](javascript:alert(1))")).not.toContain("javascript:");
});

it("adds no paragraph around a single one", () => {
  expect(renderInline("One `x`.")).toBe("One <code>x</code>.");
});

it("returns headings apart from the text, with their anchors", () => {
  expect(renderBlocks("## Keys & modes\n\nText.")).toEqual([
    { kind: "heading", level: 2, id: "keys--modes", text: "Keys & modes" },
    { kind: "html", html: "<p>Text.</p>" },
  ]);
});

it("shows HTML that is a block of its own as text too", () => {
  expect(renderBlocks("<script>a()</script>\n\nText.")).toEqual([
    { kind: "html", html: "<p>&#x3C;script>a()&#x3C;/script></p>" },
    { kind: "html", html: "<p>Text.</p>" },
  ]);
});

it.each([
  "\\`<script>a()</script>\\`",
  "``<script>a()</script>`",
  "a ` b `` <img src=x onerror=a()> ` c",
  "| a |\n|---|\n| <img src=x onerror=a()> |",
  "- <script>a()</script>",
  "<a href='javascript:a()'>b</a>",
  "![b](javascript:a())",
  "[b](JaVa&#115;cript:a())",
  "<javascript:a()>",
  "[b]\n\n[b]: javascript:a()",
])("runs nothing of %j", (text) => {
  const html = `${renderInline(text)}${renderBlocks(text)
    .map((block) => JSON.stringify(block))
    .join("")}`;
  expect(html).not.toMatch(/<(?:script|img[^>]*onerror|[^>]*(?:href|src)=\W*javascript)/i);
});
