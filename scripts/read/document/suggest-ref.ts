import { suggest } from "../../../packages/validators/src/runtime/suggest.ts";
import { isRawObject, member } from "../model/build-context.ts";
import { fromRef, join, split } from "../pointer.ts";

/**
 * The reference that was most likely meant by one that leads to nothing: with each misspelt name corrected, otherwise a
 * component of the same name in another section.
 */
export function suggestRef(ref: string, document: unknown): string | undefined {
  const pointer = fromRef(ref);
  if (pointer === undefined || pointer === "") return undefined;
  const found = correctNames(split(pointer), document) ?? findComponent(split(pointer).at(-1) ?? "", document);
  return found === undefined ? undefined : `#${found}`;
}

function correctNames(names: readonly string[], document: unknown): string | undefined {
  let pointer = "";
  let value = document;
  for (const name of names) {
    if (!isRawObject(value)) return undefined;
    const known = Object.hasOwn(value, name) ? name : suggest(name, Object.keys(value));
    if (known === undefined) return undefined;
    pointer = join(pointer, known);
    value = member(value, known);
  }
  return pointer;
}

function findComponent(name: string, document: unknown): string | undefined {
  const components = isRawObject(document) ? member(document, "components") : undefined;
  const sections = Object.entries(isRawObject(components) ? components : {});
  const section = sections.find(([, named]) => isRawObject(named) && Object.hasOwn(named, name));
  return section === undefined ? undefined : join("/components", section[0], name);
}
