/** Specs whose every text tries to leave its place in generated code, and to run. */
import { seeded } from "../validators/testing/random.ts";

/** Sets a global that the test looks for. */
const CODE = "globalThis.PWN=1;";

/** Texts that end a comment, a literal, a line or a block, or read otherwise than they look. */
const TEXTS = [
  `*/${CODE}/*`,
  `*\u200b/${CODE}/\u200b*`,
  `*\u0000/${CODE}/*`,
  `**/${CODE}/**`,
  `*\\/*/${CODE}/*`,
  `\n*/${CODE}/*`,
  `\r*/${CODE}//`,
  `\u2028${CODE}//`,
  `\u2029${CODE}//`,
  `\u0085${CODE}//`,
  `\n${CODE}//`,
  `";${CODE}"`,
  `\\";${CODE}//`,
  `';${CODE}'`,
  `\`;${CODE}\``,
  `\${(${CODE.slice(0, -1)})}`,
  `"]});${CODE}({a:["`,
  `</script><script>${CODE}</script>`,
  `/${CODE}/`,
  `$&$\`$'$1*/${CODE}/*`,
  "\\",
  "\ud800",
  "__proto__",
  "constructor",
  "toString",
];

/** The texts of one spec, in an order that the seed decides: each of them comes to each place sooner or later. */
class Texts {
  readonly #random: () => number;
  #count = 0;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  next(): string {
    return TEXTS[Math.floor(this.#random() * TEXTS.length)] ?? "";
  }

  /** A text that differs from all other names, also where only letters and digits are compared. */
  name(): string {
    const mark = `N${++this.#count}x`;
    const text = this.next().replaceAll(/\p{Cs}/gu, "\ufffd");
    return this.#random() < 0.5 ? `${mark}${text}` : `${text}${mark}`;
  }

  names(): readonly [string, string] {
    return [this.name(), this.name()];
  }
}

type RawObject = Record<string, unknown>;

/** The spec of a seed, as JSON. */
export function hostileSpec(seed: number): string {
  const texts = new Texts(seed);
  const schemas = Object.fromEntries(namedSchemas(texts));
  const [first = ""] = Object.keys(schemas);
  const spec = {
    openapi: "3.1.0",
    info: { title: texts.next(), version: texts.next(), description: texts.next() },
    servers: [{ url: `https://api.example/v1`, description: texts.next() }],
    tags: [{ name: texts.name(), description: texts.next() }],
    paths: {
      [`/${encodeURIComponent(texts.name())}*/${CODE}`]: {
        get: operation(texts, first),
        post: operation(texts, first, true),
      },
    },
    webhooks: { [texts.name()]: { post: { ...operation(texts, first, true), parameters: [] } } },
    components: { schemas },
  };
  return JSON.stringify(spec);
}

function operation(texts: Texts, schema: string, hasBody = false): RawObject {
  const content = { "application/json": { schema: refTo(schema), examples: examples(texts) } };
  return {
    operationId: texts.name(),
    summary: texts.next(),
    description: texts.next(),
    deprecated: true,
    tags: [texts.next()],
    parameters: [
      { name: texts.name(), in: "query", description: texts.next(), schema: textSchema(texts), example: texts.next() },
      { name: texts.name(), in: "header", required: true, schema: textSchema(texts), example: texts.next() },
    ],
    ...(hasBody && { requestBody: { description: texts.next(), required: true, content } }),
    responses: {
      "200": {
        description: texts.next(),
        headers: { [texts.name()]: { description: texts.next(), schema: textSchema(texts) } },
        content,
      },
    },
  };
}

function examples(texts: Texts): RawObject {
  return { [texts.name()]: { summary: texts.next(), value: { [texts.name()]: texts.next() } } };
}

function textSchema(texts: Texts): RawObject {
  return { type: "string", title: texts.next(), description: texts.next(), default: texts.next() };
}

function* namedSchemas(texts: Texts): Generator<[string, RawObject]> {
  const [one, other] = texts.names();
  const tag = texts.name();
  yield [one, objectSchema(texts, other)];
  yield [other, { ...objectSchema(texts, one), additionalProperties: false, examples: [texts.next()] }];
  const [yes, no] = texts.names();
  const tagged = (value: string) => ({
    type: "object",
    required: [tag],
    properties: { [tag]: { const: value }, [texts.name()]: textSchema(texts) },
  });
  yield [yes, tagged(yes)];
  yield [no, tagged(no)];
  yield [
    texts.name(),
    {
      oneOf: [refTo(yes), refTo(no)],
      discriminator: { propertyName: tag, mapping: { [yes]: pathTo(yes), [no]: pathTo(no) } },
    },
  ];
  const values = texts.names();
  const meanings = Object.fromEntries(values.map((value) => [value, texts.next()]));
  yield [texts.name(), { type: "string", enum: values, "x-enumDescriptions": meanings, description: texts.next() }];
  const codes = texts.names();
  yield [
    texts.name(),
    {
      type: "string",
      enum: codes,
      "x-error-codes": Object.fromEntries(
        codes.map((code) => [code, { status: 400, type: texts.next(), description: texts.next() }]),
      ),
    },
  ];
}

function objectSchema(texts: Texts, other: string): RawObject {
  const [required, name] = texts.names();
  const pattern = texts
    .next()
    .replaceAll(/\p{Cs}/gu, "\ufffd")
    .replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return {
    type: "object",
    title: texts.next(),
    description: texts.next(),
    required: [required],
    properties: {
      [required]: textSchema(texts),
      [name]: refTo(other),
      [texts.name()]: { type: "string", maxLength: 99, pattern: `^${pattern}$`, format: texts.name() },
      [texts.name()]: { const: { [texts.name()]: [texts.next()] }, description: texts.next() },
      [texts.name()]: { enum: texts.names(), examples: [texts.next()], deprecated: true },
    },
    dependentRequired: { [required]: [name] },
  };
}

function pathTo(name: string): string {
  return `#/components/schemas/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
}

function refTo(name: string): RawObject {
  return { $ref: pathTo(name) };
}
