import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { editUrl, reportUrl, sourceOf } from "./page-source.ts";

it.each([
  ["guides/refunds", "src/content/docs/guides/refunds.mdx", "docs/src/content/docs/guides/refunds.mdx"],
  ["", "src/content/docs/index.mdx", "docs/src/content/docs/index.mdx"],
  ["errors/card_declined", undefined, "docs/errors/card_declined.md"],
  ["errors", undefined, "spec/openapi.yaml"],
  ["reference", undefined, "spec/openapi.yaml"],
  ["reference/payments/create-payment", undefined, "spec/openapi.yaml"],
  ["decisions", "src/content/docs/decisions/index.md", "spec/DECISIONS.md"],
])("the page %j is edited in the file that it is made from", (id, file, source) => {
  expect(sourceOf(id, file)).toBe(source);
  expect(existsSync(new URL(`../../${source}`, import.meta.url))).toBe(true);
});

it.each(["changelog", "404"])("the page %s, which several files make, is not edited", (id) => {
  expect(sourceOf(id, `src/content/docs/${id}/index.md`)).toBeUndefined();
});

it("edits on the main branch, and reports an error with the page's address", () => {
  expect(editUrl("spec/openapi.yaml")).toBe("https://github.com/vinr/openapi/edit/main/spec/openapi.yaml");
  const { pathname, searchParams } = new URL(reportUrl("Errors & codes", "guides/errors"));
  expect(pathname).toBe("/vinr/openapi/issues/new");
  expect(searchParams.get("title")).toBe("Docs: Errors & codes");
  expect(searchParams.get("body")).toContain("https://docs.vinr.com/guides/errors/\n");
});
