/** The call of an operation in TypeScript, with the examples of the spec. */
import { literalKey, stringLiteral } from "../../emit/literal.ts";
import type { Json } from "../../model.ts";
import type { Argument, Method } from "./method.ts";

/** A literal that is longer than this goes on several lines. */
const WIDTH = 100;

/** The statement that calls the operation, with all arguments or some of them. */
export function emitCall(method: Method, list: readonly Argument[] = method.arguments): string {
  const { client } = method.operation;
  const call = `vinr.${client.resource}.${client.method}(${emitArguments(list)})`;
  const name = method.variable;
  if (method.item !== undefined) return `for await (const ${name} of ${call}) {\n  ${emitShown(method)}\n}`;
  return method.data === "undefined" ? `await ${call};` : `const ${name} = await ${call};`;
}

/** The statement that shows the result: its id and its status, since the whole could hold a secret. */
export function emitShown(method: Method): string {
  const name = method.variable;
  return `console.log(${method.shown.map((property) => `${name}.${property}`).join(", ") || '"done"'});`;
}

/** The examples of the arguments, up to the last one that a call has to have or that the spec has an example of. */
function emitArguments(list: readonly Argument[]): string {
  const end = list.findLastIndex(({ required, example }) => required || example !== undefined);
  const shown = list.slice(0, end + 1);
  const emitAll = (indent: string) =>
    shown.map(({ example }) => (example === undefined ? "undefined" : emitValue(example, indent)));
  const line = emitAll("").join(", ");
  const isLong = shown.length > 1 && (line.includes("\n") || line.length > WIDTH / 2);
  if (!isLong) return line;
  return `\n${emitAll("  ")
    .map((value) => `  ${value},\n`)
    .join("")}`;
}

/** A JSON value as a TypeScript expression: on one line if it fits. */
function emitValue(value: Json, indent: string): string {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value !== "object" || value === null) return String(value);
  const deeper = `${indent}  `;
  const isList = isArray(value);
  const members = isList
    ? value.map((item) => emitValue(item, deeper))
    : Object.entries(value).map(([key, member]) => `${literalKey(key)}: ${emitValue(member, deeper)}`);
  const [open, close, space] = isList ? ["[", "]", ""] : ["{", "}", " "];
  if (members.length === 0) return `${open}${close}`;
  const line = `${open}${space}${members.join(", ")}${space}${close}`;
  if (line.length <= WIDTH - indent.length && !line.includes("\n") && (isList || members.length < 3)) return line;
  return `${open}\n${members.map((member) => `${deeper}${member},\n`).join("")}${indent}${close}`;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
