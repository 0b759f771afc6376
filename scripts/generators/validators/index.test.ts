import { describe, expect, it } from "vitest";
import { generateValidators } from "./index.ts";
import { modelOf } from "./testing/compile.ts";

const place = { pointer: "", line: 1 };
const generate = (schemas: Record<string, unknown>) => generateValidators(modelOf(schemas));
const pathsOf = (schemas: Record<string, unknown>) =>
  generate(schemas).map(({ path }) => path.replace("packages/validators/src/generated/", ""));

describe("the generator of validators", () => {
  it("writes a module for each schema, and an index of all", () => {
    expect(pathsOf({ PaymentCreateParams: {}, Payment: {} })).toEqual([
      "payment-create-params.ts",
      "payment.ts",
      "index.ts",
      "strict/index.ts",
    ]);
  });

  it("writes what is sent by VINR a second time, read strictly", () => {
    const { schemas, ...api } = modelOf({ PaymentCreateParams: {}, Payment: {} });
    const payment = {
      name: "Payment",
      schema: schemas.get("Payment")?.schema ?? { place },
      direction: "response" as const,
    };
    const files = generateValidators({ ...api, schemas: new Map([...schemas, ["Payment", payment]]) });
    const strict = files.filter(({ path }) => path.includes("/strict/"));
    expect(strict.map(({ path }) => path.replace(/.*\//, ""))).toEqual(["payment.ts", "index.ts"]);
  });

  it("keeps file names apart from each other and from the index", () => {
    expect(pathsOf({ Index: {}, FooBar: {}, foo_bar: {}, Con: {} })).toEqual([
      "index-schema.ts",
      "foo-bar.ts",
      "foo-bar2.ts",
      "con-schema.ts",
      "index.ts",
      "strict/index.ts",
    ]);
  });

  it("writes the same bytes for the same model", () => {
    const schemas = {
      A: { type: "object", properties: { b: { $ref: "#/components/schemas/B" } } },
      B: { enum: ["x"] },
    };
    expect(generate(schemas)).toEqual(generate(schemas));
  });

  it("makes no code at run time", () => {
    const text = generate({ A: { type: "string", pattern: "^a", format: "uri" } }).map(({ content }) => content);
    expect(text.join("\n")).not.toMatch(/\beval\b|\bFunction\b|\bany\b/);
  });

  it("imports no module in a circle, even where schemas reach each other", () => {
    const files = generate({
      A: { type: "array", items: { $ref: "#/components/schemas/B" } },
      B: { type: "array", items: { $ref: "#/components/schemas/A" } },
    });
    const second = files.find(({ path }) => path.endsWith("/b.ts"));
    expect(files.find(({ path }) => path.endsWith("/a.ts"))?.content).not.toContain('from "./b.js"');
    expect(second?.content).toContain('export { isB, validateB } from "./a.js";');
  });

  it("rejects a format that JSON Schema defines and that it cannot check, with the place", () => {
    const iri = { type: "string", format: "iri" };
    const schemas = { A: { type: "object", properties: { b: iri } } };
    expect(() => generate(schemas)).toThrow(/\/components\/schemas\/A\/properties\/b .*"iri" has no check/);
    expect(() => generate({ A: iri })).toThrow(/\/components\/schemas\/A .*"iri" has no check/);
  });
});
