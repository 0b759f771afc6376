import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { loadSpec } from "../../read/document/load-spec.ts";
import { buildModel } from "../../read/model/build-model.ts";
import { makeFolder, modelOf, typeCheck } from "../../testing.ts";
import { generateTypes } from "./index.ts";

const sourceOf = async (text: string) => (await generateTypes(await modelOf(text)))[0]?.content ?? "";
/** The declaration of a schema X, alone in its description, on one line. */
const typeOfX = async (schema: string) => {
  const source = await sourceOf(`components:\n  schemas:\n    X: ${schema}\n    Y: { type: string, enum: [a] }`);
  return /export (?:type|interface) X (?:= )?([\s\S]*?)\n\nexport/.exec(source)?.[1]?.replace(/\s+/g, " ");
};

describe("types of schemas", () => {
  it.each([
    ["{}", "unknown;"],
    ["true", "unknown;"],
    ["false", "never;"],
    ["{ type: integer }", "number;"],
    ['{ type: [string, "null"] }', "string | null;"],
    ["{ const: x }", '"x";'],
    ["{ type: string, enum: [a, b] }", '"a" | "b" | (string & {});'],
    ['{ type: [integer, "null"], enum: [1, null] }', "1 | null | (number & {});"],
    ["{ type: array }", "unknown[];"],
    ["{ type: array, items: { type: [string, integer] } }", "(string | number)[];"],
    ["{ type: array, prefixItems: [{ type: string }, {}], minItems: 1 }", "[string, unknown?, ...unknown[]];"],
    ["{ type: array, prefixItems: [{ type: string }], items: false, minItems: 1 }", "[string];"],
    ["{ type: object }", "{ [key: string]: unknown };"],
    ["{ type: object, additionalProperties: { type: integer } }", "{ [key: string]: number };"],
    ["{ type: object, properties: { a: { type: string } }, required: [a, b] }", "{ a: string; b: unknown; }"],
    ["{ properties: { a-b: {}, __proto__: {} } }", '{ "a-b"?: unknown; __proto__?: unknown; }'],
    ["{ type: object, properties: { a: {} }, additionalProperties: false }", "{ a?: unknown; }"],
    [
      "{ type: object, properties: { a: {} }, additionalProperties: true }",
      "{ a?: unknown; [key: string]: unknown; };",
    ],
    [
      "{ properties: { note: { type: string } }, additionalProperties: { type: integer } }",
      "{ note?: string; [key: string]: number | string | undefined; };",
    ],
    [
      "{ properties: { note: { type: string } }, required: [note, total], additionalProperties: { type: integer } }",
      "{ note: string; total: number; [key: string]: number | string; };",
    ],
    [
      "{ properties: { a: { type: array, items: { type: string } } }, patternProperties: { ^x: { type: integer } }, additionalProperties: false }",
      "{ a?: string[]; [key: string]: number | string[] | undefined; };",
    ],
    [
      "{ properties: { a: { enum: [on] } }, additionalProperties: { type: [integer, 'null'] } }",
      '{ a?: "on" | (string & {}); [key: string]: number | null | ("on" | (string & {})) | undefined; };',
    ],
    [
      "{ type: object, patternProperties: { ^x: { type: string } }, additionalProperties: false }",
      "{ [key: string]: string };",
    ],
    ["{ $ref: '#/components/schemas/Y' }", "Y;"],
    [
      "{ allOf: [{ properties: { a: { type: string }, b: {} } }], required: [a] }",
      "{ a: string; } & { a?: string; b?: unknown; };",
    ],
    ["{ $ref: '#/components/schemas/Y', description: Mine. }", "Y;"],
    ["{ allOf: [{ $ref: '#/components/schemas/Y' }, { properties: { a: {} } }] }", "Y & { a?: unknown; };"],
    ["{ type: object, oneOf: [{ $ref: '#/components/schemas/Y' }, { type: integer }] }", "Y | number;"],
    [
      "{ type: object, properties: { a: {} }, anyOf: [{ required: [a] }, { required: [b] }] }",
      "{ a?: unknown; } & ({ a: unknown; } | { b: unknown; });",
    ],
    ["{ not: { type: string } }", "unknown;"],
    ["{ type: array, items: { $ref: '#/components/schemas/X' } }", "X[];"],
    ["{ type: object, properties: { x: { $ref: '#/components/schemas/X' } } }", "{ x?: X; }"],
  ])("writes %s as %s", async (schema, type) => {
    expect(await typeOfX(schema)).toBe(type);
  });

  it("admits a literal of an object that names some members and describes the others", async () => {
    const folder = await makeFolder();
    const source = await sourceOf(`components:
  schemas:
    Notes: { properties: { note: { type: string } }, additionalProperties: { type: integer } }
    Totals: { required: [total], properties: { unit: { enum: [kg] } }, additionalProperties: { type: integer } }
    Lists: { properties: { a: { type: array, items: { type: string } } }, additionalProperties: { type: object, properties: { b: { type: string } } } }`);
    await writeFile(join(folder, "openapi.ts"), source);
    await writeFile(
      join(folder, "use.ts"),
      `import type { Lists, Notes, Totals } from "./openapi.ts";
export const notes: Notes = { note: "n", lines: 2 };
export const totals: Totals = { total: 1, more: 2, unit: "kg" };
export const total: number = totals.total;
export const lists: Lists = { a: ["x"], c: { b: "y" } };
// @ts-expect-error a member is neither a text nor a number
export const wrong: Notes = { lines: true };
`,
    );
    const module = { module: "ESNext", moduleResolution: "Bundler", allowImportingTsExtensions: true };
    const compilerOptions = { ...module, strict: true, noEmit: true, types: [], lib: ["ES2022"] };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
    expect(typeCheck(folder)).toEqual([]);
  });

  it("gives a variant the tag by which the discriminator means it, unless the variant fixes its own", async () => {
    const source = (await generateTypes(buildModel(await loadSpec("scripts/fixtures/zoo.yaml"))))[0]?.content;
    expect(source).toContain('export type Animal = (Cat & { kind: "cat" }) | Dog;');
  });

  it("documents a property that only refers with the words of what it refers to", async () => {
    const source = await sourceOf(
      "components: { schemas: { A: { properties: { b: { $ref: '#/components/schemas/B' } } }, B: { description: The B., type: string } } }",
    );
    expect(source).toContain("/** The B. */\n  b?: B;");
  });

  it("documents defaults, short examples, deprecation and the meaning of values", async () => {
    const source = await sourceOf(
      `components: { schemas: { A: { type: string, description: Text., deprecated: true, default: a, examples: [b], enum: [a, b], x-enumDescriptions: { a: first } } } }`,
    );
    const comment =
      '/**\n * Text.\n *\n * - `a`: first\n *\n * @deprecated\n * @default "a"\n * @example "b"\n */\nexport type A =';
    expect(source).toContain(comment);
  });
});

