import { describe, expect, test } from "vitest";
import type { Api } from "../../model.ts";
import { modelOf } from "../../testing.ts";
import type { Impact } from "../changes.ts";
import { compareApis } from "./compare-apis.ts";
import { KEYWORDS } from "./keywords.ts";

/**
 * Every keyword of JSON Schema that a spec may use: added, removed, narrowed and widened; what that demands where callers
 * write the value, and where VINR does. A schema as JSON, before and after.
 */
const cases: readonly [
  keyword: string,
  how: string,
  before: string,
  after: string,
  request: Impact,
  response: Impact,
][] = [
  ["title", "reworded", '{"title":"A"}', '{"title":"B"}', "patch", "patch"],
  ["description", "added", "{}", '{"description":"Words."}', "patch", "patch"],
  ["examples", "changed", '{"examples":[1]}', '{"examples":[2]}', "patch", "patch"],
  ["enumDescriptions", "added", '{"enum":["a"]}', '{"enum":["a"],"x-enumDescriptions":{"a":"one"}}', "patch", "patch"],
  [
    "patternMessage",
    "reworded",
    '{"pattern":"^a$","x-pattern-message":"a"}',
    '{"pattern":"^a$","x-pattern-message":"the letter a"}',
    "patch",
    "patch",
  ],
  ["sensitive", "added", "{}", '{"x-sensitive":true}', "patch", "patch"],
  ["deprecated", "added", "{}", '{"deprecated":true}', "minor", "minor"],
  ["deprecated", "removed", '{"deprecated":true}', "{}", "patch", "patch"],
  ["default", "added", "{}", '{"default":1}', "major", "patch"],
  ["default", "changed", '{"default":1}', '{"default":2}', "major", "patch"],
  ["default", "removed", '{"default":1}', "{}", "major", "patch"],

  [
    "ref",
    "to a narrower schema",
    '{"$ref":"#/components/schemas/Text"}',
    '{"$ref":"#/components/schemas/Short"}',
    "major",
    "minor",
  ],
  [
    "ref",
    "to an equal schema",
    '{"$ref":"#/components/schemas/Text"}',
    '{"$ref":"#/components/schemas/Same"}',
    "patch",
    "patch",
  ],
  ["ref", "written out", '{"$ref":"#/components/schemas/Text"}', '{"type":"string"}', "patch", "patch"],
  [
    "ref",
    "to a schema that says more beside it",
    '{"$ref":"#/components/schemas/Text"}',
    '{"$ref":"#/components/schemas/Short","minLength":1}',
    "major",
    "major",
  ],
  ["never", "a property is forbidden", '{"properties":{"a":{}}}', '{"properties":{"a":false}}', "major", "minor"],
  ["never", "a property is allowed", '{"properties":{"a":false}}', '{"properties":{"a":{}}}', "minor", "major"],

  ["types", "added", "{}", '{"type":"string"}', "major", "minor"],
  ["types", "removed", '{"type":"string"}', "{}", "minor", "major"],
  ["types", "widened", '{"type":"integer"}', '{"type":"number"}', "minor", "major"],
  ["types", "narrowed", '{"type":"number"}', '{"type":"integer"}', "major", "minor"],
  ["types", "swapped", '{"type":"string"}', '{"type":"integer"}', "major", "major"],
  ["types", "may be null", '{"type":"string"}', '{"type":["string","null"]}', "minor", "major"],
  ["types", "may not be null", '{"type":["string","null"]}', '{"type":"string"}', "major", "minor"],

  ["enum", "the first one", '{"type":"string"}', '{"type":"string","enum":["a"]}', "major", "minor"],
  ["enum", "removed whole", '{"type":"string","enum":["a"]}', '{"type":"string"}', "minor", "major"],
  ["enum", "gained a value", '{"enum":["a"]}', '{"enum":["a","b"]}', "minor", "minor"],
  ["enum", "lost a value", '{"enum":["a","b"]}', '{"enum":["a"]}', "major", "major"],
  ["const", "added", "{}", '{"const":1}', "major", "minor"],
  ["const", "removed", '{"const":1}', "{}", "minor", "major"],
  ["const", "changed", '{"const":1}', '{"const":2}', "major", "major"],
  ["const", "became an enum that has it", '{"const":1}', '{"enum":[1,2]}', "minor", "minor"],

  ["minLength", "added", "{}", '{"minLength":1}', "major", "minor"],
  ["minLength", "removed", '{"minLength":1}', "{}", "minor", "major"],
  ["minLength", "raised", '{"minLength":1}', '{"minLength":2}', "major", "minor"],
  ["minLength", "lowered", '{"minLength":2}', '{"minLength":1}', "minor", "major"],
  ["maxLength", "added", "{}", '{"maxLength":9}', "major", "minor"],
  ["maxLength", "removed", '{"maxLength":9}', "{}", "minor", "major"],
  ["maxLength", "lowered", '{"maxLength":9}', '{"maxLength":8}', "major", "minor"],
  ["maxLength", "raised", '{"maxLength":8}', '{"maxLength":9}', "minor", "major"],
  ["pattern", "added", "{}", '{"pattern":"^a"}', "major", "minor"],
  ["pattern", "removed", '{"pattern":"^a"}', "{}", "minor", "major"],
  ["pattern", "changed", '{"pattern":"^a"}', '{"pattern":"^ab"}', "major", "major"],
  ["format", "added", "{}", '{"format":"uri"}', "major", "minor"],
  ["format", "removed", '{"format":"uri"}', "{}", "minor", "major"],
  ["format", "changed", '{"format":"date"}', '{"format":"date-time"}', "major", "major"],

  ["minimum", "raised", '{"minimum":1}', '{"minimum":2}', "major", "minor"],
  ["minimum", "removed", '{"minimum":1}', "{}", "minor", "major"],
  ["maximum", "added", "{}", '{"maximum":9}', "major", "minor"],
  ["maximum", "raised", '{"maximum":8}', '{"maximum":9}', "minor", "major"],
  ["exclusiveMinimum", "added", "{}", '{"exclusiveMinimum":0}', "major", "minor"],
  ["exclusiveMinimum", "lowered", '{"exclusiveMinimum":1}', '{"exclusiveMinimum":0}', "minor", "major"],
  ["exclusiveMaximum", "lowered", '{"exclusiveMaximum":9}', '{"exclusiveMaximum":8}', "major", "minor"],
  ["exclusiveMaximum", "removed", '{"exclusiveMaximum":9}', "{}", "minor", "major"],
  ["multipleOf", "added", "{}", '{"multipleOf":5}', "major", "minor"],
  ["multipleOf", "removed", '{"multipleOf":5}', "{}", "minor", "major"],
  ["multipleOf", "a multiple of the old one", '{"multipleOf":5}', '{"multipleOf":10}', "major", "minor"],
  ["multipleOf", "a divisor of the old one", '{"multipleOf":10}', '{"multipleOf":5}', "minor", "major"],
  ["multipleOf", "neither", '{"multipleOf":10}', '{"multipleOf":7}', "major", "major"],

  ["items", "added", '{"type":"array"}', '{"type":"array","items":{"type":"string"}}', "major", "minor"],
  ["items", "removed", '{"items":{"type":"string"}}', "{}", "minor", "major"],
  ["items", "narrowed", '{"items":{}}', '{"items":{"type":"string"}}', "major", "minor"],
  ["prefixItems", "one more", '{"prefixItems":[{}]}', '{"prefixItems":[{},{"type":"string"}]}', "major", "minor"],
  ["prefixItems", "one less", '{"prefixItems":[{},{"type":"string"}]}', '{"prefixItems":[{}]}', "minor", "major"],
  [
    "prefixItems",
    "one more of a closed list",
    '{"prefixItems":[{}],"items":false}',
    '{"prefixItems":[{},{}],"items":false}',
    "minor",
    "major",
  ],
  [
    "prefixItems",
    "one less of a closed list",
    '{"prefixItems":[{},{}],"items":false}',
    '{"prefixItems":[{}],"items":false}',
    "major",
    "minor",
  ],
  [
    "prefixItems",
    "one less of a list whose others have a rule",
    '{"prefixItems":[{},{}],"items":{"type":"string"}}',
    '{"prefixItems":[{}],"items":{"type":"string"}}',
    "major",
    "major",
  ],
  ["prefixItems", "widened", '{"prefixItems":[{"type":"string"}]}', '{"prefixItems":[{}]}', "minor", "major"],
  ["contains", "added", "{}", '{"contains":{"type":"string"}}', "major", "minor"],
  ["contains", "removed", '{"contains":{"type":"string"}}', "{}", "minor", "major"],
  [
    "contains",
    "changed beside maxContains",
    '{"contains":{"type":"string"},"maxContains":2}',
    '{"contains":{},"maxContains":2}',
    "major",
    "major",
  ],
  ["minContains", "added", '{"contains":{}}', '{"contains":{},"minContains":2}', "major", "minor"],
  ["minContains", "none is enough", '{"contains":{}}', '{"contains":{},"minContains":0}', "minor", "major"],
  ["minContains", "removed", '{"contains":{},"minContains":2}', '{"contains":{}}', "minor", "major"],
  ["maxContains", "added", '{"contains":{}}', '{"contains":{},"maxContains":2}', "major", "minor"],
  ["maxContains", "raised", '{"contains":{},"maxContains":2}', '{"contains":{},"maxContains":3}', "minor", "major"],
  ["minItems", "added", "{}", '{"minItems":1}', "major", "minor"],
  ["minItems", "lowered", '{"minItems":2}', '{"minItems":1}', "minor", "major"],
  ["maxItems", "added", "{}", '{"maxItems":9}', "major", "minor"],
  ["maxItems", "removed", '{"maxItems":9}', "{}", "minor", "major"],
  ["uniqueItems", "added", "{}", '{"uniqueItems":true}', "major", "minor"],
  ["uniqueItems", "removed", '{"uniqueItems":true}', "{}", "minor", "major"],

  [
    "properties",
    "added to a closed object",
    '{"additionalProperties":false}',
    '{"properties":{"a":{}},"additionalProperties":false}',
    "minor",
    "minor",
  ],
  ["properties", "added to an open object", "{}", '{"properties":{"a":{"type":"string"}}}', "major", "minor"],
  [
    "properties",
    "removed from a closed object",
    '{"properties":{"a":{}},"additionalProperties":false}',
    '{"additionalProperties":false}',
    "major",
    "major",
  ],
  ["properties", "removed from an open object", '{"properties":{"a":{}}}', "{}", "minor", "major"],
  [
    "properties",
    "named as a keyword is, removed",
    '{"properties":{"examples":{},"x-excludes":{}}}',
    '{"properties":{}}',
    "minor",
    "major",
  ],
  ["properties", "narrowed", '{"properties":{"a":{}}}', '{"properties":{"a":{"maxLength":5}}}', "major", "minor"],
  [
    "patternProperties",
    "added to an open map",
    "{}",
    '{"patternProperties":{"^a":{"type":"string"}}}',
    "major",
    "minor",
  ],
  [
    "patternProperties",
    "added to a closed map",
    '{"additionalProperties":false}',
    '{"patternProperties":{"^a":{}},"additionalProperties":false}',
    "minor",
    "major",
  ],
  [
    "patternProperties",
    "removed from a closed map",
    '{"patternProperties":{"^a":{}},"additionalProperties":false}',
    '{"additionalProperties":false}',
    "major",
    "minor",
  ],
  [
    "patternProperties",
    "removed from an open map",
    '{"patternProperties":{"^a":{"type":"string"}}}',
    "{}",
    "minor",
    "major",
  ],
  ["additionalProperties", "closed", "{}", '{"additionalProperties":false}', "major", "minor"],
  ["additionalProperties", "opened", '{"additionalProperties":false}', "{}", "minor", "major"],
  [
    "additionalProperties",
    "opened for texts",
    '{"additionalProperties":false}',
    '{"additionalProperties":{"type":"string"}}',
    "minor",
    "major",
  ],
  [
    "additionalProperties",
    "widened",
    '{"additionalProperties":{"type":"string"}}',
    '{"additionalProperties":{"type":["string","null"]}}',
    "minor",
    "major",
  ],
  ["propertyNames", "added", "{}", '{"propertyNames":{"maxLength":4}}', "major", "minor"],
  ["propertyNames", "removed", '{"propertyNames":{"maxLength":4}}', "{}", "minor", "major"],
  ["required", "added", '{"properties":{"a":{}}}', '{"properties":{"a":{}},"required":["a"]}', "major", "minor"],
  ["required", "removed", '{"properties":{"a":{}},"required":["a"]}', '{"properties":{"a":{}}}', "minor", "major"],
  ["minProperties", "added", "{}", '{"minProperties":1}', "major", "minor"],
  ["minProperties", "removed", '{"minProperties":1}', "{}", "minor", "major"],
  ["maxProperties", "added", "{}", '{"maxProperties":9}', "major", "minor"],
  ["maxProperties", "raised", '{"maxProperties":8}', '{"maxProperties":9}', "minor", "major"],
  ["dependentRequired", "added", "{}", '{"dependentRequired":{"a":["b"]}}', "major", "minor"],
  ["dependentRequired", "removed", '{"dependentRequired":{"a":["b"]}}', "{}", "minor", "major"],
  ["dependentSchemas", "added", "{}", '{"dependentSchemas":{"a":{"required":["b"]}}}', "major", "minor"],
  ["dependentSchemas", "removed", '{"dependentSchemas":{"a":{"required":["b"]}}}', "{}", "minor", "major"],

  [
    "allOf",
    "one more part",
    '{"allOf":[{"title":"A"}]}',
    '{"allOf":[{"title":"A"},{"title":"B","maxLength":5}]}',
    "major",
    "minor",
  ],
  [
    "allOf",
    "one part less",
    '{"allOf":[{"title":"A"},{"title":"B","maxLength":5}]}',
    '{"allOf":[{"title":"A"}]}',
    "minor",
    "major",
  ],
  [
    "anyOf",
    "one more variant",
    '{"anyOf":[{"title":"A"}]}',
    '{"anyOf":[{"title":"A"},{"title":"B"}]}',
    "minor",
    "major",
  ],
  [
    "anyOf",
    "one more variant, told apart by a discriminator",
    '{"anyOf":[{"$ref":"#/components/schemas/Text"}],"discriminator":{"propertyName":"a"}}',
    '{"anyOf":[{"$ref":"#/components/schemas/Text"},{"title":"B"}],"discriminator":{"propertyName":"a"}}',
    "minor",
    "minor",
  ],
  [
    "anyOf",
    "one variant less",
    '{"anyOf":[{"title":"A"},{"title":"B"}]}',
    '{"anyOf":[{"title":"A"}]}',
    "major",
    "major",
  ],
  [
    "oneOf",
    "one more variant",
    '{"oneOf":[{"const":"a"}]}',
    '{"oneOf":[{"const":"a"},{"const":"b"}]}',
    "minor",
    "minor",
  ],
  [
    "oneOf",
    "one variant less",
    '{"oneOf":[{"const":"a"},{"const":"b"}]}',
    '{"oneOf":[{"const":"a"}]}',
    "major",
    "major",
  ],
  [
    "oneOf",
    "may be null",
    '{"enum":["dup","fraud"]}',
    '{"oneOf":[{"enum":["dup","fraud"]},{"type":"null"}]}',
    "minor",
    "major",
  ],
  ["anyOf", "may not be null", '{"anyOf":[{"type":"string"},{"type":"null"}]}', '{"type":"string"}', "major", "minor"],
  ["anyOf", "added", "{}", '{"anyOf":[{"type":"string"}]}', "major", "minor"],
  ["oneOf", "removed", '{"oneOf":[{"type":"string"}]}', "{}", "minor", "major"],
  ["not", "added", "{}", '{"not":{"const":1}}', "major", "major"],
  ["if", "its then changed", '{"if":{},"then":{"maxLength":5}}', '{"if":{},"then":{"maxLength":4}}', "major", "major"],
  ["if", "its else was removed", '{"if":{},"else":{"maxLength":5}}', '{"if":{}}', "major", "major"],
  [
    "discriminator",
    "another property",
    '{"oneOf":[{"$ref":"#/components/schemas/Text"}],"discriminator":{"propertyName":"a"}}',
    '{"oneOf":[{"$ref":"#/components/schemas/Text"}],"discriminator":{"propertyName":"b"}}',
    "major",
    "major",
  ],
];

