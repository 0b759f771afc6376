import { beforeAll, describe, expect, it } from "vitest";
import { type Compiled, compileSchemas } from "./testing/compile.ts";

const SCHEMAS = {
  Params: {
    type: "object",
    properties: {
      amount: { type: "integer", minimum: 1 },
      returnUrl: { type: "string", maxLength: 10 },
      status: { type: "string", enum: ["completed", "cancelled"] },
      card: {
        type: "object",
        "x-sensitive": true,
        properties: { number: { type: "string", pattern: "^\\d+$" }, brand: { enum: ["visa"] } },
      },
      code: {
        allOf: [
          { type: "string", minLength: 2, pattern: "^[a-z]{2}$", "x-pattern-message": "two letters" },
          { type: "string", maxLength: 2 },
        ],
      },
      step: { type: "integer", multipleOf: 5, exclusiveMinimum: 1 },
      undescribed: { type: "string", minLength: 1, pattern: "^a$" },
      secret: { $ref: "#/components/schemas/Secret" },
      tags: { type: "array", items: { type: "string" } },
    },
    additionalProperties: false,
    required: ["amount"],
  },
  Secret: { type: "string", minLength: 8, "x-sensitive": true },
  Tree: {
    type: "object",
    properties: { next: { $ref: "#/components/schemas/Tree" } },
    additionalProperties: { type: "integer" },
  },
};

let compiled: Compiled;
beforeAll(async () => {
  compiled = await compileSchemas(SCHEMAS);
});

function messages(value: unknown, name = "Params"): string[] {
  const result = compiled.validate(name, value);
  return result.ok ? [] : result.issues.map(({ message }) => message);
}

describe("an issue", () => {
  it.each([
    [null, "the value must be an object, got null"],
    [{ amount: 0 }, "amount must be at least 1, got 0"],
    [{}, "amount is required"],
    [{ amount: "1" }, 'amount must be an integer, got "1"'],
    [{ amount: 1, return_url: "" }, "return_url is not a known property; did you mean returnUrl?"],
    [{ amount: 1, ammount: "" }, "ammount is not a known property; did you mean amount?"],
    [{ amount: 1, returnUrl: "x".repeat(11) }, "returnUrl must be of length at most 10, got 11"],
    [
      { amount: 1, status: "canceled" },
      'status must be one of "completed", "cancelled", got "canceled"; did you mean cancelled?',
    ],
    [{ amount: 1, tags: ["a", 2] }, "tags[1] must be a string, got 2"],
    [{ amount: 1, "odd name": 1 }, '["odd name"] is not a known property'],
  ])("of %j says: %s", (value, message) => {
    expect(messages(value)).toEqual([message]);
  });

  it("is the only one of a fault that breaks several rules", () => {
    expect(messages({ amount: "1", amout: 1 })).toEqual([
      'amount must be an integer, got "1"',
      "amout is not a known property; did you mean amount?",
    ]);
    expect(messages({ amout: 1 })).toEqual(["amout is not a known property; did you mean amount?"]);
    expect(messages({ amount: 1, code: 5 })).toEqual(["code must be a string, got 5"]);
    expect(messages({ amount: 1, code: "" })).toEqual(['code must be two letters, got ""']);
    expect(messages({ amount: 1, step: "5" })).toEqual(['step must be an integer, got "5"']);
    expect(messages({ amount: 1, step: 0.5 })).toEqual(["step must be an integer, got 0.5"]);
  });

  it("shows the pattern itself where the specification has no words for it", () => {
    expect(messages({ amount: 1, undescribed: "b" })).toEqual(['undescribed must be text that matches ^a$, got "b"']);
  });

  it("has path, pointer, code and what is expected", () => {
    const result = compiled.validate("Tree", { next: { "a/b~c": 1.5 } });
    expect(result).toEqual({
      ok: false,
      issues: [
        {
          path: ["next", "a/b~c"],
          pointer: "/next/a~1b~0c",
          code: "type",
          expected: "an integer",
          message: 'next["a/b~c"] must be an integer, got 1.5',
        },
      ],
    });
  });

  it("never shows a sensitive value, nor one inside of it", () => {
    const value = { amount: 1, secret: "hunter2", card: { number: "4242x", brand: "vis" } };
    expect(messages(value)).toEqual([
      "card.number must be text that matches ^\\d+$, got a string",
      'card.brand must be one of "visa", got a string',
      "secret must be of length at least 8, got a string",
    ]);
  });

  it("shows no more than the beginning of a long value, and the end of a long path", () => {
    const [message = ""] = messages({ amount: "x".repeat(1e6) });
    expect(message.length).toBeLessThan(150);
    let deep: unknown = { x: "no" };
    for (let i = 0; i < 100; i++) deep = { next: deep };
    expect(messages(deep, "Tree")[0]?.length).toBeLessThan(250);
  });
});

describe("a validator", () => {
  it("gives back the value that it was given", () => {
    const value = { amount: 1 };
    const result = compiled.validate("Params", value);
    expect(result.ok && result.value).toBe(value);
  });

  it("reports a hundred issues and no more, or as many as it is asked for", () => {
    const value = { amount: 1, tags: Array.from({ length: 1e5 }, () => 1) };
    const count = (maxIssues?: number) => {
      const result = compiled.validate("Params", value, maxIssues === undefined ? {} : { maxIssues });
      return result.ok ? 0 : result.issues.length;
    };
    expect([count(), count(3), count(0), count(Number.NaN)]).toEqual([100, 3, 1, 1]);
  });

  it("is a Standard Schema", async () => {
    const validate: unknown = compiled.module.validateParams;
    const standard = (validate as Record<"~standard", { validate(value: unknown): unknown }>)["~standard"];
    expect(standard).toMatchObject({ version: 1, vendor: "vinr" });
    expect(standard.validate({ amount: 1 })).toMatchObject({ value: { amount: 1 } });
    expect(standard.validate({})).toMatchObject({ issues: [{ message: "amount is required", path: ["amount"] }] });
  });
});