const shared = (request: string) => `paths:
  /a:
    post:
      operationId: a
      requestBody: { content: { application/json: { schema: ${request} } } }
      responses:
        "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
components:
  schemas:
    Color: { type: string, enum: [red] }
    Thing: { type: object, properties: { color: { $ref: "#/components/schemas/Color" }, next: { $ref: "#/components/schemas/Thing" } } }
    Params: { type: object, properties: { color: { $ref: "#/components/schemas/Color" } } }
`;

describe("openness", () => {
  it("leaves an enum open where the API writes it and closes it where the caller does", async () => {
    const source = await sourceOf(shared("{ $ref: '#/components/schemas/Params' }"));
    expect(source).toContain('export type Color = "red" | (string & {});');
    expect(source).toContain("export interface Thing {\n  color?: Color;");
    expect(source).toContain('export interface Params {\n  color?: "red" | undefined;');
  });

  it("lets callers pass undefined for what is optional, and has nothing undefined in what the API writes", async () => {
    const source = await sourceOf(`paths:
  /a:
    post:
      operationId: a
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: X-Trace, in: header, schema: { type: string } }
        - { name: q, in: query, required: true, schema: { type: string } }
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/In" } } } }
      responses:
        "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Out" } } } }
components:
  schemas:
    In: { type: object, required: [both], properties: { note: { type: string }, both: { $ref: "#/components/schemas/Both" }, any: {} } }
    Out: { type: object, properties: { note: { type: string }, both: { $ref: "#/components/schemas/Both" } } }
    Both: { type: object, properties: { name: { type: string } } }
`);
    expect(source).toContain(
      "export interface In {\n  note?: string | undefined;\n  both: BothInput;\n  any?: unknown;\n}",
    );
    expect(source).toContain("export interface Out {\n  note?: string;\n  both?: Both;\n}");
    expect(source).toContain("export interface Both {\n  name?: string;\n}");
    expect(source).toContain("export interface BothInput {\n  name?: string | undefined;\n}");
    expect(source).toMatch(/limit\?: number \| undefined;\s+q: string;/);
    expect(source).toContain('"X-Trace"?: string | undefined;');
  });

  it("makes an array readonly where a caller writes it, alone and within another, and not where the API does", async () => {
    const source = await sourceOf(`paths:
  /a:
    post:
      operationId: a
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/In" } } } }
      responses:
        "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Both" } } } }
components:
  schemas:
    In: { type: object, required: [both, rows, pair], properties: { both: { $ref: "#/components/schemas/Both" }, rows: { type: array, items: { type: array, items: { type: string } } }, pair: { type: array, prefixItems: [{ type: string }], items: false, minItems: 1 } } }
    Both: { type: object, required: [list], properties: { list: { type: array, items: { type: [integer, "null"] } } } }
`);
    expect(source).toContain(
      "export interface In {\n  both: BothInput;\n  rows: readonly (readonly string[])[];\n  pair: readonly [string];\n}",
    );
    expect(source).toContain("export interface Both {\n  list: (number | null)[];\n}");
    expect(source).toContain("export interface BothInput {\n  list: readonly (number | null)[];\n}");
  });

  it("gives an object that both write a closed twin, recursion included", async () => {
    const source = await sourceOf(shared("{ $ref: '#/components/schemas/Thing' }"));
    expect(source).toContain("export interface Thing {\n  color?: Color;\n  next?: Thing;\n}");
    expect(source).toContain(
      'export interface ThingInput {\n  color?: "red" | undefined;\n  next?: ThingInput | undefined;\n}',
    );
    expect(source).toContain('"application/json": ThingInput;');
  });

  it("rejects a closed twin whose name is taken", async () => {
    const text = `${shared("{ $ref: '#/components/schemas/Thing' }")}    ThingInput: {}\n`;
    await expect(sourceOf(text)).rejects.toThrow(/Thing is written by callers and by the API.* → rename ThingInput/);
  });
});

