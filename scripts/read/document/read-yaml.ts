/**
 * Reads YAML or JSON as strictly as an API spec needs: what comes out is plain JSON, and whatever YAML could
 * mean besides (dates, NaN, merge keys, aliases without end) is a problem that names its line.
 */
import { type Document, LineCounter, parseDocument } from "yaml";
import type { Place } from "../../model.ts";
import type { Problem } from "../spec-error.ts";
import { findSyntaxProblems } from "./syntax-problems.ts";
import { tooDeep, YamlTree } from "./yaml-tree.ts";

export interface YamlFile {
  /** The content as plain JSON; undefined when there are problems. A new copy on each call. */
  readonly read: () => unknown;
  readonly problems: readonly Problem[];
  /** The line of a pointer, or of its nearest ancestor in the file. */
  readonly placeOf: (pointer: string) => Place;
}

/** Enough for shared examples, far too few for a document that unfolds to gigabytes. */
const MAX_ALIASES = 1000;

/** Reads a text; never throws. The time it takes grows with the text's length, and not with its square. */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter();
  try {
    // The parser compares each key with all others of its map; the tree has a faster way to find repeated ones.
    const options = { lineCounter: lines, stringKeys: true, prettyErrors: false, uniqueKeys: false };
    const document = parseDocument(text, options);
    const tree = new YamlTree(document, lines, MAX_ALIASES);
    const syntax = findSyntaxProblems(text, document, lines);
    const problems = syntax.length > 0 ? syntax : tree.problems;
    return {
      read: () => document.toJS({ maxAliasCount: MAX_ALIASES }),
      problems: problems.length > 0 ? problems : unfoldProblems(document),
      placeOf: (pointer) => ({ pointer, line: tree.lineOf(pointer) }),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { read: () => undefined, problems: [tooDeep(1)], placeOf: (pointer) => ({ pointer, line: 1 }) };
  }
}

function report(pointer: string, line: number, message: string, hint: string): Problem {
  return { place: { pointer, line }, message, hint };
}

/** Aliases within the allowed number may still unfold to more than the limit: the reader itself counts. */
function unfoldProblems(document: Document.Parsed): Problem[] {
  try {
    document.toJS({ maxAliasCount: MAX_ALIASES });
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [report("", 1, `the aliases of this file unfold without end: ${reason}`, "write the content out")];
  }
}
