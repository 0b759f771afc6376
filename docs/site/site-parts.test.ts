import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeChangeset } from "../../scripts/gate/changesets.ts";
import type { Comparison } from "../../scripts/gate/compare.ts";
import { plainMarkdown } from "../reference/plain-markdown.ts";
import { changelogPage } from "./changelog.ts";
import { countLines } from "./finish.ts";
import { externalize } from "./interactive/externalize.ts";
import { patchRedoc } from "./interactive/patch-redoc.ts";
import { parsePage } from "./markdown/hast.ts";
import { toMarkdownPage } from "./markdown/markdown-page.ts";
import { headersFile, interactivePolicy, pagePolicy } from "./policy.ts";
import { isRedirect, redirectFiles } from "./redirects.ts";

const long = `window.x = "<style>";${" ".repeat(1000)}`;

describe("externalize", () => {
  const { html, files } = externalize(
    `<html><head><style>a{}</style><script>short()</script></head><body><script type="module">${long}</script></body></html>`,
  );

  it("moves long scripts and styles into files named by the hash of their content", () => {
    const script = files.find(({ content }) => content === long);
    expect(html).toContain(`<script type="module" fetchpriority="low" src="${script?.path}"></script>`);
    expect(html).toMatch(/<link rel="stylesheet" href="redoc\.[0-9a-f]{12}\.css">/);
  });

  it("leaves short scripts inline, which the policy allows by hash", () => {
    expect(html).toContain("<script>short()</script>");
  });
});

it("says of each piece of code how many lines it has", () => {
  const lines = (count: number) => '<div class="ec-line"></div>'.repeat(count);
  const code = (count: number) => `<div class="expressive-code"><figure><pre>${lines(count)}</pre></figure></div>`;
  const heights = countLines(code(3) + code(1)).match(/(?<=style="--lines:)\d+/g);
  expect(heights).toEqual(["3", "1"]);
});

it("fails if a patch of Redoc's page matches nothing", () => {
  expect(() => patchRedoc("<html></html>")).toThrow(/no longer has/);
});

it("lists the reviewed scripts in the policy, and gives the interactive page a policy of its own", () => {
  const headers = headersFile();
  expect(pagePolicy()).toMatch(/script-src 'self' 'wasm-unsafe-eval'(?: 'sha256-[\w+/]{43}='){5};/);
  expect(interactivePolicy()).toMatch(/script-src 'self' 'sha256-[\w+/]{43}=';/);
  expect(headers.startsWith(`/*\n  Content-Security-Policy: ${pagePolicy()}\n`)).toBe(true);
  expect(headers).toContain(
    `/reference/interactive/*\n  ! Content-Security-Policy\n  Content-Security-Policy: ${interactivePolicy()}`,
  );
});

it("redirects old addresses, by a rule and by a page", () => {
  const files = new Map(redirectFiles().map(({ path, content }) => [path, content]));
  expect(files.get("_redirects")).toContain("/docs/api-reference /reference/ 301\n");
  expect(files.get("docs/api-reference/index.html")).toContain('content="0;url=/reference/"');
  expect(files.get("_redirects")).toContain("/guides/keys-and-going-live/ /guides/security/ 301\n");
  for (const path of files.keys()) expect(isRedirect(path)).toBe(path !== "_redirects");
});

describe("the changelog", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "vinr-changelog-"));
    for (const folder of [".changeset", "packages/client", "packages/types"]) {
      await mkdir(join(root, folder), { recursive: true });
    }
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it("lists pending changes before the first release", async () => {
    await writeFile(join(root, ".changeset/first.md"), '---\n"@vinr/client": minor\n---\n\nThe first release.\n');
    const text = await changelogPage(root);
    expect(text).toContain("## Next release\n\nThe first release.");
    expect(text).toContain("Nothing yet");
  });

  it("shows HTML in a changeset as text", async () => {
    const summary = "Adds \\`<script>a()</script>\\` and ``<img src=x onerror=b()>` and [c](javascript:c()).";
    await writeFile(join(root, ".changeset/first.md"), `---\n"@vinr/client": minor\n---\n\n${summary}\n`);
    await writeFile(join(root, "packages/client/CHANGELOG.md"), "# @vinr/client\n\n<script>d()</script>\n");
    const text = await changelogPage(root);
    expect(text).not.toMatch(/(?<!\\)<(?:script|img)|\]\(javascript/);
    expect(text).toContain("\\<script>d()\\</script>");
  });

  it("shows HTML as text also where another changeset leaves a fence open before it", async () => {
    const write = (name: string, summary: string) =>
      writeFile(join(root, ".changeset", name), `---\n"@vinr/client": minor\n---\n\n${summary}\n`);
    await write("first.md", "Adds this:\n\n```ts\npay();");
    await write("second.md", "```\n\n<script>a()</script>\n\n```");
    await write("third.md", "<!-- a comment\n\n<script>a()</script>");
    const [, page = ""] = (await changelogPage(root)).split("\n---\n");
    expect(plainMarkdown(page)).toBe(page);
  });

  it("lists changes of the spec, as the gate reports them, and the releases of each package", async () => {
    const changes = [{ where: "POST /refunds", what: "takes the property `note`", impact: "minor" }];
    const comparison = { changes, demanded: "minor", baseVersion: "1.0.0", version: "1.1.0" } as unknown as Comparison;
    await writeChangeset(join(root, ".changeset"), ["@vinr/client"], comparison);
    await writeFile(join(root, "packages/client/CHANGELOG.md"), "# @vinr/client\n\n## 1.0.0\n\n- First.\n");
    const text = await changelogPage(root);
    expect(text).toContain("- POST /refunds: takes the property `note`");
    expect(text).toContain("## @vinr/client\n\n### 1.0.0\n\n- First.");
    expect(text).not.toContain("Nothing yet");
  });
});

