/** Contradictions within one schema: rules that no value can meet, or that cancel each other. */
import { isDeepStrictEqual } from "node:util";
import type { Schema } from "../../model.ts";
import { isOfType } from "../json-types.ts";

/** The keyword at fault, the problem, and the hint. */
export type Contradiction = readonly [keyword: string, message: string, hint: string];

/** All contradictions that a schema holds in its own keywords (those of its parts are found when they are read). */
export function checkSchema(schema: Schema): Contradiction[] {
  return [
    ...checkBounds(schema),
    ...checkValues(schema),
    ...checkDefault(schema),
    ...checkPatternMessage(schema),
    ...checkRequired(schema),
    ...checkTags(schema),
  ];
}

const BOUNDS = [
  ["minimum", "maximum"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minContains", "maxContains"],
  ["minProperties", "maxProperties"],
] as const;

function* checkBounds(schema: Schema): Generator<Contradiction> {
  for (const [low, high] of BOUNDS) {
    const [least, most] = [schema[low], schema[high]];
    if (least === undefined || most === undefined || least <= most) continue;
    yield [low, `${low} ${least} is greater than ${high} ${most}`, "correct one of them"];
  }
  const above = schema.exclusiveMinimum;
  for (const high of ["maximum", "exclusiveMaximum"] as const) {
    const most = schema[high];
    if (above === undefined || most === undefined || above < most) continue;
    yield ["exclusiveMinimum", `exclusiveMinimum ${above} leaves nothing under ${high} ${most}`, "correct one of them"];
  }
  const [least, below] = [schema.minimum, schema.exclusiveMaximum];
  if (least !== undefined && below !== undefined && least >= below) {
    yield ["minimum", `minimum ${least} leaves nothing under exclusiveMaximum ${below}`, "correct one of them"];
  }
  if (schema.multipleOf !== undefined && schema.multipleOf <= 0) {
    yield ["multipleOf", "multipleOf must be greater than 0", "correct it"];
  }
}

function* checkValues(schema: Schema): Generator<Contradiction> {
  const { types } = schema;
  const values = schema.enum;
  if (values?.length === 0) yield ["enum", "enum has no value, so nothing is valid", "name the values, or write false"];
  if (values && new Set(values.map((value) => JSON.stringify(value))).size < values.length) {
    yield ["enum", "enum names a value twice", "remove one"];
  }
  const only = schema.const === undefined ? undefined : JSON.stringify(schema.const.value);
  if (only !== undefined && values && !values.some((value) => JSON.stringify(value) === only)) {
    yield ["const", `const ${only} is not among the values of enum`, "remove one of the two keywords"];
  }
  if (types === undefined) return;
  for (const value of values ?? []) {
    if (types.some((type) => isOfType(value, type))) continue;
    yield [
      "enum",
      `enum value ${JSON.stringify(value)} is not of type ${types.join(" or ")}`,
      "correct the value or the type",
    ];
  }
  for (const keyword of ["const", "default"] as const) {
    const held = keyword === "const" ? schema.const?.value : schema.default;
    if (held === undefined || types.some((type) => isOfType(held, type))) continue;
    yield [
      keyword,
      `${keyword} ${JSON.stringify(held)} is not of type ${types.join(" or ")}`,
      "correct the value or the type",
    ];
  }
}

/** A default is filled in unchecked, so it has to keep the rules beside it. */
function* checkDefault(schema: Schema): Generator<Contradiction> {
  const { default: held, enum: values, pattern } = schema;
  if (held === undefined) return;
  const isBroken = {
    enum: values !== undefined && !values.some((value) => isDeepStrictEqual(value, held)),
    minimum: typeof held === "number" && held < (schema.minimum ?? held),
    maximum: typeof held === "number" && held > (schema.maximum ?? held),
    exclusiveMinimum: typeof held === "number" && held <= (schema.exclusiveMinimum ?? -Infinity),
    exclusiveMaximum: typeof held === "number" && held >= (schema.exclusiveMaximum ?? Infinity),
    minLength: typeof held === "string" && [...held].length < (schema.minLength ?? 0),
    maxLength: typeof held === "string" && [...held].length > (schema.maxLength ?? Infinity),
    pattern: typeof held === "string" && pattern !== undefined && !new RegExp(pattern, "u").test(held),
  };
  for (const [rule, breaks] of Object.entries(isBroken)) {
    if (breaks) yield ["default", `default ${JSON.stringify(held)} breaks its own ${rule}`, "correct one of them"];
  }
}

function* checkPatternMessage({ pattern, patternMessage }: Schema): Generator<Contradiction> {
  if (patternMessage === undefined || pattern !== undefined) return;
  yield [
    "x-pattern-message",
    "x-pattern-message is set, but the schema has no pattern",
    "add the pattern, or remove it",
  ];
}

function* checkRequired(schema: Schema): Generator<Contradiction> {
  if (schema.additionalProperties?.never !== true) return;
  const patterns = [...(schema.patternProperties?.keys() ?? [])].map((pattern) => new RegExp(pattern, "u"));
  for (const name of schema.required ?? []) {
    if (schema.properties?.has(name) || patterns.some((pattern) => pattern.test(name))) continue;
    const message = `required property ${JSON.stringify(name)} is forbidden by additionalProperties: false`;
    yield ["required", message, "add it to properties, or take it out of required"];
  }
  for (const [name, property] of schema.properties ?? []) {
    if (property.never !== true || !schema.required?.includes(name)) continue;
    yield ["required", `required property ${JSON.stringify(name)} can have no value`, "take it out of required"];
  }
}

function* checkTags(schema: Schema): Generator<Contradiction> {
  const variants = schema.oneOf ?? schema.anyOf;
  if (schema.discriminator === undefined || variants === undefined) return;
  const names = new Set(variants.map((variant) => variant.ref));
  for (const [tag, name] of schema.discriminator.mapping) {
    if (names.has(name)) continue;
    yield [
      "discriminator",
      `tag ${JSON.stringify(tag)} maps to ${name}, which is not a variant here`,
      "add the variant",
    ];
  }
}
