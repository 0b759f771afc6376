/** White space of `\s` beyond ASCII. */
const SPACES = [
  0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029,
  0x202f, 0x205f, 0x3000, 0xfeff,
];

const WRITTEN = /\\u\{([\da-fA-F]+)\}|\\u([\da-fA-F]{4})|([\s\S])/gu;

/**
 * Sets of characters as bits, by their source in the pattern. A bit stands for a character at the edge of some set: sets
 * that overlap share at least one bit. A Unicode property counts as all characters, which errs on the safe side.
 */
export function characterSets(sources: readonly string[]): ReadonlyMap<string, bigint> {
  const edges = sources.flatMap(codePointsIn).flatMap((code) => [code - 1, code, code + 1]);
  const ascii = Array.from({ length: 0x81 }, (_, code) => code);
  const codes = [...new Set([...ascii, ...SPACES, ...edges])].filter((code) => code >= 0 && code <= 0x10ffff);
  const characters = codes.map((code) => String.fromCodePoint(code));
  return new Map([...new Set(sources)].map((source) => [source, setOf(source, characters)]));
}

function setOf(source: string, characters: readonly string[]): bigint {
  const isAll = /\\p\{/i.test(source);
  const test = new RegExp(`^(?:${source})$`, "u");
  return characters.reduce((set, character, i) => (isAll || test.test(character) ? set | (1n << BigInt(i)) : set), 0n);
}

/** The characters in the source of a set. */
function codePointsIn(source: string): number[] {
  return [...source.matchAll(WRITTEN)].map(([, long, short, literal]) =>
    literal === undefined ? Number.parseInt(long ?? short ?? "", 16) : (literal.codePointAt(0) ?? 0),
  );
}
