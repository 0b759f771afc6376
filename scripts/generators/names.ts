import { isIdentifier, typeNames } from "../emit/identifier.ts";
import type { Api } from "../model.ts";

/** Words that cannot name a variable, and globals that generated code relies on. */
const RESERVED = `arguments as async await break case catch class const continue debugger default delete do else enum
  eval export extends false finally for function if implements import in instanceof interface let new null of
  package private protected public return static super switch this throw true try typeof undefined var void while
  with yield Array Infinity NaN Number Object RegExp Set String`.split(/\s+/);

/** Names that every generated function uses. */
const EVERYWHERE = ["value", "context", "key", "members", "options"];

/** Names in use, from which new ones keep away. */
export class Scope {
  readonly #taken: Set<string>;
  readonly #outer: Scope | undefined;

  constructor(taken: Iterable<string> = [...RESERVED, ...EVERYWHERE], outer?: Scope) {
    this.#taken = new Set(taken);
    this.#outer = outer;
  }

  has(name: string): boolean {
    return this.#taken.has(name) || (this.#outer?.has(name) ?? false);
  }

  /** Takes the name, with a number behind it where it is taken already. */
  take(name: string): string {
    let free = name;
    for (let i = 2; this.has(free); i++) free = `${name}${i}`;
    this.#taken.add(free);
    return free;
  }
}

/** How a schema is called in what is generated for it. */
export interface SchemaNames {
  /** Its type in `@vinr/types`. */
  readonly type: string;
  /** The name after `is`, `validate` and `check`. */
  readonly suffix: string;
  /** Its module, without an extension. */
  readonly file: string;
}

/** File names that mean something else: what the folder holds beside the schemas, and devices of Windows. */
const RESERVED_FILES = /^(?:index|json-schema|requests|con|prn|aux|nul|com\d|lpt\d)$/;

/** The names of every schema: no two suffixes or files are the same, not even where case does not count. */
export function schemaNames(api: Pick<Api, "schemas">): ReadonlyMap<string, SchemaNames> {
  const types = typeNames(api);
  const suffixes = new Scope([]);
  const files = new Scope([]);
  const names = new Map<string, SchemaNames>();
  for (const [name, type] of types) {
    const words = kebabCase(type);
    names.set(name, {
      type,
      suffix: suffixes.take(capitalize(type)),
      file: files.take(RESERVED_FILES.test(words) ? `${words}-schema` : words),
    });
  }
  return names;
}

/** `PaymentCreateParams` → `payment-create-params`. */
export function kebabCase(name: string): string {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return words.length === 0 ? "schema" : words.join("-").toLowerCase();
}

/** A property's name as the name of a variable: `created_at` → `createdAt`. */
export function variableName(name: string): string {
  if (isIdentifier(name) && !name.includes("_")) return name.charAt(0).toLowerCase() + name.slice(1);
  const joined = pascalCase(name);
  if (joined === "") return "member";
  return /^\d/.test(joined) ? `member${joined}` : joined.charAt(0).toLowerCase() + joined.slice(1);
}

/** A name's words, each with a capital: `created_at` → `CreatedAt`. Empty where it has no ASCII letter or digit. */
export function pascalCase(name: string): string {
  return (name.match(/[A-Za-z0-9]+/g) ?? []).map(capitalize).join("");
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
