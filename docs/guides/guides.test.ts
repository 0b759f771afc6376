/** Guides with one thing wrong in each: where and how it is said. */
import { EventEmitter } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Loader, LoaderContext } from "astro/loaders";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { loadSpec } from "../../scripts/read/document/load-spec.ts";
import { buildModel } from "../../scripts/read/model/build-model.ts";
import { placesOf } from "../site/prepare.ts";
import { checkGuide, type SiteIndex } from "./check-guide.ts";
import { keepLastGood, standIns } from "./dev-guides.ts";
import { checkGuides, listGuides } from "./guides.ts";
import { siteIndexOf } from "./site-index.ts";

const site: SiteIndex = {
  hasPath: (path) => ["/guides/refunds/", "/guides/webhooks/", "/openapi.json"].includes(path),
  anchorsAt: (path) => (path === "/guides/webhooks/" ? new Set(["verify"]) : undefined),
  hasExample: (file) => file === "operations/generated/create-refund.ts",
};

const good = `---
title: Refunds
description: Give money back.
---

import Example from "../../../components/Example.astro";

<Example file="operations/generated/create-refund.ts" />

## Never twice

See [webhooks](/guides/webhooks/#verify), [above](#never-twice), [the spec](/openapi.json) and [elsewhere](https://vinr.com).

\`\`\`sh
npm install @vinr/client
\`\`\`
`;

const check = (text: string): string[] =>
  checkGuide(text, "/guides/refunds/", site).map(({ line, column, message }) => `${line}:${column}  ${message}`);

describe("checkGuide", () => {
  it("finds nothing wrong with a good guide, with either end of line", () => {
    expect(check(good)).toEqual([]);
    expect(check(good.replaceAll("\n", "\r\n"))).toEqual([]);
  });

  it.each([
    ["no front matter", good.slice(4), /^1:1 {2}the front matter is missing/],
    ["front matter without an end", good.replace("\n---\n", "\n"), /^1:1 {2}the front matter is missing/],
    [
      "front matter that is not YAML",
      good.replace("title: Refunds", "title: Refunds: twice"),
      /^2:8 {2}.*not valid YAML/,
    ],
    ["a duplicate key", good.replace("description:", "title:"), /^3:1 {2}.*not valid YAML.*unique/],
    ["no title", good.replace("title: Refunds\n", ""), /^1:1 {2}the front matter has no title$/],
    [
      "a title that is not a string",
      good.replace("title: Refunds", "title: 2026"),
      /^2:1 {2}the title is not a string/,
    ],
    ["an unclosed component", good.replace(" />", ">"), /^8:1 {2}.*closing tag for `<Example>`/],
    ["an unclosed expression", good.replace("## Never", "{Never"), /^\d+:\d+ {2}.*expression/],
    ["a component that is not imported", good.replace("<Example", "<Sample"), /^8:1 {2}<Sample> is not imported$/],
    [
      "an example that does not exist",
      good.replace("create-", "crate-"),
      /^8:1 {2}examples\/operations.* does not exist: name a file that a test runs/,
    ],
    ["an unclosed code block", good.replace(/```\n$/, ""), /^14:1 {2}the code block is not closed: end it with ```$/],
    ["a code block that runs into the next", good.replace(/```\n$/, "Text\n\n```ts\n```\n"), /^14:1 {2}.*not closed/],
    [
      "a link to no page",
      good.replace("webhooks/", "webhook/"),
      /^12:5 {2}the link \/guides\/webhook\/#verify points to a page or file that does not exist/,
    ],
    ["a link to no heading", good.replace("#verify", "#veryfy"), /^12:5 {2}.*points to a heading that does not exist$/],
    [
      "a link to no heading of its own",
      good.replace("(#never", "(#always"),
      /^12:\d+ {2}the link #always-twice points/,
    ],
    [
      "a link with a bad escape",
      good.replace("/openapi.json", "/%zz"),
      /^12:\d+ {2}the link \/%zz points to a page or file that does not exist$/,
    ],
  ])("says where there is %s", (_, text, want) => {
    const problems = check(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(want);
  });
});

it("finds nothing wrong with the guides as they are", async () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  // The downloads of the build, which is there before the tests run; those of the dev server may not be.
  const places = { ...placesOf(root), downloads: join(root, "docs/dist") };
  const api = buildModel(await loadSpec(join(root, "spec/openapi.yaml")));
  const guides = listGuides(places);
  expect(guides.length).toBeGreaterThan(20);
  expect(checkGuides(places, guides, siteIndexOf(places, api))).toEqual([]);
});

describe("the dev server", () => {
  const { transform } = standIns("/project", (text) => checkGuide(text, "/guides/refunds/", site));

  it("shows a page that says what is wrong in place of one that cannot be made", () => {
    const shown = transform(good.replace(" />", ">"), "/project/docs/refunds.mdx") ?? "";
    expect(shown).toMatch(/^docs\/refunds\.mdx:8:1 {2}.*closing tag/m);
    expect(check(shown)).toEqual([]);
  });

  it.each([good, good.replace("#verify", "#veryfy")])("leaves a page alone that can be made", (text) => {
    expect(transform(text, "/project/docs/refunds.mdx")).toBeUndefined();
  });

  it("keeps what it knows of a guide that is read while an editor has it emptied", async () => {
    const store = new Map([["guides/refunds", { data: { title: "Refunds" } }]]);
    const watcher = new EventEmitter();
    const parseData = async ({ data }: { data: object }) => {
      if (!("title" in data)) throw new Error("title: Required");
      return data;
    };
    const loaded: unknown[] = [];
    const load: Loader["load"] = async (context) => {
      loaded.push(await context.parseData({ id: "guides/refunds", data: {} }));
      loaded.push(await context.parseData({ id: "guides/refunds", data: { title: "Money back" } }));
      await context.parseData({ id: "guides/new", data: {} });
    };
    const context = { store, watcher, parseData } as unknown as LoaderContext;
    await expect(keepLastGood({ name: "guides", load }).load(context)).rejects.toThrow("title: Required");
    expect(loaded).toEqual([{ title: "Refunds" }, { title: "Money back" }]);
  });

  it("tells of a guide that an editor has emptied when it is written, though nobody tells of that change", async () => {
    const folder = mkdtempSync(join(tmpdir(), "vinr-guide-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const [file, gone] = ["refunds.mdx", "gone.mdx"].map((name) => join(folder, name)) as [string, string];
    const watcher = new EventEmitter();
    const told: string[] = [];
    const load: Loader["load"] = async (context) => {
      context.watcher?.on("change", (path: string) => void told.push(`${path} ${readFileSync(path, "utf8").length}`));
    };
    await keepLastGood({ name: "guides", load }).load({ watcher } as unknown as LoaderContext);
    writeFileSync(file, "");
    for (const path of [file, gone]) watcher.emit("change", path);
    await sleep(120);
    expect(told).toEqual([]);
    writeFileSync(file, good);
    await vi.waitFor(() => expect(told).toEqual([`${file} ${good.length}`]), { timeout: 20_000 });
  });
});
