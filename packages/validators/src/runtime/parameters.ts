import { type Check, fail, type Issue, type Trail } from "./issues.js";
import { explain, type Result, type ValidateOptions, validator } from "./validate.js";

/**
 * How the text of a parameter becomes a value. `list`: given once an item. `commas`: the items in one text. `members`:
 * one parameter a member, such as `filter[status]`.
 */
export type Reader = { readonly type: "boolean" | "integer" | "number" | "text"; readonly many?: Many };
type Values = { [name: string]: unknown };
type Many = "commas" | "list" | "members";

/**
 * Parameters as they come: `URLSearchParams`, `Headers`, or an object of texts, each one or a list.
 *
 * @example
 * ```ts
 * const inputs: ParameterInput[] = [new URLSearchParams("limit=7"), new Headers(), { limit: "7" }];
 * ```
 */
export type ParameterInput = { entries(): Iterable<[string, string]> } | { readonly [name: string]: unknown };

/**
 * Reads parameters: texts become values, defaults are filled in, and what is wrong is told.
 *
 * @example
 * ```ts
 * function read<T>(parse: ParameterParser<T>, url: URL): T | undefined {
 *   const result = parse(url.searchParams);
 *   return result.ok ? result.value : undefined;
 * }
 * ```
 */
export type ParameterParser<T> = (input: ParameterInput, options?: ValidateOptions) => Result<T>;

/** What a parser knows of its parameters. */
export interface ParameterRules {
  readonly readers: readonly (readonly [string, Reader])[];
  readonly defaults?: { readonly [name: string]: unknown };
  /** Names that exclude each other. */
  readonly exclusive?: readonly (readonly [string, string])[];
  /** Headers: names count in any case, and there may be others. */
  readonly headers?: boolean;
}

/** Makes a parser of parameters that are held to a schema once they are read. */
export function parameterParser<T>(rules: ParameterRules, check: Check): ParameterParser<T> {
  const validate = validator<T>(check);
  const readers = readersOf(rules);
  const defaults = Object.entries(rules.defaults ?? {});
  const exclusive = (rules.exclusive ?? []).map((names) => bitsOf(names, readers));
  // A __proto__ cannot be set by assignment, and a number has 31 bits to tell what was seen: else all is read with care.
  const isPlain = !rules.headers && !readers.has("__proto__") && readers.size < 32;
  const parse: ParameterParser<T> = (input, options) => {
    const plain = isPlain ? readPlainly(input, readers, exclusive) : undefined;
    if (plain !== undefined && check(plain)) {
      for (const [name, value] of defaults) plain[name] ??= value;
      return { ok: true, value: plain as T };
    }
    const { values, issues } = readValues(input, rules, readers);
    const result = validate(Object.fromEntries(values), options);
    if (result.ok && issues.length === 0) {
      return { ok: true, value: Object.fromEntries([...Object.entries(rules.defaults ?? {}), ...values]) as T };
    }
    return { ok: false, issues: [...issues, ...(result.issues ?? [])].slice(0, mostIssues(options)) };
  };
  return (input, options) => {
    try {
      return parse(input, options);
    } catch {
      return explain(() => true);
    }
  };
}

/** How many issues are told: at least one, since a failure without any would pass for a success. */
export function mostIssues(options: ValidateOptions | undefined): number {
  return Math.max(1, options?.maxIssues ?? 100) || 1;
}

interface NamedReader extends Reader {
  /** The name that it is known by: an engine finds it sooner in an object than the same text of a request. */
  readonly name: string;
  /** A bit of its own, to tell that it was seen. */
  readonly bit: number;
}

type Readers = ReadonlyMap<string, NamedReader>;

const readersOf = ({ readers }: ParameterRules): Readers =>
  new Map(readers.map(([name, reader], i) => [name, { ...reader, name, bit: 1 << i }]));

const bitsOf = (names: readonly string[], readers: Readers): number =>
  names.reduce((bits, name) => bits | (readers.get(name)?.bit ?? 0), 0);

/**
 * The values that are given, where each is one text of a known name, and none excludes another: most are. Undefined where
 * any is not.
 */
