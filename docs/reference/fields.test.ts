import { expect, it } from "vitest";
import { renderFields } from "./fields.ts";
import { readDescription } from "./read-description.ts";

const text = { type: "string", description: "Some text.", maxLength: 5 };

/** The fields of a schema as HTML, with schemas beside it. */
async function fieldsOf(schema: object, others: Readonly<Record<string, object>> = {}): Promise<string> {
  const document = {
    openapi: "3.1.0",
    info: { title: "Test", version: "1" },
    paths: {},
    components: { schemas: { Thing: schema, ...others } },
  };
  return (await renderFields(readDescription(document), new Map())).ofSchema("Thing", "body");
}

it("shows each property with its type, its bounds and whether it is required, at an address of its own", async () => {
  const html = await fieldsOf({ type: "object", required: ["returnUrl"], properties: { returnUrl: text } });
  expect(html).toContain('id="body-return-url"');
  for (const part of ["returnUrl", "&#x3C;= 5 characters", "Some text.", "required"]) expect(html).toContain(part);
});

it("marks a property that will go, with what replaces it and until when it is there", async () => {
  const old = { ...text, deprecated: true, description: "Deprecated: add up the refunds. Removed after 2027-06-30." };
  const html = await fieldsOf({ type: "object", properties: { old, kept: text } });
  expect(html.match(/deprecated</gi)).toHaveLength(1);
  expect(html).toContain("add up the refunds. Removed after 2027-06-30.");
});

it("puts the fields of a nested object inside, and leads to its page", async () => {
  const inner = { type: "object", properties: { deep: text } };
  const html = await fieldsOf(
    { type: "object", properties: { inner: { $ref: "#/components/schemas/Inner" } } },
    { Inner: inner },
  );
  expect(html).toMatch(/<details><summary>Fields of inner<\/summary>.*id="body-inner-deep"/);
  expect(html).toContain('href="/reference/schemas/inner/"');
});

it("stops where an object holds itself", async () => {
  const html = await fieldsOf({
    type: "object",
    properties: { self: { $ref: "#/components/schemas/Thing" }, name: text },
  });
  expect(html.match(/<details>/g) ?? []).toHaveLength(0);
});

it("shows what each value of an enum means", async () => {
  const html = await fieldsOf({
    type: "object",
    properties: { status: { type: "string", enum: ["open"], "x-enumDescriptions": { open: "not decided" } } },
  });
  expect(html).toMatch(/<td>open<\/td><td>.*not decided/);
});

it("names the members of a union", async () => {
  const html = await fieldsOf(
    { oneOf: [{ $ref: "#/components/schemas/A" }] },
    { A: { type: "object", properties: { a: text } } },
  );
  expect(html).toContain('One of:<ul><li><a href="/reference/schemas/a/">A</a></li></ul>');
});

it("takes no script from a description", async () => {
  const html = await fieldsOf({
    type: "object",
    properties: { a: { type: "string", description: "<script>alert(1)</script><img src=x onerror=alert(1)>" } },
  });
  expect(html).not.toMatch(/<script|onerror/);
});

it("is one line, as Markdown asks of HTML", async () => {
  expect(await fieldsOf({ type: "object", properties: { a: { ...text, description: "One\n\ntwo." } } })).not.toContain(
    "\n",
  );
});
