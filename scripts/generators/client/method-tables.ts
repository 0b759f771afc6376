/** The tables of methods in the README of the client and in its guide. */
import type { GeneratedFile } from "../../model.ts";
import { groupByResource, type Method } from "./method.ts";

/** The documents that have the table, between the comments of its section. */
const DOCUMENTS = ["packages/client/README.md", "docs/src/content/docs/guides/typescript-client.mdx"];

/** The methods by resource. Those that are not operations are described below the table, by hand. */
export function generateMethodTables(methods: readonly Method[]): GeneratedFile[] {
  if (methods.length === 0) return [];
  const rows = [...groupByResource(methods)].map(([resource, own]) => {
    return `| \`vinr.${resource}\` | ${own.map(({ operation }) => `\`${operation.client.method}\``).join(", ")} |`;
  });
  const content = ["| Resource | Methods |", "|---|---|", ...rows].join("\n");
  return DOCUMENTS.map((path) => ({ path, content, section: "methods" }));
}