describe("a Markdown page", () => {
  const body = (content: string): string =>
    `<html><head><meta name="description" content="About."></head><body><h1>Title</h1><div class="sl-markdown-content">${content}</div></body></html>`;
  const markdownOf = (html: string): string => toMarkdownPage(parsePage(html), "page").markdown;

  it("has the title, the description, and the content as Markdown", () => {
    expect(markdownOf(body("<p>One <code>x</code>.</p>"))).toBe("# Title\n\nAbout.\n\nOne `x`.\n");
  });

  it("says who it is for", () => {
    const html = body("<p>Text.</p>").replace("</h1>", '</h1><p class="audience">For cooks.</p>');
    expect(markdownOf(html)).toBe("# Title\n\nAbout.\n\nFor cooks.\n\nText.\n");
  });

  it("has a picture's caption and its facts as a table, in place of the picture", () => {
    const details =
      "<summary>In words</summary><p>Seen.</p><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>";
    const picture = `<figure class="picture"><figcaption>Life</figcaption><svg><text>x</text></svg><details>${details}</details></figure>`;
    expect(markdownOf(body(picture))).toBe("# Title\n\nAbout.\n\n**Life**\n\nSeen.\n\n| A |\n| - |\n| b |\n");
  });

  it("does not repeat a description that the content contains", () => {
    expect(markdownOf(body("<p>About. And more.</p>"))).toBe("# Title\n\nAbout. And more.\n");
  });

  it("keeps code as it is, without the frame and the button around it", () => {
    const code =
      '<div class="expressive-code"><figure><pre data-language="ts"><code><div class="ec-line">a;</div><div class="ec-line">  b;</div></code></pre><button>Copy</button></figure></div>';
    expect(markdownOf(body(code))).toContain("```ts\na;\n  b;\n```");
  });

  it("links to Markdown pages", () => {
    expect(markdownOf(body('<a href="/guides/errors/#x">e</a>'))).toContain("[e](/guides/errors.md#x)");
  });

  it("writes fields as a list", () => {
    const fields =
      '<div class="fields"><div class="field"><div class="field-head"><code>a</code><span>string</span></div><p>Text.</p></div></div>';
    expect(markdownOf(body(fields))).toContain("- `a` string");
  });
});
