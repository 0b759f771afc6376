import { arrayCases } from "./cases/array-cases.ts";
import type { KeywordCase } from "./cases/keyword-case.ts";
import { objectCases } from "./cases/object-cases.ts";
import { scalarCases } from "./cases/scalar-cases.ts";
import { unionCases } from "./cases/union-cases.ts";

/** By what the schema asks for. */
export const keywordCases: Readonly<Record<string, KeywordCase>> = {
  ...scalarCases,
  ...arrayCases,
  ...objectCases,
  ...unionCases,
};

/** The name of a case's schema when all are compiled together. */
export function keywordName(name: string): string {
  return `Case${Object.keys(keywordCases).indexOf(name)}`;
}

/** The schemas of all cases. */
export const keywordSchemas = Object.fromEntries(
  Object.entries(keywordCases).map(([name, { schema }]) => [keywordName(name), schema]),
);
