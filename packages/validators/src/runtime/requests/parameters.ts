import { type Check, fail, type Issue, newContext } from "../issues.js";
import { maxIssuesOf, type Result, unreadable, type ValidateOptions, validator } from "../validate.js";
import { own, ownMembers } from "../values.js";

/** How the text of a parameter becomes a value. */
export interface ParameterRule {
  readonly type: "boolean" | "integer" | "number" | "text";
  /**
   * How several values are written. `list`: the parameter is repeated. `commas`: in one text. `members`: one parameter per
   * member of an object, such as `filter[status]`.
   */
  readonly many?: "commas" | "list" | "members" | undefined;
  /** Members whose text becomes a value of another type, by name. */
  readonly members?: { readonly [name: string]: ParameterRule["type"] } | undefined;
}

/**
 * Parameters to parse: `URLSearchParams`, `Headers`, or an object of strings or arrays of strings.
 *
 * @example
 * ```ts
 * const inputs: ParameterInput[] = [new URLSearchParams("limit=7"), new Headers(), { limit: "7" }];
 * ```
 */
export type ParameterInput = { entries(): Iterable<[string, string]> } | { readonly [name: string]: unknown };

/**
 * Parses parameters: converts their texts, fills in defaults, and reports issues.
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

/** The parameters of one operation in one place. */
export interface ParameterRules {
  readonly readers: readonly (readonly [name: string, rule: ParameterRule])[];
  readonly defaults?: { readonly [name: string]: unknown };
  /** Names that exclude each other. */
  readonly exclusive?: readonly (readonly [string, string])[];
  /** Headers: names match in any case, and others are allowed. */
  readonly headers?: boolean;
}

/** Makes a parser whose values a check accepts. */
export function parameterParser<T>(rules: ParameterRules, check: Check): ParameterParser<T> {
  const validate = validator<T>(check);
  const { readers, defaults = {}, exclusive = [], headers = false } = ownMembers(rules);
  const known = new Map(readers.map(([name, rule]) => [name, ruleOf(ownMembers(rule))]));
  const headerNames = new Map(readers.map(([name]) => [name.toLowerCase(), name]));
  const defaultEntries = Object.entries(defaults);

  const parse = (input: ParameterInput, options?: ValidateOptions): Result<T> => {
    const parsed = new ParsedParameters(known);
    if (headers) addHeaders(parsed, input, headerNames);
    else for (const [name, value] of entriesOf(input)) parsed.addAll(name, value);
    const values = parsed.finish();
    const issues = parsed.findIssues(exclusive, maxIssuesOf(options));
    const result = validate(values, options);
    if (result.ok && issues.length === 0) {
      fillIn(values, defaultEntries);
      return result;
    }
    return { ok: false, issues: [...issues, ...(result.ok ? [] : result.issues)].slice(0, maxIssuesOf(options)) };
  };
  return (input, options) => {
    try {
      return parse(input, options);
    } catch {
      return { ok: false, issues: [unreadable] };
    }
  };
}

/** A rule with every member of its own: nothing is inherited, and an ordinary object is quick to read. */
function ruleOf({ type, many, members }: ParameterRule): ParameterRule {
  return { type, many, members };
}

/** Adds the headers that are known by their names in lower case, and leaves out the others. */
function addHeaders(parsed: ParsedParameters, input: ParameterInput, known: ReadonlyMap<string, string>): void {
  if (isHeaders(input)) {
    // Looking each up costs less than listing all, which `Headers` sorts for it.
    for (const name of known.values()) parsed.addAll(name, input.get(name) ?? undefined);
    return;
  }
  for (const [given, value] of entriesOf(input)) {
    const name = known.get(given.toLowerCase());
    if (name !== undefined) parsed.addAll(name, value);
  }
}

/** Whether these are the `Headers` of the Fetch standard. Naming the class would make Node load its whole `fetch`. */
export function isHeaders(input: ParameterInput): input is ParameterInput & { get(name: string): string | null } {
  return Object.prototype.toString.call(input) === "[object Headers]";
}

/** The names and values of parameters. */
export function entriesOf(input: ParameterInput): Iterable<[string, unknown]> {
  // A string has entries too: its characters.
  if (typeof input !== "object") throw new TypeError("parameters must be an object");
  // Every object has one that a script has put on `Object.prototype`, and which lists no parameters.
  if (typeof input.entries !== "function" || input.entries === ({} as ParameterInput).entries)
    return Object.entries(input);
  return input.entries() as Iterable<[string, string]>;
}

type Values = { [name: string]: unknown };

/** Sets an own member, whatever its name: an assignment to `__proto__` would set the prototype. */
function setOwn(values: Values, name: string, value: unknown): void {
  if (name === "__proto__") Object.defineProperty(values, name, { value, enumerable: true, configurable: true });
  else values[name] = value;
}

