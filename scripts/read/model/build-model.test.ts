import { describe, expect, it } from "vitest";
import { modelOf, problemsOf } from "../../testing.ts";
import { loadSpec } from "../document/load-spec.ts";
import { buildModel } from "./build-model.ts";

const zoo = async () => buildModel(await loadSpec("scripts/fixtures/zoo.yaml"));
const operation = (rest: string, path = "/a") => `paths:\n  ${path}:\n    get:\n      responses: {}\n${rest}`;

describe("buildModel", () => {
  it("reads operations in the order of the spec", async () => {
    const { operations } = await zoo();
    expect(operations.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "get /animals",
      "post /animals",
      "put /animals/{id}/keeper",
    ]);
  });

  it("names an operation without an operationId after its method and path", async () => {
    expect((await zoo()).operations[2]?.operationId).toBe("putAnimalsByIdKeeper");
  });

  it("gives each operation the parameters of its path, unless it has its own of the same name and place", async () => {
    const { operations } = await zoo();
    expect(operations[0]?.parameters.map(({ name, schema }) => [name, schema.minimum])).toEqual([
      ["trace", undefined],
      ["limit", 1],
      ["mood", undefined],
      ["filter", undefined],
    ]);
  });

  it("keeps how a parameter is written", async () => {
    const { operations } = await zoo();
    expect(operations[0]?.parameters.map(({ style, explode }) => [style, explode])).toEqual([
      ["simple", false],
      ["form", true],
      ["form", true],
      ["deepObject", false],
    ]);
  });

  it("keeps what a parameter excludes", async () => {
    const { operations } = buildModel(await loadSpec("spec/openapi.yaml"));
    const list = operations.find(({ operationId }) => operationId === "listPayments");
    expect(list?.parameters.map(({ name, excludes }) => [name, excludes])).toContainEqual([
      "ending_before",
      ["starting_after"],
    ]);
  });

  it("follows references to bodies, responses, headers and schemas inside schemas", async () => {
    const { operations } = await zoo();
    expect(operations[1]?.requestBody?.content[0]?.schema?.ref).toBe("Animal");
    expect(operations[1]?.responses[0]).toMatchObject({ status: "201", description: "The animal." });
    expect(operations[2]?.responses[0]?.headers.get("X-Total")?.schema.types).toEqual(["integer"]);
    expect(operations[2]?.parameters[0]?.schema.allOf?.[0]?.pattern).toBe("^[a-z]+$");
  });

  it("tells who writes a schema's values, through references", async () => {
    const { schemas } = await zoo();
    const directions = [...schemas.values()].map(({ name, direction }) => `${name} ${direction}`);
    expect(directions).toEqual([
      "Animal both",
      "Base both",
      "Cat both",
      "Dog both",
      "Mood both",
      "Keeper both",
      "Birth response",
      "Anything none",
      "Json none",
    ]);
  });

  it("reads a webhook's payload", async () => {
    expect((await zoo()).webhooks).toMatchObject([{ name: "animal.born", payload: { ref: "Birth" } }]);
  });

  it("reads what a callback sends as written by the API", async () => {
    const api = await modelOf(`paths:
  /a:
    post:
      responses: {}
      callbacks:
        done:
          "{$request.body#/url}":
            post: { requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Done" } } } }, responses: {} }
components: { schemas: { Done: { type: object } } }`);
    expect(api.operations[0]?.callbacks).toMatchObject([{ name: "done", payload: { ref: "Done" } }]);
    expect(api.schemas.get("Done")?.direction).toBe("response");
  });

  it("reads the table of error codes, its descriptions also from x-enumDescriptions", async () => {
    const { errorCodes } = await modelOf(`components:
  schemas:
    Code:
      enum: [gone, lost]
      x-enumDescriptions: { gone: it went }
      x-error-codes: { gone: { status: 410, type: t }, lost: { status: 404, type: t, description: nowhere } }`);
    expect([...errorCodes.values()]).toEqual([
      { code: "gone", status: 410, type: "t", description: "it went" },
      { code: "lost", status: 404, type: "t", description: "nowhere" },
    ]);
  });

  it("rejects a table of error codes that is not its enum", async () => {
    const schema = "components:\n  schemas:\n    Code:\n      enum: [gone]\n      x-error-codes: ";
    expect(await problemsOf(`${schema}{ lost: { status: 404, type: t, description: d } }`)).toEqual([
      "7 /components/schemas/Code/enum gone is missing in x-error-codes",
      "8 /components/schemas/Code/x-error-codes/lost lost is missing in enum",
    ]);
  });

  it("rejects a repeated operationId", async () => {
    const text =
      "paths:\n  /a: { get: { operationId: x, responses: {} } }\n  /b: { get: { operationId: x, responses: {} } }";
    expect(await problemsOf(text)).toEqual([
      "5 /paths/~1b/get operationId x is already that of /paths/~1a/get, line 4",
    ]);
  });

  it("rejects a path parameter that is not declared", async () => {
    expect(await problemsOf(operation("", "/a/{id}"))).toEqual([
      "5 /paths/~1a~1{id}/get the path names {id}, which is not declared",
    ]);
  });

  it("rejects a path parameter that the path does not name", async () => {
    const parameters = "      parameters: [{ name: id, in: path, required: true, schema: {} }]";
    expect(await problemsOf(operation(parameters))).toEqual(["5 /paths/~1a/get the path parameter id is not in /a"]);
  });

  it("rejects what it would have to ignore", async () => {
    expect(await problemsOf(operation("      servers: [{ url: https://x.example }]"))).toEqual([
      "7 /paths/~1a/get/servers servers of their own are not supported here",
    ]);
    const content = "      parameters: [{ name: q, in: query, content: { application/json: { schema: {} } } }]";
    expect(await problemsOf(operation(content))).toEqual([
      "7 /paths/~1a/get/parameters/0/content parameters with content are not supported",
    ]);
  });

  it("rejects schemas of another draft", async () => {
    const text = 'jsonSchemaDialect: "http://json-schema.org/draft-07/schema#"';
    expect(await problemsOf(text)).toEqual([
      "4 /jsonSchemaDialect unsupported dialect http://json-schema.org/draft-07/schema#",
    ]);
  });

  it("rejects schemas that refer only to each other", async () => {
    const schemas =
      "components:\n  schemas:\n    A: { $ref: '#/components/schemas/B' }\n    B: { allOf: [{ $ref: '#/components/schemas/A' }] }";
    expect(await problemsOf(schemas)).toEqual([
      "6 /components/schemas/A the schema refers only to itself: A → B → A",
      "7 /components/schemas/B the schema refers only to itself: B → A → B",
    ]);
  });

  it("accepts recursion through a property", async () => {
    expect(
      await problemsOf("components: { schemas: { A: { properties: { a: { $ref: '#/components/schemas/A' } } } } }"),
    ).toEqual([]);
  });

  it("shows all problems together, in the order of the file", async () => {
    const text =
      "components:\n  schemas:\n    A: { unevaluatedItems: false }\n    B: { minimum: 2, maximum: 1 }\n    C: { $id: c }";
    expect((await problemsOf(text)).map((problem) => problem.split(" ")[0])).toEqual(["6", "7", "8"]);
  });
});
