/** The YAML between two lines of `---` at the beginning of a guide. */
import { isMap, LineCounter, parseDocument } from "yaml";
import type { GuideProblem } from "./problem.ts";

const block = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?=\r?\n|$)/;

/** The text of a guide with empty lines in place of its front matter, so that every line keeps its number. */
export const withoutFrontMatter = (text: string): string =>
  text.replace(block, (found) => found.replaceAll(/[^\n]/g, ""));

/** Finds what keeps the front matter from being read, and a title or a description that is missing or not a string. */
export function checkFrontMatter(text: string): GuideProblem[] {
  const found = block.exec(text);
  if (found === null) return [fatal(1, 1, "the front matter is missing: begin with ---, a title and ---")];
  const [, yaml = ""] = found;
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string): GuideProblem => {
    const { line, col } = lines.linePos(offset);
    // The first line of the file is the one of `---`.
    return fatal(line + 1, col, message);
  };
  const [error] = document.errors;
  if (error !== undefined) return [at(error.pos[0], `the front matter is not valid YAML: ${error.message}`)];
  const { contents } = document;
  if (!isMap(contents)) return [fatal(1, 1, "the front matter has no title")];
  return ["title", "description"].flatMap((name) => {
    const value = document.get(name);
    if (typeof value === "string" && value !== "") return [];
    if (value === undefined && name === "description") return [];
    const pair = contents.items.find(({ key }) => String(key) === name);
    const { range } = (pair?.key ?? {}) as { range?: [number, number, number] };
    if (range === undefined) return [fatal(1, 1, `the front matter has no ${name}`)];
    return [at(range[0], `the ${name} is not a string: put it in quotes`)];
  });
}

const fatal = (line: number, column: number, message: string): GuideProblem => ({
  line,
  column,
  message,
  isFatal: true,
});
