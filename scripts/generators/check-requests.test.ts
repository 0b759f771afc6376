import { describe, expect, it } from "vitest";
import { generate } from "../generate.ts";
import { startMock } from "../mock/server.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { SpecError } from "../read/spec-error.ts";
import { makeFolder, modelOf, writeSpec } from "../testing.ts";
import { checkRequests } from "./check-requests.ts";

const head = 'openapi: 3.1.0\ninfo: { title: Test, version: "1" }\n';
const describeGet = (path: string, parameters: readonly string[]) =>
  `${head}paths:\n  ${path}:\n    get:\n      parameters:\n${parameters.map((one) => `        - ${one}\n`).join("")}      responses: { "204": { description: ok } }\n`;
const describePost = (content: string) =>
  `${head}paths:\n  /a:\n    post:\n      requestBody:\n        content: ${content}\n      responses: { "204": { description: ok } }\n`;
const inPath = (name: string, rest = "") =>
  `{ name: ${name}, in: path, required: true, schema: { type: string }${rest} }`;
const inQuery = (schema: string, rest = "") => `{ name: p, in: query, schema: ${schema}${rest} }`;

async function problemsOf(text: string): Promise<string[]> {
  const api = await modelOf(text);
  try {
    checkRequests(api);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.problems.map(({ place, message }) => `${place.line} ${place.pointer} ${message}`);
  }
  return [];
}

describe("paths", () => {
  it.each(["{width}x{height}", "{width}.{height}", "v{width}-{height}", "{width}{height}"])(
    "are rejected where a segment is %s",
    async (segment) => {
      const text = describeGet(`/receipts/${segment}`, [inPath("width"), inPath("height")]);
      expect(await problemsOf(text)).toEqual([
        `5 /paths/~1receipts~1${segment}/get the segment ${segment} of the path is not one parameter, and is not matched`,
      ]);
    },
  );

  it.each(["{id}:cancel", "v{id}", "{id}.pdf"])("are rejected where a parameter is a part of %s", async (segment) => {
    expect(await problemsOf(describeGet(`/${segment}`, [inPath("id")]))).toHaveLength(1);
  });

  it("are accepted where each parameter is a segment", async () => {
    expect(await problemsOf(describeGet("/a/{width}/x/{height}", [inPath("width"), inPath("height")]))).toEqual([]);
  });
});

describe("styles", () => {
  it.each(["label", "matrix"])("are rejected where a path parameter is %s", async (style) => {
    expect(await problemsOf(describeGet("/{id}", [inPath("id", `, style: ${style}`)]))).toEqual([
      `7 /paths/~1{id}/get/parameters/0 the parameter id is in the style ${style}, which is not read in the path`,
    ]);
  });

  it.each(["spaceDelimited", "pipeDelimited"])("are rejected where a query parameter is %s", async (style) => {
    const list = inQuery("{ type: array, items: { type: string } }", `, style: ${style}, explode: false`);
    expect(await problemsOf(describeGet("/a", [list]))).toEqual([
      `7 /paths/~1a/get/parameters/0 the parameter p is in the style ${style}, which is not read in the query`,
    ]);
  });

  it("are not looked at in cookies, which are not read", async () => {
    expect(await problemsOf(describeGet("/a", ["{ name: c, in: cookie, schema: { type: object } }"]))).toEqual([]);
  });
});

