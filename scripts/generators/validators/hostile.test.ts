import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Compiled, compileSchemas } from "./testing/compile.ts";

const SCHEMAS = {
  Params: {
    type: "object",
    properties: {
      name: { type: "string", minLength: 1, maxLength: 100, pattern: "^[a-z]+$" },
      amount: { type: "integer" },
      list: { type: "array", uniqueItems: true, maxItems: 1e6 },
    },
    additionalProperties: false,
    required: ["amount"],
  },
  Texts: { type: "object", additionalProperties: { type: "string" } },
  Tree: { type: "object", properties: { next: { $ref: "#/components/schemas/Tree" } } },
};

let compiled: Compiled;
beforeAll(async () => {
  compiled = await compileSchemas(SCHEMAS);
});

function throwing(): never {
  throw new Error("a secret that must not be shown");
}

describe("hostile values", () => {
  it("that throw when a property is read are rejected, and what they threw is not shown", () => {
    const value = {
      amount: 1,
      get name() {
        return throwing();
      },
    };
    const result = compiled.validate("Params", value);
    expect(result).toMatchObject({ ok: false, issues: [{ code: "unreadable", pointer: "" }] });
    expect(JSON.stringify(result)).not.toContain("secret");
    expect(compiled.is("Params", value)).toBe(false);
  });

  it.each<keyof ProxyHandler<object>>(["get", "getPrototypeOf", "ownKeys", "getOwnPropertyDescriptor"])(
    "that throw in the %s trap are rejected",
    (trap) => {
      const value = new Proxy({ amount: 1, list: [] }, { [trap]: throwing });
      const isRejected = !compiled.is("Texts", value) && !compiled.validate("Texts", value).ok;
      expect(isRejected).toBe(true);
      expect(() => compiled.validate("Params", value)).not.toThrow();
    },
  );

  it("that are revoked proxies are rejected", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(compiled.codes("Params", proxy)).toEqual(["unreadable"]);
  });

  it("that change while they are read are rejected with a reason", () => {
    let reads = 0;
    const value = {
      get amount() {
        return reads++ === 0 ? "1" : 1;
      },
    };
    expect(compiled.validate("Params", value)).toMatchObject({ ok: false, issues: [{ code: "unreadable" }] });
  });

  it("nested ten thousand deep are rejected, and so are circular ones", () => {
    const deep = JSON.parse(`${'{"next":'.repeat(10_000)}{}${"}".repeat(10_000)}`);
    const circular: Record<string, unknown> = {};
    circular.next = circular;
    for (const value of [deep, circular]) {
      const result = compiled.validate("Tree", value);
      expect(result).toMatchObject({ ok: false, issues: [{ code: "too_deep" }] });
      expect(compiled.is("Tree", value)).toBe(false);
    }
  });

  it("nested ten thousand deep inside an array without duplicates are rejected", () => {
    const deep = () => JSON.parse(`${"[".repeat(10_000)}${"]".repeat(10_000)}`);
    expect(compiled.codes("Params", { amount: 1, list: [deep(), deep()] })).toEqual(["unreadable"]);
  });

  it("with texts of ten megabytes are rejected by their length", () => {
    const text = "a".repeat(10_000_000);
    expect(compiled.codes("Params", { amount: 1, name: text })).toEqual(["/name max_length"]);
    expect(compiled.codes("Texts", { [text]: 1 })).toEqual([`/${text} type`]);
  });

  it("that are far too long never reach a pattern", () => {
    const tested = vi.spyOn(RegExp.prototype, "test");
    try {
      const text = "a".repeat(257);
      expect(compiled.is("Params", { amount: 1, name: text })).toBe(false);
      expect(compiled.codes("Params", { amount: 1, name: text })).toEqual(["/name max_length"]);
      const subjects = () => tested.mock.calls.map(([subject]) => subject);
      expect(subjects()).not.toContain(text);
      // The text beside it shows that the pattern is asked in this way.
      expect(compiled.is("Params", { amount: 1, name: "abc" })).toBe(true);
      expect(subjects()).toContain("abc");
    } finally {
      tested.mockRestore();
    }
  });

  it("with a hundred thousand different items are compared in one pass", () => {
    const list = Array.from({ length: 100_000 }, (_, i) => ({ i }));
    expect(compiled.codes("Params", { amount: 1, list })).toEqual([]);
  });

  it("that inherit what is asked for do not have it", () => {
    expect(compiled.codes("Params", Object.create({ amount: 1 }))).toEqual(["/amount required"]);
    class Params {
      amount = 1;
      get name() {
        return "INHERITED";
      }
    }
    expect(compiled.codes("Params", new Params())).toEqual([]);
  });

  it("do not have what someone put on the prototype of all objects", () => {
    Object.assign(Object.prototype, { amount: 1, extra: 1 });
    try {
      expect(compiled.is("Params", {})).toBe(false);
      expect(compiled.is("Params", { amount: 1 })).toBe(true);
    } finally {
      Reflect.deleteProperty(Object.prototype, "amount");
      Reflect.deleteProperty(Object.prototype, "extra");
    }
  });

  it("with a member called __proto__ pollute nothing", () => {
    const value = JSON.parse('{"amount":1,"__proto__":{"polluted":true}}');
    expect(compiled.codes("Params", value)).toEqual(["/__proto__ unknown_property"]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it.each([undefined, 1n, Symbol("s"), () => {}, Number.NaN, new Date(), new Map(), new (class {})()])(
    "of a kind that JSON does not have get a result: %s",
    (value) => {
      expect(compiled.validate("Params", value).ok).toBe(false);
      expect(compiled.is("Params", value)).toBe(false);
    },
  );
});
