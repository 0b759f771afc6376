import { ANYTHING, findAmbiguity } from "./ambiguity.ts";
import { automatonOf } from "./automaton.ts";
import { type Node, parsePattern, Unprovable } from "./parse-pattern.ts";

/**
 * Explains why a pattern may not match in linear time; undefined if it is proved to. The reason ends a sentence about the
 * pattern.
 *
 * A backtracking matcher tries every way to match a text before it fails. The ways grow exponentially if a loop can match
 * one text in two ways, as in `(a+)+`, and polynomially if two loops can divide a text, as in `a+a+`. The pattern's
 * automaton shows both (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991). It does not show whether
 * the text then fails, so some harmless patterns are reported too.
 *
 * @example
 * findBacktracking("^(a+)+$"); // "can match one text in several ways in the loop of a"
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

/** A pattern without `^` is tried at every character: that is a loop over the characters before the match. */
function searchOf(tree: Node): Node[] {
  if (isAnchored(tree)) return [];
  return [{ kind: "repeat", part: { kind: "character", source: ANYTHING }, least: 0, most: undefined }];
}

function isAnchored(node: Node): boolean {
  if (node.kind === "choice") return node.parts.every(isAnchored);
  if (node.kind !== "sequence") return node.kind === "start";
  return node.parts[0] !== undefined && isAnchored(node.parts[0]);
}

/** A loop over single characters at the end of a pattern never backtracks: the pattern has matched before its first round. */
function withoutTail(node: Node): Node {
  if (node.kind === "choice") return { ...node, parts: node.parts.map(withoutTail) };
  if (node.kind === "repeat" && node.part.kind === "character") return { ...node, most: node.least };
  const last = node.kind === "sequence" ? node.parts.at(-1) : undefined;
  if (node.kind !== "sequence" || last === undefined) return node;
  return { ...node, parts: [...node.parts.slice(0, -1), withoutTail(last)] };
}
