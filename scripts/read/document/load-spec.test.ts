import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeSpec } from "../../testing.ts";
import { lookUp } from "../pointer.ts";
import { loadSpec } from "./load-spec.ts";

const head = 'openapi: 3.1.0\ninfo: { title: Test, version: "1" }\n';
const errorOf = async (text: string) => {
  const file = await writeSpec(text);
  const error: unknown = await loadSpec(file).catch((reason: unknown) => reason);
  return error instanceof Error ? error.message.replaceAll(file, "FILE") : "accepted";
};

describe("loadSpec", () => {
  it.each([
    ["Swagger 2.0", 'swagger: "2.0"', "FILE:1  /  this is a Swagger 2.0 spec; only OpenAPI 3.1 is supported"],
    ["OpenAPI 3.0", "# old\nopenapi: 3.0.3", 'FILE:2  /openapi  openapi is "3.0.3", and only OpenAPI 3.1 is read'],
    ["OpenAPI 3.2", "openapi: 3.2.0", 'FILE:1  /openapi  openapi is "3.2.0", and only OpenAPI 3.1 is read'],
    ["a version that is a number", "openapi: 3.1", "FILE:1  /openapi  openapi is 3.1, and only OpenAPI 3.1 is read"],
    ["something else", "- a\n- b", "FILE:1  /  this is not an OpenAPI spec"],
  ])("rejects %s in a sentence, with a hint", async (_, text, message) => {
    expect(await errorOf(text)).toMatch(`${message}  → `);
  });

  it("rejects a misspelt member, naming file, line and pointer", async () => {
    expect(await errorOf(`${head}paths:\n  /a:\n    gett: {}`)).toContain("FILE:5  /paths/~1a/gett  ");
  });

  it("shows all problems together", async () => {
    const message = await errorOf(`${head}paths:\n  /a:\n    gett: {}\n  /b:\n    putt: {}`);
    expect(message.split("\n")).toHaveLength(2);
  });

  it("rejects a reference that leads nowhere", async () => {
    expect(await errorOf(`${head}paths:\n  /a: { $ref: "#/components/pathItems/b" }`)).toContain(
      "FILE:4  /paths/~1a  $ref #/components/pathItems/b leads to nothing  → correct the name, or add what it names",
    );
  });

  it("names what a misspelt reference likely means", async () => {
    const components = "components: { pathItems: { orders: { summary: Orders } } }";
    expect(await errorOf(`${head}paths:\n  /a: { $ref: "#/components/pathItems/order" }\n${components}`)).toContain(
      "$ref #/components/pathItems/order leads to nothing  → did you mean #/components/pathItems/orders?",
    );
  });

  it.each([
    ["a schema", "components: { schemas: { A: { $ref: '#/components/schemas/A' } } }", "/components/schemas/A/$ref"],
    [
      "a parameter",
      "components: { parameters: { P: { $ref: '#/components/parameters/P' } } }",
      "/components/parameters/P/$ref",
    ],
    ["a path", "paths: { /a: { $ref: '#/paths/~1a' } }", "/paths/~1a/$ref"],
    [
      "a part of a schema",
      "components: { schemas: { A: { items: { $ref: '#/components/schemas/A/items' } } } }",
      "/components/schemas/A/items/$ref",
    ],
  ])("rejects %s whose reference leads back to itself", async (_, text, pointer) => {
    const spec = text.startsWith("paths") ? `${head}${text}` : `${head}paths: {}\n${text}`;
    const line = text.startsWith("paths") ? 3 : 4;
    expect(await errorOf(spec)).toMatch(
      new RegExp(`^FILE:${line}  ${pointer.replace("$", "\\$")}  .* leads back to itself  → `),
    );
  });

  it("names each reference of a circle, in the file where it stands", async () => {
    const file = await writeSpec(`${head}paths: { /a: { $ref: "p.yaml#/one" } }`);
    await writeFile(join(dirname(file), "p.yaml"), 'one: { $ref: "#/two" }\ntwo: { $ref: "p.yaml#/one" }\n');
    const error: unknown = await loadSpec(file).catch((reason: unknown) => reason);
    expect(String(error)).toMatch(/p\.yaml:1 {2}\/one\/\$ref {2}[\s\S]*p\.yaml:2 {2}\/two\/\$ref {2}/);
  });

  it("never goes to the network", async () => {
    const message = await errorOf(`${head}paths:\n  /a: { $ref: "http://127.0.0.1:9/a.yaml" }`);
    expect(message).toContain("nothing is fetched");
  });

  it("rejects a file that is not there, and a folder", async () => {
    await expect(loadSpec("no/such/file.yaml")).rejects.toThrow("no/such/file.yaml:1  /  the file does not exist");
    await expect(loadSpec(".")).rejects.toThrow("this is a folder, not a file");
  });

  it("bundles the files that a spec refers to", async () => {
    const file = await writeSpec(`${head}paths: { /a: { get: { responses: { "200": { $ref: "r.yaml#/ok" } } } } }`);
    await writeFile(join(dirname(file), "r.yaml"), "ok:\n  description: Fine.\n");
    const { document, files } = await loadSpec(file);
    expect(files).toHaveLength(2);
    expect(JSON.stringify(document)).toContain("Fine.");
    expect(JSON.stringify(document)).not.toContain("r.yaml");
  });

  it("names the other file when the problem is there", async () => {
    const file = await writeSpec(`${head}paths: { /a: { $ref: "p.yaml" } }`);
    await writeFile(join(dirname(file), "p.yaml"), "get: 1\nget: 2\n");
    await expect(loadSpec(file)).rejects.toThrow(/p\.yaml:2 {2}\/get {2}the key /);
  });

  it("accepts a plain schema name in a discriminator's mapping", async () => {
    const schemas = "components: { schemas: { A: { oneOf: [{ $ref: '#/components/schemas/B' }], discriminator:";
    const text = `${head}${schemas} { propertyName: t, mapping: { b: B } } }, B: { type: object } } }`;
    const { document } = await loadSpec(await writeSpec(text));
    expect(lookUp(document, "/components/schemas/A/discriminator/mapping/b")).toBe("B");
  });

  it("places pointers of the bundle in the file", async () => {
    const { placeOf } = await loadSpec(await writeSpec(`${head}paths:\n  /a:\n    get:\n      responses: {}`));
    expect(placeOf("/paths/~1a/get/responses/200").line).toBe(6);
  });
});
