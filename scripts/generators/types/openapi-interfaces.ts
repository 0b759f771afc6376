/** `paths`, `webhooks`, `components` and `operations`, in the shape that openapi-fetch reads; openapi-typescript makes it. */
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { docComment } from "../../emit/comment.ts";
import { propertyName } from "../../emit/identifier.ts";
import { stringLiteral } from "../../emit/literal.ts";
import type { Api } from "../../model.ts";
import type { NamedTypes } from "./named-types.ts";
import { after, typeOf } from "./schema-type.ts";
import { buildSkeleton, type Placeholders } from "./skeleton.ts";

/** The four interfaces, as text. */
export async function emitInterfaces(api: Api, named: NamedTypes): Promise<string> {
  const { document, placeholders } = buildSkeleton(
    api,
    (schema, openness) => typeOf(schema, named.context(openness)),
    (name) => named.context("open").nameFor(name, "open"),
  );
  const nodes = await openapiTS(document as unknown as OpenAPI3, {
    silent: true,
    transform: (schema) => {
      const slot: unknown = Reflect.get(schema, "x-slot");
      return typeof slot === "string" ? ts.factory.createTypeReferenceNode(slot) : undefined;
    },
  });
  return fillPlaceholders(astToString(nodes), placeholders);
}

function fillPlaceholders(text: string, { mark, types, comments, operationIds }: Placeholders): string {
  const at = (name: string) => `${mark}${name}(\\d+)_`;
  return text
    .replace(/^export /gm, "\nexport ")
    .replace(/^(?: {4})+/gm, (indent) => indent.slice(indent.length / 2))
    .replace(new RegExp(`^( *)/\\*\\* ${at("text")} \\*/\\n`, "gm"), (_, indent: string, index: string) =>
      docComment(comments[Number(index)] ?? {}, indent),
    )
    .replace(new RegExp(`"${at("id")}"`, "g"), (_, index: string) => stringLiteral(operationIds[Number(index)] ?? ""))
    .replace(new RegExp(at("id"), "g"), (_, index: string) => propertyName(operationIds[Number(index)] ?? ""))
    .replace(new RegExp(`^( *)(.*?) ${at("")}`, "gm"), (_, indent: string, before: string, index: string) => {
      const type = types[Number(index)] ?? "unknown";
      return indent + after(before, type.replaceAll("\n", `\n${indent}`));
    });
}
