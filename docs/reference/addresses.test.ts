import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, modelOf } from "../../scripts/testing.ts";
import { writeAll } from "../site/prepare.ts";
import { errorSlug, eventSlug, operationSlug, schemaSlug, tagSlug } from "./addresses.ts";
import { jsonSchemaFiles } from "./json-schemas.ts";
import { buildOverlay } from "./overlay.ts";
import { listPages } from "./pages.ts";
import { readSamples } from "./samples.ts";

const HOSTILE = [
  "../../x",
  "..",
  ".",
  "/etc/x",
  "a/b",
  "a\\b",
  "..\\..\\x",
  "",
  "\u0000",
  "%2e%2e%2f",
  "a?b#c",
  "//evil.example",
];

describe("an address", () => {
  it.each(HOSTILE)("made of the name %j stays in its section", (name) => {
    const slugs = [
      tagSlug(name),
      operationSlug({ tag: name, operationId: name }),
      eventSlug(name),
      schemaSlug(name),
      errorSlug(name),
    ];
    for (const slug of slugs) expect(slug).toMatch(/^(?:reference|errors)(?:\/[\p{L}\p{N}_-]+)+$/u);
    expect(slugs.map((slug) => slug.split("/").length)).toEqual([2, 3, 3, 3, 2]);
  });

  it("is that of one page: names that meet are rejected", async () => {
    const operation = (id: string) => `{ operationId: ${id}, tags: [T], responses: {} }`;
    const api = await modelOf(`paths: { /a: { get: ${operation("a/b")}, post: ${operation("a..b")} } }`);
    expect(() => listPages(api)).toThrow(/\/paths\/~1a\/post {2}the pages of "a\/b" and "a\.\.b" would both be at /);
  });
});

describe("a file", () => {
  it("of a schema is rejected if its name leads elsewhere", async () => {
    const api = await modelOf('components: { schemas: { "../../x": {} } }');
    expect(() => jsonSchemaFiles(api)).toThrow(
      /\/components\/schemas\/\.\.~1\.\.~1x {2}"\.\.\/\.\.\/x" cannot be the name/,
    );
  });

  it.each(["../outside.json", "a/../../outside.json", "/outside.json"])("is not written at %s", async (path) => {
    const folder = await makeFolder();
    await mkdir(join(folder, "root"));
    await expect(writeAll(join(folder, "root"), [{ path, content: "" }])).rejects.toThrow("not a path within");
    expect(await readdir(folder)).toEqual(["root"]);
  });

  it("of a sample is looked for in the folder of samples alone", async () => {
    // Of its files, in several languages, any may be missed first.
    await expect(readSamples("/root/samples", ["../../etc/passwd"])).rejects.toThrow("/root/samples/-etc-passwd.");
  });
});

it("a path in the overlay ends no literal of its JSONPath", async () => {
  const api = await modelOf('paths: { "/a\'].x\\\\": { get: { operationId: a, responses: {} } } }');
  expect(buildOverlay(api, new Map()).actions[0]?.target).toBe("$.paths['/a\\'].x\\\\'].get");
});
