/**
 * Finds the mistake in the syntax of a YAML text. After the first one the parser reads all that follows with another
 * indentation, and reports it, too: only the mistake itself is a problem.
 */
import type { Document, LineCounter, YAMLError, YAMLWarning } from "yaml";
import type { Problem } from "../spec-error.ts";
import { tooDeep } from "./yaml-tree.ts";

/** The one mistake that leads to no other. */
const unknownTag = "TAG_RESOLVE_FAILED";
const conflict = /^(<{7}|\|{7}|={7}|>{7})(?:\s.*)?$/;
const tabIndent = /^ *\t\s*[^\s]/;

/** Nothing else is worth reporting of a text that has one of these problems. */
export function findSyntaxProblems(
  text: string,
  { errors, warnings }: Document.Parsed,
  lines: LineCounter,
): readonly Problem[] {
  const lineOf = ({ pos }: YAMLError | YAMLWarning) => lines.linePos(pos[0]).line;
  const sorted = errors.filter(({ code }) => code !== unknownTag).sort((one, other) => one.pos[0] - other.pos[0]);
  const [first] = sorted;
  if (first === undefined) return [...errors, ...warnings].map((one) => describe(one, lineOf(one), 0));
  const line = lineOf(first);
  // The parser itself gave up, and reports that as a syntax error.
  if (/call stack/i.test(first.message)) return [tooDeep(line)];
  const conflicts = findConflicts(text);
  if (conflicts.length > 0) return conflicts;
  const tabs = errors.some(({ code }) => code === "TAB_AS_INDENT") ? findTabs(text) : undefined;
  return [tabs ?? describe(first, line, sorted.length - 1)];
}

/** The merge conflicts, each at its first marker. */
function findConflicts(text: string): Problem[] {
  const markers = text.split(/\r?\n/).flatMap((content, index) => {
    const [, marker] = conflict.exec(content) ?? [];
    return marker === undefined ? [] : [{ marker, line: index + 1 }];
  });
  return markers.flatMap(({ marker, line }, index) => {
    if (!marker.startsWith("<")) return [];
    const end = markers.slice(index).find((other) => other.marker.startsWith(">"));
    const range = end === undefined ? "" : ` that ends in line ${end.line}`;
    return [problem(line, `a merge conflict${range}`, "keep one side, and delete the lines with <<<, === and >>>")];
  });
}

/** The lines that a tab indents, as one problem. */
function findTabs(text: string): Problem | undefined {
  const tabs = text.split(/\r?\n/).flatMap((content, index) => (tabIndent.test(content) ? [index + 1] : []));
  const [line, ...others] = tabs;
  if (line === undefined) return undefined;
  const more = others.length === 0 ? "" : `, as ${others.length} ${others.length === 1 ? "other is" : "others are"}`;
  return problem(line, `this line is indented with a tab${more}`, "use spaces");
}

const hints: Partial<Record<YAMLError["code"], string>> = {
  BLOCK_AS_IMPLICIT_KEY: "quote a text that holds a colon; otherwise correct the indentation here or in the next line",
  BAD_INDENT: "indent this line as its neighbours",
};

function describe({ code, message }: YAMLError | YAMLWarning, line: number, others: number): Problem {
  const more = others === 0 ? "" : `; ${others} more ${others === 1 ? "problem" : "problems"} may follow from it`;
  return problem(line, `${message.replace(/\.$/, "")}${more}`, hints[code] ?? "correct the YAML");
}

function problem(line: number, message: string, hint: string): Problem {
  return { place: { pointer: "", line }, message, hint };
}
