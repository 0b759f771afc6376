/** `pnpm lint` of the spec: prints each place that breaks the style guide. Usage: `tsx scripts/lint-command.ts FILE…` */
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { lintSpec } from "./lint-spec.ts";

const styleGuide = fileURLToPath(new URL("../spec/redocly.yaml", import.meta.url));
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Name the files to lint, such as openapi.yaml.");
  process.exitCode = 2;
}
for (const file of files) {
  const problems = await lintSpec(resolve(file), styleGuide);
  for (const { file: path, line, column, message } of problems) {
    console.error(`${relative("", path)}:${line}:${column}  ${message}`);
  }
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`${file} follows the style guide.`);
}
