/** `Prefer: code=402, example=declined`: asks the mock for one of the documented responses (RFC 7240). */
import type { MockOperation, Wanted } from "./engine.ts";
import { quote, Refusal } from "./refusal.ts";

const preference = /^([!#$%&'*+.^_`|~\w-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s";]*)))?\s*(?:;.*)?$/s;

/** Reads the header; preferences of other kinds are left alone, as the RFC asks. */
export function readPrefer(header: string | undefined): { code?: string; example?: string } {
  const found: { code?: string; example?: string } = {};
  for (const part of splitOutsideQuotes(header ?? "")) {
    const [, name = "", quoted, plain = ""] = preference.exec(part.trim()) ?? [];
    const value = quoted?.replaceAll(/\\(.)/gs, "$1") ?? plain;
    const key = name.toLowerCase();
    // The first of several with one name counts (RFC 7240, section 2).
    if (key === "code" || key === "example") found[key] ??= value;
  }
  return found;
}

function splitOutsideQuotes(header: string): string[] {
  return header.match(/(?:"(?:[^"\\]|\\.)*"|[^,])+/gs) ?? [];
}

/** What was asked for, if the operation documents it; otherwise a refusal that lists what it does document. */
export function readWanted(operation: MockOperation, header: string | undefined): Wanted {
  const { code, example } = readPrefer(header);
  if (code === undefined && example === undefined) return {};
  const all = operation.responses.map((response) => ({ code: response.code, examples: exampleNames(response) }));
  const candidates = code === undefined ? all : all.filter((response) => response.code === code);
  if (candidates.length === 0) {
    throw refuse(
      `code=${code ?? ""} is not documented for this operation`,
      all.map((response) => response.code),
    );
  }
  if (example === undefined) return { code: Number(code) };
  const match = candidates.find((response) => response.examples.includes(example));
  if (match === undefined) {
    const names = candidates.flatMap((response) => response.examples.map((name) => `${response.code} ${name}`));
    throw refuse(`example=${quote(example)} does not exist here`, names);
  }
  return { code: Number(match.code), example };
}

function exampleNames(response: MockOperation["responses"][number]): string[] {
  return (response.contents ?? []).flatMap(({ examples = [] }) => examples.map(({ key }) => key));
}

function refuse(problem: string, known: readonly string[]): Refusal {
  const list = known.length === 0 ? "There are none." : `There are: ${known.join(", ")}.`;
  return new Refusal("parameter_invalid", `Prefer: ${problem}. ${list}`, "Prefer");
}
