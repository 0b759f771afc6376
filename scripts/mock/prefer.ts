/** `Prefer: code=402, example=declined`: asks the mock for one of the documented responses (RFC 7240). */
import { ApiError, quote } from "./api-error.ts";
import type { MockOperation, Wanted } from "./engine.ts";

const preference = /^([!#$%&'*+.^_`|~\w-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s";]*)))?\s*(?:;.*)?$/s;

/** The longest header that is read, in characters. The time that the patterns take grows with its square. */
const longest = 1_000;

/** Reads the header and ignores preferences of other kinds, as the RFC asks. */
export function readPrefer(header: string | undefined): { code?: string; example?: string } {
  const found: { code?: string; example?: string } = {};
  for (const part of splitOutsideQuotes((header ?? "").slice(0, longest))) {
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

/**
 * The response that the header asks for.
 *
 * @throws {ApiError} with a list of the documented responses, if this is not one of them.
 */
export function readWanted(operation: MockOperation, header: string | undefined): Wanted {
  const { code, example } = readPrefer(header);
  if (code === undefined && example === undefined) return {};
  const all = operation.responses.map((response) => ({ code: response.code, examples: exampleNames(response) }));
  const candidates = code === undefined ? all : all.filter((response) => response.code === code);
  if (candidates.length === 0) {
    throw notDocumented(
      `code=${code ?? ""} is not documented for this operation`,
      all.map((response) => response.code),
    );
  }
  if (example === undefined) return { code: Number(code) };
  const match = candidates.find((response) => response.examples.includes(example));
  if (match === undefined) {
    const names = candidates.flatMap((response) => response.examples.map((name) => `${response.code} ${name}`));
    throw notDocumented(`example=${quote(example)} does not exist here`, names);
  }
  return { code: Number(match.code), example };
}

function exampleNames(response: MockOperation["responses"][number]): string[] {
  return (response.contents ?? []).flatMap(({ examples = [] }) => examples.map(({ key }) => key));
}

function notDocumented(problem: string, known: readonly string[]): ApiError {
  const list = known.length === 0 ? "None are documented." : `Documented are: ${known.join(", ")}.`;
  return new ApiError("parameter_invalid", `Prefer: ${problem}. ${list}`, "Prefer");
}