function readPlainly(input: ParameterInput, readers: Readers, exclusive: readonly number[]): Values | undefined {
  const values: Values = {};
  let seen = 0;
  for (const [name, text] of entriesOf(input)) {
    const reader = readers.get(name);
    if (reader === undefined || reader.many !== undefined) return undefined;
    if (typeof text !== "string" || (seen & reader.bit) !== 0) return undefined;
    seen |= reader.bit;
    values[reader.name] = read(reader, text);
  }
  for (const bits of exclusive) if ((seen & bits) === bits) return undefined;
  return values;
}

/** The parameters by name, as they come. */
export function entriesOf(input: ParameterInput): Iterable<[string, unknown]> {
  // A text has entries too: its characters.
  if (typeof input !== "object") throw new TypeError("parameters must be an object");
  return typeof input.entries === "function" ? (input.entries() as Iterable<[string, string]>) : Object.entries(input);
}

/** The values that are given, and what is wrong with how they are given. */
function readValues(
  input: ParameterInput,
  rules: ParameterRules,
  readers: Readers,
): { values: Map<string, unknown>; issues: readonly Issue[] } {
  const at: Trail = { path: [], issues: [], maxIssues: Number.POSITIVE_INFINITY };
  const values = new Map<string, unknown>();
  const members = new Map<string, Map<string, unknown>>();
  for (const [name, given] of gather(input, rules.headers === true, readers)) {
    const { reader, key } = readerOf(name, readers);
    if (reader === undefined) values.set(name, given[0]);
    else if (key !== undefined) {
      const found = members.get(key) ?? new Map<string, unknown>();
      members.set(key, found.set(name.slice(key.length + 1, -1), read(reader, given[0])));
    } else values.set(name, readAll(reader, given));
    if (reader?.many !== "list" && given.length > 1) {
      fail(name, at, name, "repeated", "given once", `must be given once, got ${given.length} values`);
    }
  }
  for (const [key, found] of members) {
    // Where the whole is given too, it is what is refused.
    if (!values.has(key)) values.set(key, Object.fromEntries(found));
  }
  for (const [one, other] of rules.exclusive ?? []) {
    if (values.has(one) && values.has(other)) {
      fail(other, at, other, "exclusive", `absent where ${one} is given`, `must not be given beside ${one}`);
    }
  }
  return { values, issues: at.issues };
}

/** What is given for each name. */
function gather(input: ParameterInput, isHeaders: boolean, readers: Readers): Map<string, unknown[]> {
  const names = new Map([...readers.keys()].map((name) => [name.toLowerCase(), name]));
  const found = new Map<string, unknown[]>();
  for (const [given, value] of entriesOf(input)) {
    const name = isHeaders ? names.get(given.toLowerCase()) : given;
    if (name === undefined || value === undefined) continue;
    const values = found.get(name) ?? [];
    if (!found.has(name)) found.set(name, values);
    for (const one of Array.isArray(value) ? value : [value]) values.push(one);
  }
  return found;
}

function readerOf(name: string, readers: Readers): { reader?: Reader; key?: string } {
  const own = readers.get(name);
  if (own !== undefined && own.many !== "members") return { reader: own };
  const key = /^([^[]+)\[[^\]]*\]$/.exec(name)?.[1];
  const reader = key === undefined ? undefined : readers.get(key);
  return key !== undefined && reader?.many === "members" ? { reader, key } : {};
}

function readAll(reader: Reader, given: readonly unknown[]): unknown {
  if (reader.many === "list") return given.map((text) => read(reader, text));
  const [first] = given;
  if (reader.many === "commas" && typeof first === "string") return first.split(",").map((text) => read(reader, text));
  return read(reader, first);
}

const integerText = /^(?:0|-?[1-9]\d{0,20})$/;
const numberText = /^-?(?:0|[1-9]\d{0,20})(?:\.\d{1,20})?$/;

/** A text as a value where it is written as one, and exactly as one: `05`, `1e1` and ` 7 ` stay texts. */
function read({ type }: Reader, text: unknown): unknown {
  if (type === "text" || typeof text !== "string") return text;
  if (type === "boolean") return text === "true" || (text === "false" ? false : text);
  return (type === "integer" ? integerText : numberText).test(text) ? Number(text) : text;
}