describe("the surface", () => {
  it("leads to the plain names, with the words of operations and parameters", async () => {
    const source = (await generateTypes(buildModel(await loadSpec("spec/openapi.yaml"))))[0]?.content ?? "";
    expect(source).toContain('post: operations["createPayment"];');
    expect(source).toContain("    Payment: Payment;\n");
    expect(source).toContain('"application/json": PaymentCreateParams;');
    expect(source).toMatch(/\* Create a payment\n/);
    expect(source).not.toMatch(/slot_*\d|slot_*id|slot_*text/);
  });

  it("leaves marks alone that a description seems to hold", async () => {
    const source = await sourceOf("components: { schemas: { slot0_: { const: slot0_ } } }");
    expect(source).toContain('export type slot0_ = "slot0_";');
  });

  it("is the same for the same description, and leaves the model as it was", async () => {
    const api = buildModel(await loadSpec("spec/openapi.yaml"));
    const before = structuredClone(api);
    expect(await generateTypes(api)).toEqual(await generateTypes(api));
    expect(api).toEqual(before);
  });

  it("parses without an error", async () => {
    const source = (await generateTypes(buildModel(await loadSpec("scripts/fixtures/hostile.yaml"))))[0]?.content ?? "";
    const { diagnostics } = ts.transpileModule(source, { reportDiagnostics: true });
    expect(diagnostics).toEqual([]);
  });
});
