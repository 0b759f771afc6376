/** Plain reading of parsed JSON whose shape the linter has already vouched for. */

export type Raw = Readonly<Record<string, unknown>>;

export function isRaw(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object, or an empty one where there is none. */
export function record(value: unknown): Raw {
  return isRaw(value) ? value : {};
}

/** The objects of an array, or none. */
export function list(value: unknown): readonly Raw[] {
  return Array.isArray(value) ? value.filter(isRaw) : [];
}

/** The string, or an empty one. */
export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The last part of a local reference: the component's name. */
export function refName(schema: unknown): string | undefined {
  const { $ref } = record(schema);
  return typeof $ref === "string" ? $ref.slice($ref.lastIndexOf("/") + 1) : undefined;
}

/** Follows local references. */
export class Resolver {
  readonly #document: Raw;

  constructor(document: Raw) {
    this.#document = document;
  }

  follow(raw: Raw): Raw {
    const { $ref } = raw;
    if (typeof $ref !== "string") return raw;
    let found: unknown = this.#document;
    for (const part of $ref.split("/").slice(1))
      found = record(found)[part.replaceAll("~1", "/").replaceAll("~0", "~")];
    if (!isRaw(found)) throw new Error(`${$ref} names nothing in the bundle.`);
    return this.follow(found);
  }
}
