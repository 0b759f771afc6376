/** Finds the place of a value in JSON as a reader wrote it, for a message that is about it. */

export interface JsonPlace {
  /** From 0, in characters. */
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
}

type Path = readonly (number | string)[];

/**
 * The place of the value at a path. Where there is none, such as a property that is missing, that of the value around it.
 * Undefined in a text that is not JSON.
 */
export function findInJson(text: string, path: Path): JsonPlace | undefined {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  const { start, end } = new Reader(text).find(path);
  return { start, end, line: text.slice(0, start).split("\n").length };
}

/** Reads JSON that is known to be valid, so each token is skipped by a pattern. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Goes through the value that comes next. */
  find(path: Path): { start: number; end: number } {
    this.#skip(/\s*/y);
    const start = this.#at;
    const opener = this.#text[start];
    const found = opener === "{" || opener === "[" ? this.#findMember(path, opener) : this.#skipScalar();
    return found ?? { start, end: this.#at };
  }

  /** Goes through the members of an object or an array; undefined where the path leads to none of them. */
  #findMember([step, ...rest]: Path, opener: string): { start: number; end: number } | undefined {
    this.#at++;
    let found: { start: number; end: number } | undefined;
    for (let index = 0; !this.#skip(/\s*[}\]]/y); index++) {
      this.#skip(/\s*,?\s*/y);
      const nameStart = this.#at;
      const name = opener === "{" ? this.#readName() : index;
      const value = this.find(name === step ? rest : []);
      if (name !== step) continue;
      // A property that is wrong itself, such as one that is unknown, is found with its name.
      found = rest.length === 0 && opener === "{" ? { start: nameStart, end: value.end } : value;
    }
    return found;
  }

  #readName(): string {
    const start = this.#at;
    this.#skip(/"(?:[^"\\]|\\.)*"/y);
    const name: string = JSON.parse(this.#text.slice(start, this.#at));
    this.#skip(/\s*:/y);
    return name;
  }

  #skipScalar(): undefined {
    this.#skip(/"(?:[^"\\]|\\.)*"|[^\s,\]}]+/y);
  }

  /** Whether the pattern, which is sticky, matched here. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return false;
    this.#at = pattern.lastIndex;
    return true;
  }
}
