import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SpecError } from "../../../read/spec-error.ts";
import { generateValidators } from "../index.ts";
import { compileSchemas, modelOf } from "./compile.ts";

/**
 * Where the JSON Schema Test Suite's tests of draft 2020-12 are, undefined where they are not on this machine: in the
 * folder that `JSON_SCHEMA_TEST_SUITE` names, or where Debian's package libtest-json-schema-acceptance-perl has them.
 */
export const SUITE = [
  process.env.JSON_SCHEMA_TEST_SUITE ?? "/usr/share/perl5/auto/share/dist/Test-JSON-Schema-Acceptance",
]
  .map((folder) => join(folder, "tests/draft2020-12"))
  .find((folder) => existsSync(folder));

/** A schema of the suite with what it says of some values. */
export interface Group {
  /** The file's name and the group's description. */
  readonly name: string;
  readonly schema: unknown;
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

/** The result of compiling a suite. */
export interface Verdict {
  /** How many schemas were compiled. */
  readonly compiled: number;
  /** How many were rejected, by the reason. */
  readonly rejected: Readonly<Record<string, number>>;
  /** How many tests had the result that the suite gives. */
  readonly passed: number;
  /** The tests that were not. */
  readonly wrong: readonly string[];
}

/** The groups of a folder of the suite: of all its files, or of those named. */
export function readGroups(folder: string, names?: readonly string[]): Group[] {
  const files = names?.map((name) => `${name}.json`) ?? readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.flatMap((file) => {
    const groups: (Omit<Group, "name"> & { description: string })[] = JSON.parse(
      readFileSync(join(folder, file), "utf8"),
    );
    return groups.map(({ description, schema, tests }) => ({ name: `${file}: ${description}`, schema, tests }));
  });
}

/** Compiles every schema that the emitter takes, and asks each about the suite's values. */
export async function judge(groups: readonly Group[]): Promise<Verdict> {
  const taken: Record<string, { readonly schema: unknown; readonly group: Group }> = {};
  const rejected: Record<string, number> = {};
  for (const [i, group] of groups.entries()) {
    const name = `Group${i}`;
    const schema = moved(group.schema, `#/components/schemas/${name}`);
    const reason = rejectionReason(name, schema);
    if (reason === undefined) taken[name] = { schema, group };
    else rejected[reason] = (rejected[reason] ?? 0) + 1;
  }
  const schemas = Object.fromEntries(Object.entries(taken).map(([name, { schema }]) => [name, schema]));
  const compiled = await compileSchemas(schemas, "request");
  const tests = Object.entries(taken).flatMap(([name, { group }]) =>
    group.tests.map((test) => ({ name, group, test })),
  );
  const isWrong = ({ name, test }: (typeof tests)[number]) =>
    (compiled.codes(name, test.data).length === 0) !== test.valid;
  const wrong = tests.filter(isWrong).map(({ group, test }) => `${group.name}: ${test.description}`);
  return { compiled: Object.keys(taken).length, rejected, passed: tests.length - wrong.length, wrong };
}

/** Why the emitter rejects a schema; undefined where it accepts it. A rejection without a place is a fault. */
function rejectionReason(name: string, schema: unknown): string | undefined {
  try {
    generateValidators(modelOf({ [name]: schema }, "request"));
    return undefined;
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    const [problem] = error.problems;
    if (!problem?.place.pointer.startsWith(`/components/schemas/${name}`)) throw error;
    return problem.message.replace(/^\$ref \S+/, "$ref").replace(/^unsupported dialect .*/, "unsupported dialect");
  }
}

/** A schema as it reads below the root: its own `$ref`s lead to its place. Values are left alone. */
function moved(value: unknown, root: string): unknown {
  if (Array.isArray(value)) return value.map((item) => moved(item, root));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]): [string, unknown] => {
    if (name === "const" || name === "enum") return [name, member];
    const isLocal = name === "$ref" && typeof member === "string" && /^#(?=\/|$)/.test(member);
    return [name, isLocal ? root + member.slice(1) : moved(member, root)];
  });
  return Object.fromEntries(members);
}