function fillIn(values: Values, defaults: readonly (readonly [string, unknown])[]): void {
  for (const [name, value] of defaults) if (!Object.hasOwn(values, name)) setOwn(values, name, value);
}

/** The values of parameters, converted one by one as they are read. */
class ParsedParameters {
  readonly #known: ReadonlyMap<string, ParameterRule>;
  readonly #values: Values = {};
  /** Parameters that are written as one for each member, by name. */
  #objects: Map<string, Values> | undefined;
  /** How often parameters were given that take one value. */
  #repeated: Map<string, number> | undefined;

  constructor(known: ReadonlyMap<string, ParameterRule>) {
    this.#known = known;
  }

  /** Adds one value, or the values of an array; undefined is absent. */
  addAll(name: string, value: unknown): void {
    if (Array.isArray(value)) for (const one of value) this.#add(name, one);
    else if (value !== undefined) this.#add(name, value);
  }

  #add(name: string, text: unknown): void {
    const rule = this.#known.get(name);
    if (rule === undefined || rule.many === "members") this.#addMember(name, text);
    else if (rule.many === "list") this.#addItem(name, convertText(text, rule.type));
    else if (rule.many === "commas" && typeof text === "string")
      this.#addOnce(
        this.#values,
        name,
        name,
        text.split(",").map((item) => convertText(item, rule.type)),
      );
    else this.#addOnce(this.#values, name, name, convertText(text, rule.type));
  }

  /** The values; a parameter that was also given as a whole keeps that, and fails its check by its type. */
  finish(): Values {
    for (const [name, members] of this.#objects ?? []) {
      if (!Object.hasOwn(this.#values, name)) setOwn(this.#values, name, members);
    }
    return this.#values;
  }

  /** Parameters that were repeated or exclude each other. */
  findIssues(exclusive: readonly (readonly [string, string])[], maxIssues: number): readonly Issue[] {
    const context = newContext(maxIssues);
    for (const [name, count] of this.#repeated ?? []) {
      const message = `must be given once, got ${count} values`;
      fail(name, context, name, { code: "repeated", expected: "given once", message });
    }
    for (const [one, other] of exclusive) {
      if (!Object.hasOwn(this.#values, one) || !Object.hasOwn(this.#values, other)) continue;
      const message = `must not be given together with ${one}`;
      fail(other, context, other, { code: "exclusive", expected: `absent if ${one} is given`, message });
    }
    return context.issues;
  }

  /** `filter[status]`, or a name that the check will reject. */
  #addMember(name: string, text: unknown): void {
    const [, owner = "", member = ""] = /^([^[]+)\[([^\]]*)\]$/.exec(name) ?? [];
    const rule = this.#known.get(owner);
    if (rule?.many === "members") {
      this.#objects ??= new Map();
      const members = this.#objects.get(owner) ?? {};
      this.#objects.set(owner, members);
      const { members: types, type } = rule;
      this.#addOnce(
        members,
        member,
        name,
        convertText(text, types && Object.hasOwn(types, member) ? types[member] : type),
      );
    } else this.#addOnce(this.#values, name, name, text);
  }

  #addItem(name: string, value: unknown): void {
    const items = own(this.#values, name);
    if (Array.isArray(items)) items.push(value);
    else setOwn(this.#values, name, [value]);
  }

  /** Keeps the first value, and counts the others. */
  #addOnce(values: Values, key: string, name: string, value: unknown): void {
    if (Object.hasOwn(values, key)) {
      this.#repeated ??= new Map();
      this.#repeated.set(name, (this.#repeated.get(name) ?? 1) + 1);
    } else setOwn(values, key, value);
  }
}

const integerText = /^(?:0|-?[1-9]\d{0,20})$/;
const numberText = /^-?(?:0|[1-9]\d{0,20})(?:\.\d{1,20})?$/;

/**
 * Converts a text that is written exactly as its type is: `05`, `1e1` and ` 7 ` stay texts, and fail the check. So does a
 * whole number beyond 2^53, which JavaScript would round to another.
 */
function convertText(text: unknown, type: ParameterRule["type"] | undefined): unknown {
  if (type === "text" || typeof text !== "string") return text;
  if (type === "boolean") return text === "true" || (text === "false" ? false : text);
  if (!(type === "integer" ? integerText : numberText).test(text)) return text;
  const value = Number(text);
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? text : value;
}

/** The value of a header; empty if it is missing or cannot be read, which the headers' own check reports. */
export function headerOf(headers: ParameterInput, name: string): string {
  try {
    if (isHeaders(headers)) return headers.get(name) ?? "";
    for (const [key, value] of entriesOf(headers)) {
      if (value !== undefined && key.toLowerCase() === name) return String(value);
    }
  } catch {}
  return "";
}
