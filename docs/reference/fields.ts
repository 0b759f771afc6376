/** Lists of fields as HTML: Redoc's, nested ones inside, each at an address of its own. */
import type { ElementContent } from "hast";
import { href, kebab, schemaSlug } from "./addresses.ts";
import { type Dressed, dress, type Field } from "./dress.ts";
import { element, printHtml } from "./hast.ts";
import { type Raw, record, refName, text } from "./raw.ts";
import type { Description } from "./read-description.ts";
import { type FieldSource, renderWithRedoc } from "./redoc.ts";

export interface Fields {
  /** The fields of a named schema, as one line of HTML. */
  ofSchema(name: string, prefix: string): string;
  /** Parameters or headers that `sources` asked for. */
  ofSource(key: string, prefix: string): string;
}

const deepest = 3;

/** Renders every named schema, and the sources given, at once. */
export async function renderFields(
  description: Description,
  sources: ReadonlyMap<string, FieldSource>,
): Promise<Fields> {
  const { schemas, document } = description;
  const wanted = new Map(sources);
  for (const name of schemas.keys()) {
    wanted.set(`schema ${name}`, { schema: { $ref: `#/components/schemas/${name}` } });
  }
  const names = new Map(
    [...schemas].flatMap(([name, schema]) => [
      [name, name],
      [text(schema.title) || name, name],
    ]),
  );
  const linkOf = (title: string): string | undefined => {
    const name = names.get(title);
    return name === undefined ? undefined : href(schemaSlug(name));
  };
  const pages = await renderWithRedoc(document, wanted);
  const dressed = new Map([...pages].map(([key, html]) => [key, dress(html, key, linkOf)]));

  function printAll(
    key: string,
    prefix: string,
    schema: string | undefined,
    above: readonly string[],
  ): ElementContent[] {
    const union = schemas.get(schema ?? "")?.oneOf;
    if (Array.isArray(union)) return [printOptions(union)];
    const { fields, whole } = get(dressed, key);
    if (fields.length === 0) return [...whole];
    return fields.map((field) => printField(field, `${prefix}-${slug(field.name)}`, schema, above));
  }

  function printField(field: Field, id: string, schema: string | undefined, above: readonly string[]): ElementContent {
    const isNamed = names.has(field.title ?? "");
    const choice = field.isChoice || (field.isNested && !isNamed) ? [printChoice(field, schema)] : [];
    const nested = field.isNested && isNamed ? printNested(field, id, above) : [];
    const anchor = element(
      "a",
      { className: ["field-anchor"], href: `#${id}`, ariaLabel: `Link to ${field.name}` },
      "#",
    );
    const head = { ...field.head, children: [...field.head.children, anchor] };
    return element("div", { className: ["field"], id }, head, ...field.rest, ...choice, ...nested);
  }

  function printNested(field: Field, id: string, above: readonly string[]): ElementContent[] {
    const name = names.get(field.title ?? "") ?? "";
    if (above.includes(name) || above.length >= deepest) return [];
    const fields = printAll(`schema ${name}`, id, name, [...above, name]);
    return [element("details", {}, element("summary", {}, `Fields of ${field.name}`), ...fields)];
  }

  function printChoice(field: Field, schema: string | undefined): ElementContent {
    const owner = record(record(schemas.get(schema ?? "")?.properties)[field.name]);
    const options = ["anyOf", "oneOf"].flatMap((word) => [owner[word], record(owner.items)[word]]).flat();
    const known = options.filter((option) => option !== undefined);
    if (known.length === 0) throw new Error(`The object ${field.name} has no name. Name it in components.schemas.`);
    return printOptions(known);
  }

  function printOptions(options: readonly unknown[]): ElementContent {
    const items = options.map((option) => printOption(record(option), linkOf));
    return element("div", { className: ["field-choice"] }, "One of:", element("ul", {}, ...items));
  }

  return {
    ofSchema: (name, prefix) => wrap(printAll(`schema ${name}`, prefix, name, [name])),
    ofSource: (key, prefix) => wrap(printAll(key, prefix, undefined, [])),
  };
}

function printOption(option: Raw, linkOf: (title: string) => string | undefined): ElementContent {
  const name = refName(option) ?? refName(option.items);
  const anchor = name === undefined ? [] : [element("a", { href: linkOf(name) ?? "" }, name)];
  const title = text(option.title);
  const words = title === "" ? "" : `${title}: ${text(option.description)} Items: `;
  return element("li", {}, words, ...anchor);
}

function get(all: ReadonlyMap<string, Dressed>, key: string): Dressed {
  const found = all.get(key);
  if (found === undefined) throw new Error(`Redoc rendered nothing for ${key}.`);
  return found;
}

/** On one line: Markdown takes a line break after a tag for the end of the HTML. */
function wrap(content: readonly ElementContent[]): string {
  const html = printHtml([element("div", { className: ["fields", "not-content"] }, ...content)]);
  return html.replace(/\s*\n\s*/g, " ");
}

const slug = (name: string): string => kebab(name).replace(/[^a-z0-9_]+/g, "-");
