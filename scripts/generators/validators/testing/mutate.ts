import { pick } from "./random.ts";

type Random = () => number;

/** Values from the edges of every type. */
const EDGES: readonly [unknown, ...unknown[]] = [
  null,
  true,
  false,
  0,
  -0,
  1,
  -1,
  0.5,
  999999999999,
  1e12,
  2 ** 53,
  1e300,
  "",
  " ",
  "a",
  "pay_1",
  "2026-02-30T10:30:00Z",
  "2026-04-15T10:30:60Z",
  "https://x.test/",
  "x".repeat(501),
  "😀".repeat(250),
  "__proto__",
  [],
  [null],
  {},
  { object: "payment" },
  JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}'),
];

const NAMES = [
  "extra",
  "__proto__",
  "constructor",
  "toString",
  "",
  "return_url",
  "id",
  "object",
  "x".repeat(41),
] as const;

/** A copy of a JSON value with a few changes that a seed decides. */
export function mutate(value: unknown, random: Random): unknown {
  let mutant = value;
  for (let i = 0; i <= random() * 3; i++) mutant = change(mutant, random);
  return mutant;
}

function change(value: unknown, random: Random): unknown {
  if (random() < 0.08) return pick(random, EDGES);
  if (Array.isArray(value)) return changeArray(value, random);
  if (typeof value === "object" && value !== null) return changeObject(value, random);
  if (typeof value === "string") return changeText(value, random);
  if (typeof value === "number")
    return pick(random, [value + 1, value - 1, -value, value / 2, value * 1e6, String(value)]);
  return pick(random, EDGES);
}

function changeArray(items: readonly unknown[], random: Random): unknown {
  const copy = [...items];
  const index = Math.floor(random() * copy.length);
  const kind = random();
  if (kind < 0.15) copy.splice(index, 1);
  else if (kind < 0.3) copy.push(copy[index] ?? pick(random, EDGES));
  else if (kind < 0.4) copy.push(pick(random, EDGES));
  else if (copy.length > 0) copy[index] = change(copy[index], random);
  return copy;
}

function changeObject(object: object, random: Random): unknown {
  const members = Object.entries(object);
  const index = Math.floor(random() * members.length);
  const [name, member] = members[index] ?? ["extra", null];
  const kind = random();
  if (kind < 0.12) members.splice(index, 1);
  else if (kind < 0.24) members.push([pick(random, NAMES), pick(random, EDGES)]);
  else if (kind < 0.3) members[index] = [name.toUpperCase(), member];
  else members[index] = [name, change(member, random)];
  // Not by assignment: a member called __proto__ is a member like any other.
  return Object.fromEntries(members);
}

function changeText(text: string, random: Random): unknown {
  const at = Math.floor(random() * (text.length + 1));
  return pick<unknown>(random, [
    text + pick(random, ["", "x", " ", "\n", "é", "😀", "0", "-", "Z"]),
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + pick(random, ["0", "9", "a", "%", ":", "T", "_", "\u0000"]) + text.slice(at + 1),
    text.toUpperCase(),
    text.repeat(60),
    pick(random, EDGES),
  ]);
}
