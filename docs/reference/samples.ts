/** The samples in `examples/operations/generated`, which the tests run. */
import { readFile } from "node:fs/promises";
import { withoutHeader } from "../../scripts/emit/header.ts";
import type { CodeSample } from "../../scripts/model.ts";
import { pathWithin } from "../../scripts/paths.ts";
import { segment } from "./addresses.ts";

const languages = [
  { extension: "ts", language: "TypeScript", label: "TypeScript" },
  { extension: "sh", language: "Shell", label: "curl" },
] as const;

/** The samples of each operation, by its `operationId`. */
export type Samples = ReadonlyMap<string, readonly CodeSample[]>;

/** Reads the samples of the named operations. */
export async function readSamples(folder: string, operationIds: readonly string[]): Promise<Samples> {
  const entries = operationIds.map(async (id): Promise<[string, CodeSample[]]> => {
    const samples = languages.map(async ({ extension, language, label }) => {
      const source = await readFile(pathWithin(folder, `${segment(id)}.${extension}`), "utf8");
      return { language, label, source: withoutHeader(source) };
    });
    return [id, await Promise.all(samples)];
  });
  return new Map(await Promise.all(entries));
}
