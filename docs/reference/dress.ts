/**
 * Takes the fields out of a page of Redoc's: without what only works with scripts, with stable addresses, and with the
 * classes that `reference.css` styles instead of Redoc's thousand.
 */
import type { Element, ElementContent } from "hast";
import { element, find, findAll, isElement, type Node, parseHtml, textOf } from "./hast.ts";

export interface Field {
  readonly name: string;
  /** What the field's own schema is called, where it has a name. */
  readonly title: string | undefined;
  /** Name, type and bounds. */
  readonly head: Element;
  /** Description, default, examples, values. */
  readonly rest: readonly ElementContent[];
  readonly isNested: boolean;
  readonly isChoice: boolean;
}

/** Redoc's page of a schema or of parameters, taken apart. */
export interface Dressed {
  readonly fields: readonly Field[];
  /** What describes a schema without properties. */
  readonly whole: readonly ElementContent[];
}

/**
 * Takes a page apart.
 *
 * @throws {Error} where Redoc's page is not what it was: better no reference than one that lost something.
 */
export function dress(html: string, key: string, linkOf: (title: string) => string | undefined): Dressed {
  const main = find(parseHtml(html), ({ tagName }) => tagName === "main");
  if (main === undefined) throw new Error(`Redoc's page of ${key} has no main part.`);
  const rows = findAll(main, ({ properties }) => /t=request&.*path=[^/]+$/.test(String(properties.id ?? "")));
  if (rows.length > 0) return { fields: rows.map((row) => dressRow(row, linkOf)), whole: [] };
  const body = find(main, (part) => part.children.length > 1 && isBodyTitle(part.children[0]));
  if (body === undefined) throw new Error(`Redoc's page of ${key} shows neither fields nor a body.`);
  return { fields: [], whole: body.children.slice(1).flatMap((child) => clean(child, linkOf)) };
}

function isBodyTitle(node: Node | undefined): boolean {
  return isElement(node, "div") && /^Body/.test(textOf(node)) && !/t=request/.test(JSON.stringify(node.properties));
}

function dressRow(row: Element, linkOf: (title: string) => string | undefined): Field {
  const [head, ...rest] = row.children.filter((child) => isElement(child));
  if (head === undefined) throw new Error(`Redoc shows a field without a name: ${textOf(row)}`);
  const parts = head.children.filter((child) => isElement(child));
  const name = textOf(parts[0] ?? head);
  const title = parts.map(textOf).find((part) => /^\(.+\)$/.test(part));
  const isNested = find(row, ({ properties }) => "dataSchemaNestedOpen" in properties) !== undefined;
  const isChoice = find(row, ({ properties }) => properties.dataSectionId === "switcher") !== undefined;
  return {
    name,
    title: title?.slice(1, -1),
    head: element("div", { className: ["field-head"] }, ...parts.map((part, index) => dressPart(part, index, linkOf))),
    rest: rest.filter((part) => !isScripted(part)).flatMap((part) => clean(part, linkOf)),
    isNested,
    isChoice,
  };
}

/** A part of a field's first line; Redoc tells them apart by style alone. */
function dressPart(part: Element, index: number, linkOf: (title: string) => string | undefined): Element {
  const text = textOf(part);
  if (index === 0) return element("code", { className: ["field-name"] }, text);
  if (text === "required") return element("strong", { className: ["field-required"] }, text);
  if (text.startsWith("^")) return element("code", { className: ["field-pattern"] }, text);
  return element("span", { className: ["field-type"] }, link(text, linkOf));
}

function link(text: string, linkOf: (title: string) => string | undefined): ElementContent {
  const [, title] = /^\((.+)\)$/.exec(text) ?? [];
  const href = title === undefined ? undefined : linkOf(title);
  return href === undefined ? { type: "text", value: text } : element("a", { href }, title ?? text);
}

/** What opens or switches by a script, and is put together from fragments of its own. */
function isScripted(part: Element): boolean {
  const scripted = ({ properties }: Element): boolean =>
    "dataSchemaNestedOpen" in properties || properties.dataSectionId === "switcher";
  return scripted(part) || find(part, scripted) !== undefined;
}

const dropped: ReadonlySet<string> = new Set(["svg", "button", "script", "style"]);

/** A copy with text and structure only. */
function clean(node: ElementContent, linkOf: (title: string) => string | undefined): ElementContent[] {
  if (node.type === "text") return [{ type: "text", value: node.value.replace(/\s+/g, " ") }];
  if (!isElement(node) || dropped.has(node.tagName)) return [];
  const { properties } = node;
  if ("ariaHidden" in properties || "dataDeepLinkAnchor" in properties || properties.role === "tablist") return [];
  const children = node.children.flatMap((child) => clean(child, linkOf));
  if (node.tagName === "em") return [element("span", { className: ["field-type"] }, link(textOf(node), linkOf))];
  if (node.tagName === "a") return [{ ...element("a", { href: String(properties.href ?? "") }), children }];
  // Boxes inside boxes say nothing without Redoc's styles.
  const [only] = children;
  if (node.tagName === "div" && children.length === 1 && only !== undefined && isElement(only)) return [only];
  const kept = node.tagName === "table" ? { className: ["field-values"] } : {};
  return children.length === 0 ? [] : [{ ...element(node.tagName, kept), children: children.flatMap(apart) }];
}

/** Redoc keeps labels and values apart by margins; words need a space. */
function apart(node: ElementContent, index: number): ElementContent[] {
  return index > 0 && isElement(node, "span") ? [{ type: "text", value: " " }, node] : [node];
}
