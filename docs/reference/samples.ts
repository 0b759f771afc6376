/** The samples of `examples/operations`: what the docs show is what the tests ran. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { kebab } from "./addresses.ts";

export interface Sample {
  readonly language: "sh" | "ts";
  /** As Redoc names it. */
  readonly redocLanguage: string;
  readonly label: string;
  readonly source: string;
}

const kinds = [
  { language: "ts", redocLanguage: "TypeScript", label: "TypeScript" },
  { language: "sh", redocLanguage: "Shell", label: "curl" },
] as const;

/** The samples of each operation, by its `operationId`. */
export async function readSamples(folder: string, ids: readonly string[]): Promise<Map<string, Sample[]>> {
  const read = async (id: string): Promise<[string, Sample[]]> => {
    const files = kinds.map(async (kind) => {
      const source = await readFile(join(folder, `${kebab(id)}.${kind.language}`), "utf8");
      return { ...kind, source };
    });
    return [id, await Promise.all(files)];
  };
  return new Map(await Promise.all(ids.map(read)));
}
