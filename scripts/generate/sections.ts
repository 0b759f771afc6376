/** Generated sections of documents that are otherwise written by hand, such as a table in a README. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { GeneratedFile } from "../model.ts";
import { SpecError } from "../read/spec-error.ts";

/** Replaces each section by its whole document, with the new content between the comments that mark it. */
export async function placeSections(root: string, files: readonly GeneratedFile[]): Promise<GeneratedFile[]> {
  const placed = files.map(async (file) => {
    if (file.section === undefined) return file;
    const document = await readFile(join(root, file.path), "utf8");
    return { path: file.path, content: replaceSection(document, file.path, file.section, file.content) };
  });
  return Promise.all(placed);
}

/** @throws {SpecError} if the document does not have the section. */
function replaceSection(document: string, path: string, section: string, content: string): string {
  const { start, end } = marksOf(path, section);
  const from = document.indexOf(start);
  const to = document.indexOf(end, from);
  if (from !== -1 && to !== -1) {
    return `${document.slice(0, from + start.length)}\n\n${content}\n\n${document.slice(to)}`;
  }
  const message = `the generated section ${section} is not marked`;
  throw new SpecError([{ place: { pointer: "", line: 1 }, message, hint: `put ${start} and ${end} around it` }], path);
}

/** MDX has no HTML comments. */
function marksOf(path: string, section: string): { readonly start: string; readonly end: string } {
  const [open, close] = path.endsWith(".mdx") ? ["{/*", "*/}"] : ["<!--", "-->"];
  return { start: `${open} ${section}: written by pnpm generate ${close}`, end: `${open} /${section} ${close}` };
}
