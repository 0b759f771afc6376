/** Real OpenAPI 3.1 documents of others: each schema is compiled and agrees with ajv, or is rejected with its place. */
import { describe, expect, it } from "vitest";
import { schemaNames } from "../names.ts";
import { findDifference } from "./testing/agreement.ts";
import { compile, modelOf } from "./testing/compile.ts";
import { oracle } from "./testing/oracle.ts";
import { seeded } from "./testing/random.ts";
import { readDocument, schemasOf, take } from "./testing/third-party.ts";
import { valuesNear } from "./testing/values-near.ts";

const readme = (name: string) => `@readme/oas-examples/3.1/json/${name}.json`;

/** The document, how many of its schemas are compiled, and the keywords for which others are rejected. */
const DOCUMENTS: readonly (readonly [string, number, Readonly<Record<string, number>>])[] = [
  [readme("parameters-style"), 59, {}],
  [readme("petstore"), 43, {}],
  [readme("petstore-simple"), 1, {}],
  [readme("readme-extensions"), 4, {}],
  [readme("readme"), 46, { default: 1, nullable: 498, pattern: 164 }],
  [readme("schema-encoding-style"), 1, {}],
  [readme("schema-types"), 22, { default: 4, nullable: 3 }],
  [
    readme("schema-validation-local"),
    21,
    { $schema: 6, default: 4, exclusiveMaximum: 5, exclusiveMinimum: 5, format: 10, pattern: 2 },
  ],
  [readme("schema-validation-top-level"), 0, { $schema: 1, exclusiveMaximum: 1, exclusiveMinimum: 1 }],
  [readme("train-travel"), 27, { unevaluatedProperties: 1 }],
  [readme("webhooks"), 1, {}],
  ["@scalar/galaxy/3.1.json", 19, { examples: 1, nullable: 1 }],
];

describe("the schemas of", () => {
  it.each(DOCUMENTS)("%s are compiled, or rejected for a keyword that is named", (name, compiled, rejected) => {
    const taken = take(schemasOf(readDocument(name)));
    const keywords: Record<string, number> = {};
    for (const { keyword } of taken.rejected) keywords[keyword] = (keywords[keyword] ?? 0) + 1;
    expect([Object.keys(taken.schemas).length, keywords]).toEqual([compiled, rejected]);
  });

  it.each(DOCUMENTS)("%s agree with ajv", async (name) => {
    const { schemas } = take(schemasOf(readDocument(name)));
    const api = modelOf(schemas, "request");
    const validators = await compile(api);
    const names = schemaNames(api);
    for (const [key, { schema: model }] of api.schemas) {
      const schema = names.get(key)?.suffix ?? key;
      const accepts = oracle({ $ref: `#/components/schemas/${encodeURIComponent(key)}`, components: { schemas } });
      for (const value of valuesNear(model, api, seeded(4), 60)) {
        expect(findDifference(validators, schema, accepts, value)).toBeUndefined();
      }
    }
  });
});
