import { type Check, fail, type Issue, type ValidationContext } from "./issues.js";
import { type Result, unreadable, type ValidateOptions, validator } from "./validate.js";

/** How the text of a parameter becomes a value. */
export interface ParameterRule {
  readonly type: "boolean" | "integer" | "number" | "text";
  /**
   * How several values are written. `list`: the parameter is repeated. `commas`: in one text. `members`: as a parameter for
   * each member of an object, such as `filter[status]`.
   */
  readonly many?: "commas" | "list" | "members";
}

/**
 * Parameters to parse: `URLSearchParams`, `Headers`, or an object of strings, each one or an array.
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
  const known: ReadonlyMap<string, ParameterRule> = new Map(rules.readers);
  const headerNames = new Map(rules.readers.map(([name]) => [name.toLowerCase(), name]));
  const nameOf = (given: string) => (rules.headers ? headerNames.get(given.toLowerCase()) : given);

  const parse = (input: ParameterInput, options?: ValidateOptions): Result<T> => {
    const given = groupByName(input, nameOf);
    const context: ValidationContext = { path: [], issues: [], maxIssues: maxIssuesOf(options) };
    const values = convert(given, known, context);
    reportExclusive(values, rules.exclusive ?? [], context);
    const result = validate(Object.fromEntries(values), options);
    if (result.ok && context.issues.length === 0) {
      return { ok: true, value: Object.fromEntries([...Object.entries(rules.defaults ?? {}), ...values]) as T };
    }
    const issues: readonly Issue[] = [...context.issues, ...(result.issues ?? [])];
    return { ok: false, issues: issues.slice(0, maxIssuesOf(options)) };
  };
  return (input, options) => {
    try {
      return parse(input, options);
    } catch {
      return { ok: false, issues: [unreadable] };
    }
  };
}

/** The most issues to report: at least one, since a failure without any would look like a success. */
export function maxIssuesOf(options: ValidateOptions | undefined): number {
  return Math.max(1, options?.maxIssues ?? 100) || 1;
}

/** The names and values of parameters. */
export function entriesOf(input: ParameterInput): Iterable<[string, unknown]> {
  // A string has entries too: its characters.
  if (typeof input !== "object") throw new TypeError("parameters must be an object");
  return typeof input.entries === "function" ? (input.entries() as Iterable<[string, string]>) : Object.entries(input);
}

/** All values that were given for each name. Names that `nameOf` does not know are left out. */
function groupByName(
  input: ParameterInput,
  nameOf: (given: string) => string | undefined,
): ReadonlyMap<string, readonly unknown[]> {
  const groups = new Map<string, unknown[]>();
  for (const [given, value] of entriesOf(input)) {
    const name = nameOf(given);
    if (name === undefined || value === undefined) continue;
    const values = groups.get(name);
    const added = Array.isArray(value) ? value : [value];
    if (values === undefined) groups.set(name, [...added]);
    else values.push(...added);
  }
  return groups;
}

/** Converts texts to values; reports parameters that are repeated but take one value. */
function convert(
  given: ReadonlyMap<string, readonly unknown[]>,
  known: ReadonlyMap<string, ParameterRule>,
  context: ValidationContext,
): Map<string, unknown> {
  const values = new Map<string, unknown>();
  const objects = new Map<string, Map<string, unknown>>();
  for (const [name, texts] of given) {
    const { rule, owner, member } = findRule(name, known);
    if (texts.length > 1 && rule?.many !== "list") {
      const message = `must be given once, got ${texts.length} values`;
      fail(name, context, name, { code: "repeated", expected: "given once", message });
    }
    if (owner === undefined) values.set(name, convertAll(texts, rule));
    else objects.set(owner, (objects.get(owner) ?? new Map()).set(member, convertText(texts[0], rule)));
  }
  for (const [name, members] of objects) {
    // A parameter that was also given as a whole is reported as that, by its type.
    if (!values.has(name)) values.set(name, Object.fromEntries(members));
  }
  return values;
}

interface FoundRule {
  readonly rule: ParameterRule | undefined;
  /** For `filter[status]`: the parameter `filter` and its member `status`. */
  readonly owner?: string;
  readonly member?: string;
}

function findRule(name: string, known: ReadonlyMap<string, ParameterRule>): FoundRule {
  const rule = known.get(name);
  if (rule !== undefined && rule.many !== "members") return { rule };
  const [, owner = "", member = ""] = /^([^[]+)\[([^\]]*)\]$/.exec(name) ?? [];
  const ownerRule = known.get(owner);
  return ownerRule?.many === "members" ? { rule: ownerRule, owner, member } : { rule: undefined };
}

function reportExclusive(
  values: ReadonlyMap<string, unknown>,
  exclusive: readonly (readonly [string, string])[],
  context: ValidationContext,
): void {
  for (const [one, other] of exclusive) {
    if (!values.has(one) || !values.has(other)) continue;
    const message = `must not be given beside ${one}`;
    fail(other, context, other, { code: "exclusive", expected: `absent where ${one} is given`, message });
  }
}

function convertAll(texts: readonly unknown[], rule: ParameterRule | undefined): unknown {
  const [first] = texts;
  if (rule?.many === "list") return texts.map((text) => convertText(text, rule));
  if (rule?.many === "commas" && typeof first === "string") {
    return first.split(",").map((text) => convertText(text, rule));
  }
  return convertText(first, rule);
}

const integerText = /^(?:0|-?[1-9]\d{0,20})$/;
const numberText = /^-?(?:0|[1-9]\d{0,20})(?:\.\d{1,20})?$/;

/** Converts a text that is written exactly as its type is: `05`, `1e1` and ` 7 ` stay texts, and fail the check. */
function convertText(text: unknown, rule: ParameterRule | undefined): unknown {
  if (rule === undefined || rule.type === "text" || typeof text !== "string") return text;
  if (rule.type === "boolean") return text === "true" || (text === "false" ? false : text);
  return (rule.type === "integer" ? integerText : numberText).test(text) ? Number(text) : text;
}
