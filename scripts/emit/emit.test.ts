import ts from "typescript";
import { describe, expect, it } from "vitest";
import { modelOf } from "../testing.ts";
import { commentLines, docComment } from "./comment.ts";
import { isGenerated, withHeader } from "./header.ts";
import { propertyAccess, propertyName, typeName, typeNames } from "./identifier.ts";
import { literal, literalKey, regExpLiteral, stringLiteral } from "./literal.ts";

/** Texts that end strings, comments, templates or lines, or that read otherwise than they look. */
const HOSTILE = [
  '"; globalThis.pwned = 1; "',
  "'; globalThis.pwned = 1; '",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder in plain text is the point.
  "`${globalThis.pwned = 1}`",
  "*/ globalThis.pwned = 1; /*",
  "\n globalThis.pwned = 1; //",
  "\r globalThis.pwned = 1; //",
  "\u2028globalThis.pwned = 1; //",
  "\u2029globalThis.pwned = 1; //",
  "\\",
  '\\"',
  "\u0000\u202e\u200b\ufeff",
  "\ud800",
  "😀",
  "</script>",
  "__proto__",
];

const evaluate = (expression: string): unknown => new Function(`"use strict"; return (${expression});`)();

describe("literals", () => {
  it.each(HOSTILE)("writes %j so that it evaluates to itself", (text) => {
    expect(evaluate(stringLiteral(text))).toBe(text);
    expect(stringLiteral(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });

  it("writes any JSON value", () => {
    const value = { a: [1, -0.5, null, true, { "b c": "d" }], e: {} };
    expect(evaluate(literal(value))).toEqual(value);
  });

  it("keeps __proto__ a member", () => {
    const value = evaluate(literal(JSON.parse('{"__proto__":{"a":1}}'))) as object;
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect(literalKey("__proto__")).toBe('["__proto__"]');
  });

  it.each(["^/a$", "[/\\]]", "\n", "^(?:a|\u2028)\\/$", "", "\\p{Lu}", "😀"])(
    "writes the pattern %j as a literal",
    (pattern) => {
      const written = evaluate(regExpLiteral(pattern)) as RegExp;
      for (const text of ["/a", "/", "\n", "\u2028/", "", "Ä", "😀", "]"]) {
        expect(written.test(text)).toBe(new RegExp(pattern, "u").test(text));
      }
    },
  );
});

describe("comments", () => {
  it.each(HOSTILE)("keep %j inside", (text) => {
    const source = `${docComment({ description: `a ${text} b`, default: text, example: text })}export const x = 1;\n`;
    const file = ts.createSourceFile("x.ts", source, ts.ScriptTarget.ESNext);
    expect(file.statements).toHaveLength(1);
    expect(file.statements[0]?.getFullStart()).toBe(0);
    expect(source.match(/\*\//g)).toHaveLength(1);
  });

  it("make tags and compiler directives plain text", () => {
    expect(commentLines("@deprecated\n  @param x\nsee @ts-ignore\n@ts-expect-error")).toEqual([
      "\\@deprecated",
      "  \\@param x",
      "see \\@ts-ignore",
      "\\@ts-expect-error",
    ]);
  });

  it("say nothing where there is nothing to say", () => {
    expect(docComment({ description: " \n\n" })).toBe("");
  });

  it("put tags after the text, and a short comment on one line", () => {
    expect(docComment({ description: "The thing." }, "  ")).toBe("  /** The thing. */\n");
    expect(docComment({ description: "The thing.\n", deprecated: true, default: "1", example: "2" })).toBe(
      "/**\n * The thing.\n *\n * @deprecated\n * @default 1\n * @example 2\n */\n",
    );
  });
});

describe("identifiers", () => {
  it.each([
    ["Payment", "Payment"],
    ["payment_status", "payment_status"],
    ["my-schema.v2", "MySchemaV2"],
    ["foo(); evil", "FooEvil"],
    ["class", "Class"],
    ["default", "Default"],
    ["constructor", "Constructor"],
    ["__proto__", "Proto"],
    ["1st", "_1st"],
    ["Record", "Record_"],
    ["paths", "Paths"],
    ["日本", undefined],
  ])("make the type's name of %j %j", (name, type) => {
    expect(typeName(name)).toBe(type);
  });

  it("reject schemas whose names meet, naming the place", async () => {
    const api = await modelOf("components:\n  schemas:\n    a-b: {}\n    A.b: {}");
    expect(() => typeNames(api)).toThrow(
      /:7 {2}\/components\/schemas\/A\.b {2}schema "A\.b" would be called AB, as "a-b" is/,
    );
  });

  it("reject a name without a letter to call it by", async () => {
    const api = await modelOf('components:\n  schemas:\n    "日本": {}');
    expect(() => typeNames(api)).toThrow(/has no ASCII letter or digit .* → rename it/);
  });

  it("quote properties where they must be", () => {
    expect([propertyName("a_b"), propertyName("a-b"), propertyName('"')]).toEqual(["a_b", '"a-b"', '"\\""']);
    expect([propertyAccess("v", "a"), propertyAccess("v", "a b")]).toEqual(["v.a", 'v["a b"]']);
  });
});

describe("the header", () => {
  it("is put on once, and recognised", () => {
    const once = withHeader({ path: "a.ts", content: "export {};\n" });
    expect(withHeader(once)).toEqual(once);
    expect([isGenerated(once.content), isGenerated("export {};\n")]).toEqual([true, false]);
  });
});
