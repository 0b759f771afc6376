import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

/** The package of the specification, where the tools and their configurations are. */
export const specFolder = path.resolve(import.meta.dirname, "../../spec");
const requireFromSpec = createRequire(path.join(specFolder, "package.json"));

/** One thing that a linter found. */
export interface Finding {
  readonly rule: string;
  readonly place: string;
  readonly message: string;
}

/** What `redocly lint` finds with the API style guide, `spec/redocly.yaml`. */
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

/** What Spectral finds with a ruleset of `spec/`, apart from OWASP's rules and with them. */
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

/** Runs a command of Redocly and gives what it printed. */
export function redocly(...args: string[]): Promise<string> {
  return run(requireFromSpec.resolve("@redocly/cli/bin/cli.js"), args);
}

/** Runs a tool of Node's and gives what it printed. A linter that finds something exits with 1, which is no fault. */
function run(script: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, REDOCLY_TELEMETRY: "off" };
    execFile(process.execPath, [script, ...args], { maxBuffer: 1e8, env, cwd: specFolder }, (error, stdout, stderr) => {
      if (error && stdout === "") reject(new Error(`${path.basename(script)} ${args[0]} failed:\n${stderr}`));
      else resolve(stdout);
    });
  });
}

function readJson<T>(output: string): T {
  return JSON.parse(output.slice(output.search(/[[{]/))) as T;
}
