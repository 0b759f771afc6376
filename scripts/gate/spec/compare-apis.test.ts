import { expect, test } from "vitest";
import { modelOf } from "../../testing.ts";
import { compareApis } from "./compare-apis.ts";

test("a longer header that callers and VINR both send is told for each: it breaks only who receives it", async () => {
  const header = (maxLength: number) =>
    modelOf(`
paths:
  /things:
    get:
      parameters: [{ $ref: "#/components/parameters/Trace" }]
      responses: { "200": { description: Done. } }
  /others:
    get:
      parameters: [{ $ref: "#/components/parameters/Trace" }]
      responses: { "200": { description: Done. } }
webhooks:
  thing.done:
    post:
      parameters: [{ $ref: "#/components/parameters/Trace" }]
      responses: { "200": { description: Taken. } }
components:
  parameters:
    Trace: { name: X-Trace, in: header, schema: { type: string, maxLength: ${maxLength} } }
`);
  const changes = compareApis(await header(40), await header(80));
  expect(changes.map(({ impact, where }) => `${impact}: ${where}`)).toEqual([
    "minor: GET /things and 1 more",
    "major: webhook thing.done",
  ]);
});

test("a property of a request and of a response that moves to a longer text breaks readers alone", async () => {
  const things = (text: string) =>
    modelOf(`
paths:
  /things:
    post:
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/ThingParams" } } } }
      responses:
        "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
components:
  schemas:
    ThingParams: { type: object, properties: { name: { $ref: "#/components/schemas/${text}" } } }
    Thing: { type: object, properties: { name: { $ref: "#/components/schemas/${text}" } } }
    Short: { type: string, maxLength: 5 }
    Long: { type: string, maxLength: 9 }
`);
  const changes = compareApis(await things("Short"), await things("Long"));
  expect(changes.map(({ impact, where }) => `${impact}: ${where}`)).toEqual([
    "minor: schema ThingParams, used by POST /things",
    "major: schema Thing, used by POST /things",
  ]);
});
