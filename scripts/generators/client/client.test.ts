import { describe, expect, it } from "vitest";
import { modelOf, problemsOf } from "../../testing.ts";
import { generateClient } from "./index.ts";

const SPEC = `servers: [{ url: https://api.example/v1 }, { url: https://sandbox.example/v1 }]
paths:
  /things:
    get:
      operationId: listThings
      x-client: { resource: things, method: list }
      parameters:
        - { name: color, in: query, schema: { type: string }, example: red }
        - { name: after, in: query, schema: { type: string }, example: th_1 }
        - { name: before, in: query, schema: { type: string }, example: th_9, x-excludes: [after] }
      responses: { "200": { description: Ok., content: { application/json: { schema: { $ref: "#/components/schemas/ThingList" } } } } }
  /things/{id}:
    patch:
      operationId: updateThing
      x-client: { resource: things, method: update }
      description: Changes a thing. */ globalThis.pwned = 1;
      parameters:
        - { name: id, in: path, required: true, schema: { type: string }, example: th_1 }
        - { name: Idempotency-Key, in: header, schema: { type: string } }
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/ThingUpdateParams" }, examples: { one: { value: { name: "it's \`$HOME\`" } } } } }
      responses: { "200": { description: Ok., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } }
    get:
      operationId: peekThing
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: {}
components:
  schemas:
    Thing: { type: object, properties: { id: { type: string }, secret: { type: string } } }
    ThingUpdateParams: { type: object, properties: { name: { type: string } } }
    ThingList: { type: object, properties: { data: { type: array, items: { $ref: "#/components/schemas/Thing" } }, page: { type: object } } }
`;

async function fileOf(end: string, spec = SPEC): Promise<string> {
  return generateClient(await modelOf(spec)).find(({ path }) => path.endsWith(end))?.content ?? "";
}

describe("generateClient", () => {
  it("writes a method and a function for each operation that names one, and none for the others", async () => {
    const source = await fileOf("resources/things.ts");
    expect(source).toContain(
      "export function updateThing(\n  core: VinrCore,\n  id: string,\n  body: ThingUpdateParams,\n  options?: WriteOptions,\n): VinrCall<Thing> {\n",
    );
    expect(source).toContain("callOperation(core, rows.updateThing, { path: { id }, body }, options)");
    expect(source).toContain(
      "list(params?: ThingListParams, options?: CallOptions): VinrListCall<Thing, ThingList> {\n    return listThings(this.#core, params, options);",
    );
    expect(source).not.toContain("peekThing");
  });

  it("writes no branches: behaviour stays in the hand-written core", async () => {
    expect(await fileOf("resources/things.ts")).not.toMatch(/\b(?:if|else|switch)\b.*[({]|\?[^:]*\? /);
  });

  it("keeps a description inside its comment", async () => {
    expect(await fileOf("resources/things.ts")).toContain("*\\/ globalThis.pwned");
  });

  it("exports every function and the types of lists", async () => {
    const source = await fileOf("resources/index.ts");
    for (const name of ["listThings", "updateThing", "type ThingListParams"]) expect(source).toContain(`  ${name},\n`);
  });

  it("shows filters in the sample of a list, and no cursors that exclude each other", async () => {
    expect(await fileOf("list-things.ts")).toContain(
      'for await (const thing of vinr.things.list({ color: "red" })) {\n  console.log(thing.id);\n}\n',
    );
    expect(await fileOf("list-things.sh")).toContain("curl 'https://sandbox.example/v1/things?color=red'");
  });

  it("shows what a schema requires of another in the sample of that one", async () => {
    const spec = SPEC.replace(
      'schema: { $ref: "#/components/schemas/Thing" } } } } }\n    get:',
      'schema: { $ref: "#/components/schemas/NamedThing" } } } } }\n    get:',
    )
      .replace(
        "    ThingUpdateParams:",
        "    NamedThing: { allOf: [{ $ref: '#/components/schemas/Thing' }], required: [name] }\n    ThingUpdateParams:",
      )
      .replace("secret: { type: string }", "name: { type: string }");
    expect(await fileOf("update-thing.ts", spec)).toContain("console.log(thing.id, thing.name);\n");
    expect(await fileOf("resources/things.ts", spec)).toContain("VinrCall<NamedThing>");
  });

  it("quotes a body for the shell, and shows no secret", async () => {
    expect(await fileOf("update-thing.sh")).toBe(`curl --request PATCH 'https://sandbox.example/v1/things/th_1' \\
  --header "Authorization: Bearer $VINR_SECRET_KEY" \\
  --header 'Idempotency-Key: update-thing-1' \\
  --header 'Content-Type: application/json' \\
  --data '{"name":"it'\\''s \`$HOME\`"}'
`);
    expect(await fileOf("update-thing.ts")).not.toContain("thing.secret");
  });

  it("lists the methods by resource", async () => {
    expect(await fileOf("README.md")).toBe("| Resource | Methods |\n|---|---|\n| `vinr.things` | `list`, `update` |");
  });

  it("rejects an operation that the client cannot have a method for, with its place", async () => {
    const withNumber = SPEC.replace(
      "in: path, required: true, schema: { type: string }",
      "in: path, required: true, schema: { type: integer }",
    );
    await expect(fileOf("", withNumber)).rejects.toThrow("the path parameter id is not a string");
    const withoutBody = SPEC.replace(/(listThings[\s\S]*?responses: ).*/, '$1{ "200": { description: Ok. } }');
    await expect(fileOf("", withoutBody)).rejects.toThrow("no method for a GET whose success has no body");
  });
});

describe("x-client", () => {
  it.each([
    ["x-client: { resource: things, method: update }", "x-client: { resource: things }", "x-client has no method"],
    [
      "resource: things, method: update",
      "resource: things, method: up-date",
      '"up-date" cannot be a name in the client',
    ],
    [
      "resource: things, method: update",
      "resource: things, method: toString",
      '"toString" cannot be a name in the client',
    ],
    [
      "resource: things, method: update",
      "resource: things, method: list",
      "vinr.things.list is already the method of listThings",
    ],
  ])("rejects %s → %s", async (right, wrong, message) => {
    expect((await problemsOf(SPEC.replace(right, wrong))).join()).toContain(message);
  });
});

it("rejects TRACE, which no client sends, with its line", async () => {
  expect(await problemsOf("paths:\n  /a:\n    trace: { responses: {} }\n")).toEqual([
    "5 /paths/~1a/trace TRACE is not supported: fetch does not send it",
  ]);
});
