/** The parts of a doc comment. */
export interface DocComment {
  readonly description?: string | undefined;
  readonly deprecated?: boolean | undefined;
  /** The default, as JSON text. */
  readonly default?: string | undefined;
  /** One example, as JSON text. */
  readonly example?: string | undefined;
  /** A sample of TypeScript. */
  readonly sample?: string | undefined;
}

/** Text that marks reorder, or that does not print: a comment shows what it holds, or leaves it out. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
const LINE_BREAK = /\r\n|[\n\r\u0085\u2028\u2029]/;

/** Lines of text made inert for the inside of a comment: nothing ends the comment, nothing reads as a directive. */
export function commentLines(text: string): string[] {
  const lines = text.split(LINE_BREAK).map((line) =>
    line
      .replaceAll("\t", "  ")
      .replace(INVISIBLE, "")
      .replaceAll("*/", "*\\/")
      .replaceAll("/*", "/\\*")
      // A tag that the description did not mean, or a directive to the compiler.
      .replace(/^(\s*)@/, "$1\\@")
      .replace(/(?<!\\)@(?=ts-|__PURE__|__NO_SIDE_EFFECTS__)/g, "\\@")
      .trimEnd(),
  );
  while (lines.length > 0 && lines.at(-1) === "") lines.pop();
  while (lines.length > 0 && lines[0] === "") lines.shift();
  return lines;
}

/** The lines of a TSDoc comment, without its frame. */
export function docLines(doc: DocComment): string[] {
  const lines = commentLines(doc.description ?? "");
  const tags: string[] = [];
  if (doc.deprecated) tags.push("@deprecated");
  if (doc.default !== undefined) tags.push(`@default ${commentLines(doc.default).join(" ")}`);
  if (doc.example !== undefined) tags.push(`@example ${commentLines(doc.example).join(" ")}`);
  if (doc.sample !== undefined) tags.push("@example", "```ts", ...commentLines(doc.sample), "```");
  return lines.length > 0 && tags.length > 0 ? [...lines, "", ...tags] : [...lines, ...tags];
}

/** A TSDoc comment with its frame and a final line feed, or nothing where there is nothing to say. */
export function docComment(doc: DocComment, indent = ""): string {
  const lines = docLines(doc);
  if (lines.length === 0) return "";
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}
