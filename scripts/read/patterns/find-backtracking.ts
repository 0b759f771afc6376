import { ANYTHING, findAmbiguity } from "./ambiguity.ts";
import { automatonOf } from "./automaton.ts";
import { type Node, parsePattern, Unprovable } from "./parse-pattern.ts";

/**
 * Why a pattern cannot be proved to match in time that grows with the text's length and no faster; undefined where
 * it is proved. The reason ends a sentence about the pattern.
 *
 * A matcher that goes back tries every way to read a text before it says no. The ways grow exponentially where a loop
 * can read one text in two ways, and with a power of the length where two loops can share a text: `(a+)+` and `a+a+`.
 * Both are told from the pattern's automaton (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991);
 * whether a text then fails is not asked, so that some harmless patterns are refused too.
 *
 * @example
 * findBacktracking("^(a+)+$"); // "can read one text in several ways, round and round the loop of a"
 * findBacktracking("^[a-z]+$"); // undefined
 */
export function findBacktracking(pattern: string): string | undefined {
  try {
    const tree = parsePattern(pattern);
    const positions = automatonOf({ kind: "sequence", parts: [...searchOf(tree), withoutTail(tree)] });
    return findAmbiguity(positions);
  } catch (error) {
    if (error instanceof Unprovable) return error.message;
    throw error;
  }
}

/** A pattern that need not match from the start is tried at every character: a loop over what stands before. */
function searchOf(tree: Node): Node[] {
  if (isAnchored(tree)) return [];
  return [{ kind: "repeat", part: { kind: "character", source: ANYTHING }, least: 0, most: undefined }];
}

function isAnchored(node: Node): boolean {
  if (node.kind === "choice") return node.parts.every(isAnchored);
  if (node.kind !== "sequence") return node.kind === "start";
  return node.parts[0] !== undefined && isAnchored(node.parts[0]);
}

/** A loop over single characters that ends a pattern has matched before its first round: it is never gone back to. */
function withoutTail(node: Node): Node {
  if (node.kind === "choice") return { ...node, parts: node.parts.map(withoutTail) };
  if (node.kind === "repeat" && node.part.kind === "character") return { ...node, most: node.least };
  const last = node.kind === "sequence" ? node.parts.at(-1) : undefined;
  if (node.kind !== "sequence" || last === undefined) return node;
  return { ...node, parts: [...node.parts.slice(0, -1), withoutTail(last)] };
}
