import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { isRawObject, member, type RawObject } from "../read/model/build-context.ts";
import { fromRef, join, lookUp } from "../read/pointer.ts";

/** How well a spec is covered by examples. */
export interface ExampleFigures {
  /** Request and response bodies of operations and webhooks, and how many of them have a named example. */
  readonly bodies: number;
  readonly bodiesWithExample: number;
  /** All examples of bodies, parameters, headers and schemas, and how many of them their schema allows. */
  readonly examples: number;
  readonly valid: number;
  /** `pointer: what is wrong`, for each body without an example and each example that is not valid. */
  readonly faults: readonly string[];
}

/**
 * Counts the examples of a bundled spec and validates each with ajv (draft 2020-12), which shares no code with
 * our own validators.
 */
export function measureExamples(document: RawObject): ExampleFigures {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema(document, "api");
  const figures = { bodies: 0, bodiesWithExample: 0, examples: 0, valid: 0 };
  const faults: string[] = [];

  const check = (schemaPointer: string, pointer: string, value: unknown): void => {
    const validate = ajv.compile({ $ref: `api#${encodeURI(schemaPointer)}` });
    figures.examples += 1;
    if (validate(value)) figures.valid += 1;
    else faults.push(`${pointer}: ${ajv.errorsText(validate.errors)}`);
  };

  for (const { pointer, node } of walk(document, "")) {
    if (pointer.endsWith("/application~1json")) {
      figures.bodies += 1;
      if (Object.keys(objectAt(node, "examples")).length > 0) figures.bodiesWithExample += 1;
      else faults.push(`${pointer}: the body has no named example`);
    }
    for (const example of examplesOf(document, pointer, node)) check(example.schema, example.pointer, example.value);
  }
  return { ...figures, faults };
}

interface Example {
  readonly schema: string;
  readonly pointer: string;
  readonly value: unknown;
}

function* examplesOf(document: RawObject, pointer: string, node: RawObject): Generator<Example> {
  const examples = node.examples;
  if (isRawObject(node.schema)) {
    const schema = join(pointer, "schema");
    if (Object.hasOwn(node, "example")) yield { schema, pointer: join(pointer, "example"), value: node.example };
    for (const [name, example] of Object.entries(isRawObject(examples) ? examples : {})) {
      const at = join(pointer, "examples", name);
      yield { schema, pointer: at, value: member(dereference(document, example), "value") };
    }
  } else if (Array.isArray(examples)) {
    for (const [index, value] of examples.entries())
      yield { schema: pointer, pointer: join(pointer, "examples", index), value };
  }
}

function dereference(document: RawObject, node: unknown): RawObject {
  const ref = isRawObject(node) ? member(node, "$ref") : undefined;
  const target = typeof ref === "string" ? lookUp(document, fromRef(ref) ?? "") : node;
  return isRawObject(target) ? target : {};
}

function objectAt(node: RawObject, key: string): RawObject {
  const value = node[key];
  return isRawObject(value) ? value : {};
}

/** Every object of the document with its pointer, but for those inside examples, which are values. */
function* walk(node: unknown, pointer: string): Generator<{ pointer: string; node: RawObject }> {
  if (Array.isArray(node)) {
    for (const [index, child] of node.entries()) yield* walk(child, join(pointer, index));
  } else if (isRawObject(node)) {
    yield { pointer, node };
    for (const [key, child] of Object.entries(node))
      if (key !== "examples" && key !== "example") yield* walk(child, join(pointer, key));
  }
}
