/**
 * Reads YAML or JSON as strictly as an API spec needs: what comes out is plain JSON, and whatever YAML could
 * mean besides (dates, NaN, merge keys, aliases without end) is a problem that names its line.
 */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Scalar,
  visit,
} from "yaml";
import type { Place } from "../model.ts";
import { join, split } from "./pointer.ts";
import type { Problem } from "./spec-error.ts";

export interface YamlFile {
  /** The content as plain JSON; undefined when there are problems. A new copy on each call. */
  readonly read: () => unknown;
  readonly problems: readonly Problem[];
  /** The line of a pointer, or of its nearest ancestor in the file. */
  readonly placeOf: (pointer: string) => Place;
}

/** Deeper nesting than any spec has; it keeps recursive readers from running out of stack. */
const MAX_DEPTH = 200;
/** Enough for shared examples, far too few for a document that unfolds to gigabytes. */
const MAX_ALIASES = 1000;

/** Reads a text; never throws. */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, stringKeys: true, prettyErrors: false });
    const problems = [...syntaxProblems(document, lines), ...findTraps(document, lines)];
    return {
      read: () => document.toJS({ maxAliasCount: MAX_ALIASES }),
      problems: problems.length > 0 ? problems : unfoldProblems(document),
      placeOf: (pointer) => ({ pointer, line: lineOf(document, lines, pointer) }),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { read: () => undefined, problems: [tooDeep(1)], placeOf: (pointer) => ({ pointer, line: 1 }) };
  }
}

function report(pointer: string, line: number, message: string, hint: string): Problem {
  return { place: { pointer, line }, message, hint };
}

function tooDeep(line: number): Problem {
  return report("", line, `nested more than ${MAX_DEPTH} levels deep`, "flatten it");
}

function syntaxProblems(document: Document.Parsed, lines: LineCounter): Problem[] {
  return [...document.errors, ...document.warnings].map((error) => {
    const line = lines.linePos(error.pos[0]).line;
    if (error.code === "DUPLICATE_KEY")
      return report("", line, "this key is repeated in its map", "remove one of them");
    // The parser itself gave up, and reports that as a syntax error.
    if (/call stack/i.test(error.message)) return tooDeep(line);
    return report("", line, error.message, "correct the YAML");
  });
}

/** YAML that is valid but has no plain JSON meaning. */
function findTraps(document: Document.Parsed, lines: LineCounter): Problem[] {
  const problems: Problem[] = [];
  visit(document, (_key, node, path) => {
    if (!isNode(node)) return undefined;
    const line = lines.linePos(node.range?.[0] ?? 0).line;
    const pointer = pointerOf(path, node);
    const add = (message: string, hint: string) => void problems.push(report(pointer, line, message, hint));
    if (path.filter(isCollection).length > MAX_DEPTH) {
      problems.push(tooDeep(line));
      return visit.BREAK;
    }
    if (isAlias(node) && node.resolve(document) === undefined) {
      add(`the alias *${node.source} names no anchor before it`, "correct the name, or write the content out");
    }
    if (isAlias(node) && path.some((outer) => isCollection(outer) && outer.anchor === node.source)) {
      add(`the alias *${node.source} is inside its own anchor, so it never ends`, "write the content out");
    }
    if (isScalar(node)) checkScalar(node, add);
    return undefined;
  });
  return problems;
}

function checkScalar({ value, source }: Scalar, add: (message: string, hint: string) => void): void {
  if (value === "<<") add("merge keys (<<) are not part of YAML 1.2", "write the members out");
  if (typeof value === "number" && !Number.isFinite(value))
    add(`${value} is not a JSON number`, "write a finite number");
  if (typeof value === "object" && value !== null)
    add("only JSON values are allowed here", "remove the tag, or quote it");
  if (typeof value !== "number" || source === undefined || !Number.isFinite(value)) return;
  if (decimal(source) !== decimal(String(value))) {
    const message = `${source} has more digits than a number of JavaScript holds, and would become ${value}`;
    add(message, `write at most 15 digits, or leave it out if it only repeats a format's range`);
  }
}

/** A number in one notation, so that `1.50`, `15e-1` and `1.5` are the same text. */
function decimal(source: string): string {
  const text = /^0[xo]/.test(source) ? BigInt(source).toString() : source;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^([-+]?)(\d*)(?:\.(\d*))?(?:e([-+]?\d+))?$/i.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  const power = Number(exponent) - fraction.length + digits.length - significant.length;
  return significant === "" ? "0" : `${sign === "-" ? "-" : ""}${significant}e${power}`;
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

function pointerOf(path: readonly unknown[], node: unknown): string {
  let pointer = "";
  for (const [index, step] of path.entries()) {
    const next = path[index + 1] ?? node;
    if (isSeq(step)) pointer = join(pointer, step.items.indexOf(next));
    else if (typeof step === "object" && step !== null && "key" in step && isScalar(step.key)) {
      pointer = join(pointer, String(step.key.value));
    }
  }
  return pointer;
}

/** The line of the member that a pointer names: of its key, so that an editor opens at the name. */
function lineOf(document: Document.Parsed, lines: LineCounter, pointer: string): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? node.range?.[0] : undefined;
  for (const segment of split(pointer)) {
    const step = enter(isAlias(node) ? node.resolve(document) : node, segment);
    if (step === undefined) break;
    offset = step.offset ?? offset;
    node = step.value;
  }
  return lines.linePos(offset ?? 0).line;
}

/** The member of a node, and the place of its name. */
function enter(node: unknown, segment: string): { value: unknown; offset: number | undefined } | undefined {
  if (isSeq(node)) {
    const item: unknown = node.items[Number(segment)];
    return isNode(item) ? { value: item, offset: item.range?.[0] } : undefined;
  }
  const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === segment) : undefined;
  return pair && { value: pair.value, offset: isNode(pair.key) ? pair.key.range?.[0] : undefined };
}
