/**
 * Parses the parts of a regular expression that determine its cost.
 * https://tc39.es/ecma262/#sec-patterns, with the `u` flag.
 */

export type Node =
  /** One character of a set, as the pattern writes the set. */
  | { readonly kind: "character"; readonly source: string }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly Node[] }
  /** `most` is undefined if there is no limit. */
  | { readonly kind: "repeat"; readonly part: Node; readonly least: number; readonly most: number | undefined }
  | { readonly kind: "start" }
  | { readonly kind: "end" };

/** Thrown for a pattern that cannot be analyzed; the message ends a sentence about the pattern. */
export class Unprovable extends Error {}

/** Matches without taking a character. */
export const NOTHING: Node = { kind: "sequence", parts: [] };

const TOKEN = new RegExp(
  [
    /\[(?:[^\]\\]|\\[\s\S])*\]/, // A class.
    /\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}/, // A surrogate pair, which is one character.
    /\\u\{[\da-fA-F]+\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[a-zA-Z]|\\[pP]\{[^}]*\}|\\[\s\S]/,
    /\(\?<?[=!]|\(\?<[^>]*>|\(\?:/, // How a group begins.
    /\{\d+(?:,\d*)?\}/,
    /[\s\S]/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gu",
);

/**
 * The tree of a pattern that `RegExp` accepts.
 *
 * @throws {Unprovable} if the pattern has a lookaround or a back-reference.
 */
export function parsePattern(pattern: string): Node {
  return new Parser(pattern.match(TOKEN) ?? []).readChoice();
}

class Parser {
  private next = 0;
  private readonly tokens: readonly string[];

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  readChoice(): Node {
    const parts = [this.readSequence()];
    while (this.takes("|")) parts.push(this.readSequence());
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: "choice", parts };
  }

  private readSequence(): Node {
    const parts: Node[] = [];
    for (let token = this.tokens[this.next]; token !== undefined && token !== "|" && token !== ")"; ) {
      this.next++;
      parts.push(this.readRepeat(this.readAtom(token)));
      token = this.tokens[this.next];
    }
    return { kind: "sequence", parts };
  }

  private readAtom(token: string): Node {
    if (token === "^") return { kind: "start" };
    if (token === "$") return { kind: "end" };
    if (token === "\\b" || token === "\\B") return NOTHING;
    if (/^\(\?<?[=!]/.test(token)) throw new Unprovable(`has a lookaround, ${token}`);
    if (/^\\[1-9k]/.test(token)) throw new Unprovable("has a back-reference to a group");
    if (!token.startsWith("(")) return { kind: "character", source: token };
    const group = this.readChoice();
    this.next++; // The closing bracket.
    return group;
  }

  private readRepeat(part: Node): Node {
    const counts = countsOf(this.tokens[this.next]);
    if (counts === undefined) return part;
    this.next++;
    this.takes("?"); // Lazy: the same ways in another order.
    return { kind: "repeat", part, ...counts };
  }

  private takes(token: string): boolean {
    const isNext = this.tokens[this.next] === token;
    if (isNext) this.next++;
    return isNext;
  }
}

function countsOf(token: string | undefined): { least: number; most: number | undefined } | undefined {
  if (token === "*") return { least: 0, most: undefined };
  if (token === "+") return { least: 1, most: undefined };
  if (token === "?") return { least: 0, most: 1 };
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(token ?? "") ?? [];
  if (least === undefined) return undefined;
  if (comma === "") return { least: Number(least), most: Number(least) };
  return { least: Number(least), most: most === "" ? undefined : Number(most) };
}
