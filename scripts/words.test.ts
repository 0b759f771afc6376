import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** The glossary's retired words stay retired: this repository's own text is searched for each. */

const root = path.resolve(import.meta.dirname, "..");

/** Files that quote the retired words, or that others wrote. */
const exempt =
  /^(STYLE\.md|GLOSSARY\.md|LICENSE|decisions\/|spec\/DECISIONS\.md|scripts\/words\.test\.ts|scripts\/\.textlintrc)|lock\.yaml$/;

const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => /\.(astro|css|hbs|js|json|mdx?|sh|ts|yaml|yml)$/.test(file) && !exempt.test(file));

interface RetiredWord {
  readonly pattern: RegExp;
  readonly instead: string;
}

const retired: readonly RetiredWord[] = [
  { pattern: /\banswer(s|ed|ing)?\b/i, instead: "response, or responds with" },
  { pattern: /(?<!CONN|Connection)refus(e|es|ed|al|als|ing)\b/i, instead: "reject, throw, or report" },
  { pattern: /\bway[ -]?outs?\b/i, instead: "hint" },
  { pattern: /\bretell\b/i, instead: "sanitizeError" },
  { pattern: /\b(OpenAPI|API) description\b/i, instead: "spec, or specification" },
  { pattern: /\bthe description (itself|lies|is rejected)\b/i, instead: "the spec" },
  { pattern: /exchanges?\b(?! rates?\b)/i, instead: "request, response, or attempt" },
  { pattern: /\bcircumstances?\b/i, instead: "response metadata" },
  { pattern: /\bstrangers?\b/i, instead: "unexpected file" },
  { pattern: /\bhears? of\b/i, instead: "be notified of" },
  { pattern: /\b(is|are) no (?!longer|more\b|less\b|such\b)(?<!there is no )/i, instead: "is not a" },
  { pattern: /\/\*\* What /, instead: "name the thing: /** The response that …" },
  { pattern: /\bstands? twice\b/i, instead: "is repeated" },
  { pattern: /\b(doors?|seams?|reading mode)\b/i, instead: "entry point, transport, openness" },
];

/** The lines of a file that match, as `file:line  text`. */
function linesWith(pattern: RegExp, file: string): string[] {
  const lines = readFileSync(path.join(root, file), "utf8").split("\n");
  return lines.flatMap((line, index) =>
    pattern.test(line) ? [`${file}:${index + 1}  ${line.trim().slice(0, 120)}`] : [],
  );
}

test.each(retired)("no file says $pattern, but $instead", ({ pattern }) => {
  expect(files.flatMap((file) => linesWith(pattern, file))).toEqual([]);
});
