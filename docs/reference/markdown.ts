/** Writes Markdown: the only place of the docs that escapes. */

/** A document for the site: front matter and parts, each a block of its own. */
export function page(matter: Readonly<Record<string, unknown>>, ...parts: readonly string[]): string {
  const lines = Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const body = parts.filter((part) => part !== "").join("\n\n");
  return `---\n${lines.join("\n")}\n---\n\n${body}\n`;
}

/** A block of code, whatever it holds. */
export function fence(language: string, code: string, title = ""): string {
  const ticks = "`".repeat(Math.max(3, ...[...code.matchAll(/`{3,}/g)].map(([run]) => run.length + 1)));
  const meta = title === "" ? "" : ` title=${JSON.stringify(title.replaceAll(/["\\]/g, "'"))}`;
  return `${ticks}${language}${meta}\n${code.trimEnd()}\n${ticks}`;
}

export const json = (value: unknown, title = ""): string => fence("json", JSON.stringify(value, null, 2), title);

/** Text from the description, which is Markdown: its tags, if any, become text. */
export function prose(text: string): string {
  return text
    .trim()
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll("<", "&lt;").replaceAll("{", "&#123;")))
    .join("");
}

/** The first sentence, without marks, for a page's description. */
export function summarize(text: string): string {
  const plain = text.replaceAll(/[`*]/g, "").replaceAll(/\s+/g, " ").trim();
  return /^.*?[.!?](?= [A-Z]|$)/.exec(plain)?.[0] ?? plain;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
}

export const link = (text: string, address: string): string => `[${text}](${address})`;
export const code = (text: string): string => `\`${text}\``;
