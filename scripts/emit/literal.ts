import type { Json } from "../model.ts";

/**
 * Characters that print as something else than they are, or as nothing: controls, line separators, the marks that
 * reorder text, and halves of surrogate pairs. In source they are written as escapes.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A string as a TypeScript literal in double quotes, inert whatever it contains. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text).replace(UNPRINTABLE, escapeCharacter).replaceAll("</", "<\\/");
}

/** A text whose characters that print as something else, or as nothing, are written as escapes of JSON. */
export function escapeUnprintable(text: string): string {
  return text.replace(UNPRINTABLE, escapeCharacter);
}

/** A JSON value as a TypeScript expression on one line. */
export function literal(value: Json): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (isArray(value)) return `[${value.map(literal).join(", ")}]`;
  const members = Object.entries(value).map(([key, member]) => `${literalKey(key)}: ${literal(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** A longer literal takes a line for each of its members. */
const longestLine = 100;

/** A JSON value as a TypeScript expression, on several lines if it is long or has an object with more than so many members. */
export function literalInLines(value: Json, mostMembers = Number.POSITIVE_INFINITY, indent = ""): string {
  const line = literal(value);
  if (typeof value !== "object" || value === null) return line;
  const inner = `${indent}  `;
  const isList = isArray(value);
  const members = isList
    ? value.map((item) => literalInLines(item, mostMembers, inner))
    : Object.entries(value).map(([key, one]) => `${literalKey(key)}: ${literalInLines(one, mostMembers, inner)}`);
  const isShort = indent.length + line.length <= longestLine && (isList || members.length <= mostMembers);
  if (isShort && !members.some((member) => member.includes("\n"))) return line;
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return [open, ...members.map((member) => `${inner}${member},`), `${indent}${close}`].join("\n");
}

/** A regular expression literal for a pattern that is known to be valid with the `u` flag. */
export function regExpLiteral(pattern: string): string {
  // `source` escapes slashes and line feeds as the language asks.
  const source = new RegExp(pattern, "u").source;
  return `/${source.replace(UNPRINTABLE, escapeCharacter)}/u`;
}

/** A word of a POSIX shell in single quotes: inert whatever it contains. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A key of an object literal. `"__proto__": x` would set the prototype, a computed key does not. */
export function literalKey(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff
    ? [...character]
        .flatMap((c) => [c.charCodeAt(0), c.charCodeAt(1)])
        .map(escapeUnit)
        .join("")
    : escapeUnit(code);
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
