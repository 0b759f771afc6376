/** The errors that an operation returns, as the examples of its responses show them. */
import type { Api, Json, Operation, Response } from "../../scripts/model.ts";

export const isError = ({ status }: Response): boolean => /^[45]/.test(status);

/** The error codes among the examples of a response. */
export function codesOf({ content }: Response): string[] {
  return content.flatMap(({ examples }) => examples.flatMap(({ value }) => codeOf(value) ?? []));
}

/** The operations that return an error code. */
export function operationsWith(code: string, { operations }: Api): Operation[] {
  return operations.filter(({ responses }) => responses.some((response) => codesOf(response).includes(code)));
}

/** An example body with an error code. */
export function findErrorExample(code: string, { operations }: Api): Json | undefined {
  const content = operations.flatMap(({ responses }) => responses.flatMap((response) => response.content));
  return content.flatMap(({ examples }) => examples).find(({ value }) => codeOf(value) === code)?.value;
}

function codeOf(value: Json): string | undefined {
  const code = member(member(value, "error"), "code");
  return typeof code === "string" ? code : undefined;
}

function member(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== "object" || value === null || !(name in value)) return undefined;
  return (value as Readonly<Record<string, Json>>)[name];
}
