import { describe, expect, it } from "vitest";
import { readYaml } from "./read-yaml.ts";

const messages = (text: string) => readYaml(text).problems.map(({ place, message }) => `${place.line} ${message}`);

describe("readYaml", () => {
  it("reads YAML and JSON, tabs and byte order mark included", () => {
    expect(readYaml("a: 1\nb: [x]").read()).toEqual({ a: 1, b: ["x"] });
    expect(readYaml('\ufeff{\n\t"a": 1\n}').read()).toEqual({ a: 1 });
  });

  it("keeps keys as they are written", () => {
    expect(readYaml("200: a\n1.0: b\nyes: c").read()).toEqual({ "200": "a", "1.0": "b", yes: "c" });
  });

  it("keeps dates as strings", () => {
    expect(readYaml("a: 2026-04-01").read()).toEqual({ a: "2026-04-01" });
  });

  it("reads __proto__ as a key like any other", () => {
    const value = readYaml("__proto__: { a: 1 }").read() as object;
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it.each([
    ["a duplicate key", "a: 1\nb: 2\na: 3", "3 the key a is repeated: it is in line 1, too"],
    ["NaN", "a:\n  b: .nan", "2 NaN is not a JSON number"],
    ["infinity", "a: -.inf", "1 -Infinity is not a JSON number"],
    ["a merge key", "a: &a { b: 1 }\nc: { <<: *a }", "2 merge keys (<<) are not part of YAML 1.2"],
    ["an alias inside its own anchor", "a: &a\n  b: *a", "2 the alias *a is inside its own anchor, so it never ends"],
    ["an alias of nothing", "a: *b", "1 the alias *b names no anchor before it"],
  ])("rejects %s, naming the line", (_, text, message) => {
    expect(messages(text)).toEqual([message]);
  });

  it.each([
    ["-9223372036854775808", "-9223372036854776000"],
    ["9007199254740993", "9007199254740992"],
    ["0.1234567890123456789", "0.12345678901234568"],
    ["1e-400", "0"],
    ["0xFFFFFFFFFFFFFFFF", "18446744073709552000"],
  ])("rejects %s, which it would have to round to %s", (source, value) => {
    expect(messages(`a:\n  minimum: ${source}`)).toEqual([
      `2 ${source} has more digits than a number of JavaScript holds, and would become ${value}`,
    ]);
  });

  it("accepts a number in any notation that keeps its value", () => {
    const text = "[9007199254740991, -0, 0.10, 1e3, 1.50E+2, 0x10, 0o17, +5, .5, 5., 1e21, 123456789012345680000]";
    expect(messages(text)).toEqual([]);
    expect(readYaml(text).read()).toEqual([
      9007199254740991, -0, 0.1, 1000, 150, 16, 15, 5, 0.5, 5, 1e21, 123456789012345680000,
    ]);
  });

  it("rejects a tag without a JSON meaning", () => {
    expect(messages("a: !!binary aGk=")).not.toEqual([]);
    expect(messages("a: !custom x")).not.toEqual([]);
  });

  it("rejects aliases that unfold to gigabytes", () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const body = level === 0 ? "x" : Array.from({ length: 10 }, () => `*l${level - 1}`).join(", ");
      return `l${level}: &l${level} [${body}]`;
    });
    expect(messages(levels.join("\n"))[0]).toContain("unfold without end");
  });

  it("rejects nesting that would exhaust the stack", () => {
    expect(messages("[".repeat(300) + "]".repeat(300))[0]).toContain("nested more than");
    expect(messages("[".repeat(100_000) + "]".repeat(100_000))[0]).toContain("nested more than");
  });

  it("places a pointer at its key, and one that is not there at the nearest ancestor", () => {
    const { placeOf } = readYaml("a:\n  b/c:\n    - x\n    - y: 1\n");
    expect(placeOf("/a/b~1c").line).toBe(2);
    expect(placeOf("/a/b~1c/1/y").line).toBe(4);
    expect(placeOf("/a/nothing/here")).toEqual({ pointer: "/a/nothing/here", line: 1 });
  });
});
