import type { GeneratedFile } from "../model.ts";

/** The first line of every generated file: what made it, from what, and how to remake it. */
export const HEADER =
  "// Made from spec/openapi.yaml by `pnpm generate`. Do not edit: change the source, then run it again.";

/** Puts the header on a file that does not have it yet. */
export function withHeader({ path, content }: GeneratedFile): GeneratedFile {
  return { path, content: isGenerated(content) ? content : `${HEADER}\n\n${content.trimStart()}` };
}

/** Whether a file's text is ours to replace or to remove. */
export function isGenerated(content: string): boolean {
  return content.startsWith(HEADER);
}
