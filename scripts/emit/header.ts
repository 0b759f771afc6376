import type { GeneratedFile } from "../model.ts";

/** The first line of every generated file: what made it, from what, and how to remake it. */
export const HEADER =
  "// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.";

/** Puts the header on a file that does not have it yet. */
export function withHeader({ path, content }: GeneratedFile): GeneratedFile {
  return { path, content: isGenerated(content) ? content : `${HEADER}\n\n${content.trimStart()}` };
}

/** Whether a file's text is ours to replace or to remove. */
export function isGenerated(content: string): boolean {
  return content.startsWith(HEADER);
}
