import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../testing.ts";
import { placeSections } from "./sections.ts";

async function place(path: string, document: string): Promise<string | undefined> {
  const root = await makeFolder();
  await mkdir(join(root, "docs"));
  await writeFile(join(root, path), document);
  const [placed] = await placeSections(root, [{ path, content: "| new |", section: "methods" }]);
  return placed?.content;
}

describe("placeSections", () => {
  it("replaces what is between the comments of a section, and nothing else", async () => {
    const document = "# A\n<!-- methods: written by pnpm generate -->\nold\n<!-- /methods -->\nB\n";
    const wanted = "# A\n<!-- methods: written by pnpm generate -->\n\n| new |\n\n<!-- /methods -->\nB\n";
    expect(await place("docs/a.md", document)).toBe(wanted);
    expect(await place("docs/a.md", wanted)).toBe(wanted);
  });

  it("knows the comments of MDX", async () => {
    const document = "{/* methods: written by pnpm generate */}{/* /methods */}";
    expect(await place("docs/a.mdx", document)).toContain("| new |");
  });

  it("names the document that does not mark the section, and how to mark it", async () => {
    await expect(place("docs/a.md", "# A\n")).rejects.toThrow(/docs\/a\.md[\s\S]*put <!-- methods: written by pnpm/);
  });
});
