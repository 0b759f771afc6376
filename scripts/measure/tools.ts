import { createRequire } from "node:module";
import path from "node:path";
import { execa } from "execa";

/** The specification's package, which has the tools and their configuration. */
export const specFolder = path.resolve(import.meta.dirname, "../../spec");
const requireFromSpec = createRequire(path.join(specFolder, "package.json"));

/** A problem that a linter found. */
export interface Finding {
  readonly rule: string;
  readonly place: string;
  readonly message: string;
}

/** Lints with `redocly lint` and the API style guide, `spec/redocly.yaml`. */
export async function lintWithRedocly(file: string): Promise<Finding[]> {
  const output = await redocly("lint", file, "--config", path.join(specFolder, "redocly.yaml"), "--format", "json");
  const { problems } = readJson<{ problems: RedoclyProblem[] }>(output);
  return problems.map(({ ruleId, message, location: [first] }) => ({
    rule: ruleId,
    place: first?.start ? `${first.start.line}:${first.start.col}` : (first?.pointer ?? ""),
    message,
  }));
}

interface RedoclyProblem {
  readonly ruleId: string;
  readonly message: string;
  readonly location: { readonly pointer?: string; readonly start?: { readonly line: number; readonly col: number } }[];
}

/** Redocly's agent-readiness score, 0 to 100. */
export async function scoreWithRedocly(file: string): Promise<number> {
  const output = await redocly("score", file, "--format", "json");
  return readJson<{ agentReadiness: number }>(output).agentReadiness;
}

/** Lints with Spectral and `spec/spectral.yaml`. Returns the findings of OWASP's rules apart from the others. */
export async function lintWithSpectral(file: string): Promise<{ oas: Finding[]; owasp: Finding[] }> {
  const cli = requireFromSpec.resolve("@stoplight/spectral-cli/dist/index.js");
  const output = await run(cli, [
    "lint",
    file,
    "--ruleset",
    path.join(specFolder, "spectral.yaml"),
    "--format",
    "json",
    "--quiet",
  ]);
  const results = readJson<{ code: string; path: string[]; message: string }[]>(output);
  const findings = results.map(({ code, path: steps, message }) => ({ rule: code, place: steps.join("/"), message }));
  return {
    oas: findings.filter(({ rule }) => !rule.startsWith("owasp:")),
    owasp: findings.filter(({ rule }) => rule.startsWith("owasp:")),
  };
}

/** Runs a command of Redocly. Returns what it printed. */
export function redocly(...args: string[]): Promise<string> {
  return run(requireFromSpec.resolve("@redocly/cli/bin/cli.js"), args);
}

/** Runs a script with Node. Returns what it printed, also if it exits with 1, as a linter does that finds something. */
async function run(script: string, args: string[]): Promise<string> {
  const env = { REDOCLY_TELEMETRY: "off" };
  const result = await execa(process.execPath, [script, ...args], { env, cwd: specFolder, reject: false });
  if (!(result instanceof Error) || result.stdout !== "") return result.stdout;
  throw result;
}

function readJson<T>(output: string): T {
  return JSON.parse(output.slice(output.search(/[[{]/))) as T;
}
