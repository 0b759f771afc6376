/** The call of an operation in TypeScript, with the examples of the spec. */
import { literalInLines } from "../../emit/literal.ts";
import type { Argument, Method } from "./method.ts";

/** Several arguments that are longer than this together take a line each. */
const longestArguments = 50;

/** An object with more members takes a line for each. */
const mostMembers = 2;

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
    shown.map(({ example }) => (example === undefined ? "undefined" : literalInLines(example, mostMembers, indent)));
  const line = emitAll("").join(", ");
  const isLong = shown.length > 1 && (line.includes("\n") || line.length > longestArguments);
  if (!isLong) return line;
  return `\n${emitAll("  ")
    .map((value) => `  ${value},\n`)
    .join("")}`;
}
