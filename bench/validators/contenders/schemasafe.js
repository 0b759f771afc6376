import { validator } from "@exodus/schemasafe";
import { readQuery } from "../read-query.js";
import { $defs } from "./schemas.js";

const compile = (name, options) =>
  validator(
    { $schema: "https://json-schema.org/draft/2020-12/schema", $ref: `#/$defs/${name}`, $defs },
    { mode: "spec", formatAssertion: true, ...options },
  );

// schemasafe has no discriminator: the tag is read by hand, so that it does no more work than the others.
const types = new Map(
  Object.keys($defs)
    .filter((name) => name.endsWith("Event") && name !== "Event")
    .map((name) => [$defs[name].properties.type.const, compile(name)]),
);
export const create = compile("PaymentCreateParams");
export const list = compile("PaymentList");
export const event = (value) => types.get(value?.type)?.(value) ?? false;
const listQuery = compile("ListQuery", { useDefaults: true });
export const query = (params) => {
  const values = readQuery(params);
  return values !== undefined && listQuery(values);
};
const explainCreate = compile("PaymentCreateParams", { includeErrors: true, allErrors: true });
export const explain = (value) => (explainCreate(value) ? 0 : explainCreate.errors.length);
