import { describe, expect, it } from "vitest";
import { problemsOf } from "../../testing.ts";

const ref = (name: string) => `{ $ref: "#/components/schemas/${name}" }`;
const json = (schema: string) => `{ content: { application/json: { schema: ${schema} } } }`;
const post = (request: string, response: string, schemas: string) =>
  `paths:
  /a:
    post:
      requestBody: ${json(request)}
      responses: { "200": { description: ok, content: { application/json: { schema: ${response} } } } }
components:
  schemas:
${schemas.replace(/^/gm, "    ")}
`;
const user = `User:
  type: object
  required: [id, name, password]
  properties:
    id: { type: string, readOnly: true }
    name: { type: string }
    password: { $ref: "#/components/schemas/Password" }
Password: { type: string, writeOnly: true }`;
const readOnly = "in OpenAPI 3.1 readOnly does not change required, so callers would have to send it";
const writeOnly = "in OpenAPI 3.1 writeOnly does not change required, so it would have to be sent back";
const where = "/components/schemas/User/required the property";

describe("a required property", () => {
  it("is rejected as readOnly in a request, and as writeOnly in a response", async () => {
    expect(await problemsOf(post(ref("User"), ref("User"), user))).toEqual([
      `12 ${where} id is required and readOnly: ${readOnly}`,
      `12 ${where} password is required and writeOnly: ${writeOnly}`,
    ]);
  });

  it("is accepted in the direction in which it is sent", async () => {
    const id = "User:\n  required: [id]\n  properties: { id: { readOnly: true } }";
    const secret = "User:\n  required: [id]\n  properties: { id: { writeOnly: true } }";
    expect(await problemsOf(post("{}", ref("User"), id))).toEqual([]);
    expect(await problemsOf(post(ref("User"), "{}", secret))).toEqual([]);
  });

  it.each([
    ["an item of a list", `{ type: array, items: ${ref("User")} }`],
    ["a member", `{ properties: { user: ${ref("User")} } }`],
    ["one of several", `{ anyOf: [${ref("User")}, { type: "null" }] }`],
  ])("is found in %s", async (_, request) => {
    const id = "User:\n  required: [id]\n  properties: { id: { readOnly: true } }";
    expect(await problemsOf(post(request, "{}", id))).toHaveLength(1);
  });

  it.each([
    ["beside allOf", `{ required: [id], allOf: [${ref("User")}] }`],
    ["in a part of allOf", `{ allOf: [${ref("User")}, { required: [id] }] }`],
    ["in a variant", `{ allOf: [${ref("User")}], oneOf: [{ required: [id] }, { required: [name] }] }`],
  ])("is found that is demanded %s", async (_, request) => {
    const id =
      "User:\n  properties: { id: { readOnly: true }, name: {}, friend: { $ref: '#/components/schemas/User' } }";
    expect(await problemsOf(post(request, "{}", id))).toHaveLength(1);
  });

  it("is rejected as writeOnly in what a webhook sends", async () => {
    const text = `webhooks:
  made: { post: { requestBody: ${json("{ required: [key], properties: { key: { writeOnly: true } } }")}, responses: {} } }`;
    expect(await problemsOf(text)).toEqual([expect.stringContaining("the property key is required and writeOnly")]);
  });
});