/** An API that takes the schema in a request's body and sends it in a response's. */
function apiWith(schema: string, place: "request" | "response"): Promise<Api> {
  const content = `content: { application/json: { schema: ${schema} } }`;
  return modelOf(`
paths:
  /things:
    post:
      ${place === "request" ? `requestBody: { required: true, ${content} }` : ""}
      responses:
        "200": { description: Done., ${place === "response" ? content : ""} }
components:
  schemas:
    Text: { type: string }
    Same: { type: string, description: The same. }
    Short: { type: string, maxLength: 5 }
`);
}

async function rate(before: string, after: string, place: "request" | "response"): Promise<Impact> {
  const changes = compareApis(await apiWith(before, place), await apiWith(after, place));
  const impacts = changes.map(({ impact }) => impact);
  return impacts.includes("major") ? "major" : impacts.includes("minor") ? "minor" : "patch";
}

describe.each(cases)("%s: %s", (_keyword, _how, before, after, request, response) => {
  test(`is ${request} in a request`, async () => expect(await rate(before, after, "request")).toBe(request));
  test(`is ${response} in a response`, async () => expect(await rate(before, after, "response")).toBe(response));
});

test("every keyword of the model has its cases", () => {
  const known = new Set(cases.map(([keyword]) => keyword));
  expect(Object.keys(KEYWORDS).filter((keyword) => !known.has(keyword))).toEqual([]);
});