describe("parameters", () => {
  const place = "7 /paths/~1a/get/parameters/0/schema the parameter p";
  const several = "may be of several types, and a text does not say of which";

  it.each([
    ["a text or a list", "{ anyOf: [{ type: string }, { type: array, items: { type: string } }] }", several],
    ["a list or a number", "{ type: [array, integer] }", several],
    ["a number or a boolean", "{ type: [integer, boolean] }", several],
    ["a number or one of some texts", "{ oneOf: [{ type: integer }, { enum: [latest] }] }", several],
    ["a value of no type, but with items", "{ items: { type: integer } }", several],
    ["null only", "{ type: 'null' }", several],
    ["an object that is not deepObject", "{ type: object }", "is an object in the style form"],
    ["a list of lists", "{ type: array, items: { type: array } }", "is a list whose items are not all read alike"],
    [
      "a list of numbers or of booleans",
      "{ oneOf: [{ type: array, items: { type: integer } }, { type: array, items: { type: boolean } }] }",
      "is a list whose items are not all read alike",
    ],
  ])("are rejected that may be %s", async (_, schema, problem) => {
    expect(await problemsOf(describeGet("/a", [inQuery(schema)]))).toEqual([`${place} ${problem}`]);
  });

  it.each([
    ["a text", "{ type: string }", "is in the style deepObject, but no object"],
    [
      "an object with a list",
      "{ type: object, properties: { a: { type: array } } }",
      "has the member a of no or several types that a text can be",
    ],
    [
      "an object with patterns",
      "{ type: object, patternProperties: { ^a: { type: integer } } }",
      "is an object whose members are not known by their names",
    ],
    [
      "one of several objects",
      "{ type: object, anyOf: [{ properties: { a: { type: integer } } }, { properties: { a: { type: string } } }] }",
      "is an object whose members are not known by their names",
    ],
  ])("are rejected as deepObject that are %s", async (_, schema, problem) => {
    const text = describeGet("/a", [inQuery(schema, ", style: deepObject")]);
    expect(await problemsOf(text)).toEqual([`${place} ${problem}`]);
  });

  it.each([
    "{}",
    "{ type: [string, integer] }",
    "{ type: [string, 'null'], enum: [a, null] }",
    "{ type: [array, 'null'] }",
    "{ anyOf: [{ type: array, items: { type: integer } }, { type: 'null' }] }",
    "{ type: [integer, number] }",
    "{ oneOf: [{ const: 1 }, { const: 2 }] }",
  ])("are accepted as %s", async (schema) => {
    expect(await problemsOf(describeGet("/a", [inQuery(schema)]))).toEqual([]);
  });
});

describe("bodies", () => {
  const form = "application/x-www-form-urlencoded";
  const place = "7 /paths/~1a/post/requestBody/content";

  it.each([
    ["JSON or a form", `{ application/json: { schema: {} }, ${form}: { schema: {} } }`, form],
    ["a form", `{ ${form}: { schema: {} } }`, form],
    ["parts", "{ multipart/form-data: { schema: {} } }", "multipart/form-data"],
    ["another JSON", "{ application/merge-patch+json: { schema: {} } }", "application/merge-patch+json"],
    ["anything", "{ '*/*': { schema: {} } }", "*/*"],
  ])("are rejected that may be %s", async (_, content, type) => {
    expect(await problemsOf(describePost(content))).toEqual([
      `${place}/${type.replaceAll("/", "~1")}/schema the body may be ${type}, and is only read as application/json`,
    ]);
  });

  it("are rejected without a media type", async () => {
    expect(await problemsOf(describePost("{}"))).toEqual(["6 /paths/~1a/post/requestBody the body has no media type"]);
  });

  it("are accepted as JSON, with parameters or without", async () => {
    expect(await problemsOf(describePost("{ application/json: { schema: {} } }"))).toEqual([]);
    expect(await problemsOf(describePost('{ "application/json; charset=utf-8": { schema: {} } }'))).toEqual([]);
  });
});

describe("generate and the mock", () => {
  const text = describePost("{ multipart/form-data: { schema: { type: object } } }");
  const rejection =
    /openapi\.yaml:7 {2}\/paths\/~1a\/post\/requestBody\/content\/multipart~1form-data\/schema {2}.* {2}→ /;

  it("reject what is not read, with file, line, pointer and hint", async () => {
    const file = await writeSpec(text);
    await expect(generate({ spec: file, out: await makeFolder(), check: false })).rejects.toThrow(rejection);
    await expect(startMock({ spec: await loadSpec(file), port: 0 })).rejects.toThrow(rejection);
  });

  it("tell all problems together, each once where operations share it", async () => {
    const both = describeGet("/{a}x", [inPath("a", ", style: label")]).replace(
      "    get:\n      parameters:\n",
      "    put: { operationId: put, responses: {} }\n    parameters:\n",
    );
    const shared = both.replace("      responses:", "    get:\n      responses:").replace("        - {", "      - {");
    expect((await problemsOf(shared)).filter((problem) => problem.includes("label"))).toHaveLength(1);
    expect(await problemsOf(shared)).toHaveLength(3);
  });
});
