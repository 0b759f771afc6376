/** Where the validators and ajv differ on purpose. Each is tried on both in a test. */
export interface Disagreement {
  readonly about: string;
  /** Why the validators decide as they do. */
  readonly reason: string;
  readonly schema: object;
  readonly value: unknown;
  /** The verdict of the validators on the value; ajv decides the opposite, or throws. */
  readonly accepted: boolean;
}

/** An object with a member called `__proto__`, which JSON text brings and an object literal does not. */
const withProto = (value: string): object => JSON.parse(`{"__proto__": ${value}}`);

const deep: unknown = JSON.parse(`${'{"next":'.repeat(300)}{}${"}".repeat(300)}`);

export const DISAGREEMENTS: readonly Disagreement[] = [
  {
    about: "`uri`: a port that is not a number",
    reason: "RFC 3986 lets a port be digits only; ajv takes anything",
    schema: { format: "uri" },
    value: "https://shop.test:port/",
    accepted: false,
  },
  {
    about: "`byte`, `url` and other formats that JSON Schema does not define",
    reason: "they are notes to people; ajv-formats checks some of them",
    schema: { format: "byte" },
    value: "*",
    accepted: true,
  },
  {
    about: "`multipleOf`: decimals",
    reason:
      "19.99 is a multiple of 0.01, as people write numbers; ajv divides the nearest doubles, which leaves a rest",
    schema: { multipleOf: 0.01 },
    value: 19.99,
    accepted: true,
  },
  {
    about: "`multipleOf`: very large numbers",
    reason: "1e300 is a multiple of 5; ajv reads no further than the first letter of its quotient, 2e+299",
    schema: { multipleOf: 5 },
    value: 1e300,
    accepted: true,
  },
  {
    about: "a property called `__proto__`",
    reason: "it is a property like any other, and checked by its schema; ajv ignores it",
    schema: { properties: withProto('{ "type": "string" }') },
    value: withProto("1"),
    accepted: false,
  },
  {
    about: "members that are `undefined`",
    reason: "they are absent, as in JSON; ajv counts them, and checks them as values",
    schema: { additionalProperties: false },
    value: { a: undefined },
    accepted: true,
  },
  {
    about: "`uniqueItems`: items with a member called `toString`",
    reason: "they are compared as any others; ajv calls what it finds there, and throws",
    schema: { uniqueItems: true, items: { type: "object" } },
    value: [{ toString: 1 }, { toString: 2 }],
    accepted: true,
  },
  {
    about: "nesting beyond 256 levels of a schema that refers to itself",
    reason: "no honest payload is so deep, and the stack of the program has an end; ajv goes on until it overflows",
    schema: { type: "object", properties: { next: { $ref: "#/components/schemas/Subject" } } },
    value: deep,
    accepted: false,
  },
];
