/** The headings in rendered content, for the table of contents. */
import { findAll, parseHtml, textOf } from "./markdown/hast.ts";

export interface Heading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

export function readHeadings(html: string): Heading[] {
  const headings = findAll(
    parseHtml(html),
    ({ tagName, properties }) => /^h[2-6]$/.test(tagName) && "id" in properties,
  );
  return headings.map((heading) => ({
    depth: Number(heading.tagName.slice(1)),
    slug: String(heading.properties.id),
    text: textOf(heading).trim(),
  }));
}
