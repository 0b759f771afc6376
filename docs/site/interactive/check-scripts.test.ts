import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { finishSite } from "../finish.ts";
import { escapeText, parsePage } from "../markdown/hast.ts";
import { throwIfUnreviewed } from "./check-scripts.ts";
import { pageScripts } from "./reviewed-scripts.ts";

const hash = `'sha256-${createHash("sha256").update("known()").digest("base64")}'`;
const reviewed = new Map([[hash, "for the test"]]);
const check = (body: string) =>
  throwIfUnreviewed(parsePage(`<html><body>${body}</body></html>`), "guides/a/index.html", reviewed);

describe("a page", () => {
  it.each([
    "<p>Text.</p>",
    "<script>known()</script>",
    '<script type="module" src="/_astro/a.js"></script>',
    '<a href="/guides/">onclick= javascript:</a>',
    '<pre title="&lt;script&gt;">a</pre>',
  ])("may hold %s", (body) => expect(() => check(body)).not.toThrow());

  it.each([
    "<script>known() </script>",
    "<script>PWN=1</script>",
    '<SCRIPT type="module">PWN=1</SCRIPT >',
    '<script data-a=" src=/_astro/a.js">PWN=1</script>',
    "<script\n>PWN=1</script\n>",
    "<svg><script>PWN=1</script></svg>",
    '<script src="https://evil.example/a.js"></script>',
    '<script src="//evil.example/a.js"></script>',
    '<script src=" https://evil.example/a.js"></script>',
    '<script src="\n/\t/evil.example/a.js"></script>',
    '<script src="data:text/javascript,PWN=1"></script>',
    '<meta http-equiv="Refresh" content="0;url=https://evil.example/">',
    "<img src=x onerror=PWN=1>",
    '<a href="java\nscript:PWN=1">a</a>',
    '<form action="javascript:PWN=1"></form>',
    "<script>\n      /** \n* @license MIT */const __redoc_definition = {};</script>",
  ])("fails the build with its name if it holds %j", (body) => {
    expect(() => check(body)).toThrow(/^guides\/a\/index\.html holds a script that was not reviewed: "/);
  });
});

it("a title of the spec ends no element of the head", () => {
  expect(escapeText("A </title><script>PWN=1</script> & B")).toBe("A &lt;/title>&lt;script>PWN=1&lt;/script> &amp; B");
  expect(() => check(`<svg><title>${escapeText("</title><script>PWN=1</script>")}</title></svg>`)).not.toThrow();
});

it("the build of a site stops at a page with a script of its own", async () => {
  const folder = await mkdtemp(join(tmpdir(), "vinr-site-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const page = (script: string) =>
    `<html><head></head><body><div class="sl-markdown-content">${script}</div></body></html>`;
  await mkdir(join(folder, "reference/interactive"), { recursive: true });
  await mkdir(join(folder, "reference/payments"));
  await writeFile(join(folder, "reference/interactive/index.html"), page("<script>PWN=1</script>"));
  await expect(finishSite(folder)).rejects.toThrow("reference/interactive/index.html holds a script");
  await writeFile(join(folder, "reference/interactive/index.html"), page(""));
  await writeFile(join(folder, "reference/payments/index.html"), page("<script>PWN=1</script>"));
  await expect(finishSite(folder)).rejects.toThrow("reference/payments/index.html holds a script");
  expect([...pageScripts.keys()].join()).not.toContain(createHash("sha256").update("PWN=1").digest("base64"));
});

it("a title of the spec puts no part of the page into its head", async () => {
  const folder = await mkdtemp(join(tmpdir(), "vinr-site-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const page = `<html><head></head><body><div class="sl-markdown-content"><h1>US$' and $\`</h1></div></body></html>`;
  await mkdir(join(folder, "reference/interactive"), { recursive: true });
  await writeFile(join(folder, "reference/interactive/index.html"), page);
  await writeFile(join(folder, "index.html"), page);
  await finishSite(folder);
  expect(await readFile(join(folder, "index.html"), "utf8")).toContain(
    `<meta property="og:image:alt" content="US$' and $\`. "></head>`,
  );
});
