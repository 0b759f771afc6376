/** Values that a caller may send to do harm, or that no JSON brings, by what they are. Made anew on each call. */
export function hostileValues(): Record<string, unknown> {
  const circular: Record<string, unknown> = {};
  circular.next = circular;
  const holes: unknown[] = [1];
  holes[5] = 2;
  return {
    undefined: undefined,
    null: null,
    "not a number": Number.NaN,
    "minus zero": -0,
    infinity: Number.NEGATIVE_INFINITY,
    "the first integer that is not safe": 2 ** 53,
    "a bigint": 1n,
    "a symbol": Symbol("s"),
    "a function": () => {},
    "ten megabytes of text": "a".repeat(10_000_000),
    "lone surrogates": "\ud800".repeat(100),
    "an array with holes": holes,
    "an array of nothing but holes": new Array(10_000),
    "ten thousand wrong items": Array.from({ length: 10_000 }, () => Symbol.iterator),
    "a thousand members": Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`m${i}`, i])),
    "objects ten thousand deep": JSON.parse(`${'{"next":'.repeat(10_000)}{}${"}".repeat(10_000)}`),
    "arrays ten thousand deep": JSON.parse(`${"[".repeat(10_000)}${"]".repeat(10_000)}`),
    "a circle": circular,
    "a member called __proto__": JSON.parse('{"__proto__": {"polluted": true}}'),
    "a member called constructor": JSON.parse('{"constructor": {"prototype": {"polluted": true}}}'),
    "a prototype of its own": Object.create({ id: 1, object: "payment" }),
    "no prototype": Object.create(null),
    "a map": new Map([["id", 1]]),
    "a boxed text": new String("pay_1"),
    "something that throws as a text": { toString: throwing, valueOf: throwing, toJSON: throwing },
    ...throwingValues(),
  };
}

const TRAPS = ["get", "getOwnPropertyDescriptor", "getPrototypeOf", "has", "ownKeys"] as const;

/** Objects and arrays that throw where they are looked at. */
function throwingValues(): Record<string, unknown> {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const getters = { id: { get: throwing, enumerable: true }, 0: { get: throwing, enumerable: true } };
  const proxies = TRAPS.flatMap((trap) => [
    [`an object with a ${trap} trap that throws`, new Proxy({ id: 1 }, { [trap]: throwing })],
    [`an array with a ${trap} trap that throws`, new Proxy([{ id: 1 }], { [trap]: throwing })],
  ]);
  return {
    "a getter that throws": Object.defineProperties({}, getters),
    "an array with a getter that throws": Object.defineProperties([1, 2], { 0: getters[0] }),
    "a revoked proxy": revoked.proxy,
    ...Object.fromEntries(proxies),
  };
}

/** The thrown value, which must never be shown. */
function throwing(): never {
  throw new Error("hunter2");
}
