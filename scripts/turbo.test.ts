import { appendFile, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyWorkspace, type Scratch } from "./scratch.ts";

/** Turborepo's cache, in a copy of the workspace. */

let scratch: Scratch;

/** The hashes of the tasks before any edit. */
let unedited: Map<string, string>;

beforeAll(async () => {
  scratch = copyWorkspace({ built: true });
  unedited = await hashes();
});

afterAll(() => scratch?.remove());

interface Run {
  readonly status: number;
  readonly output: string;
}

async function node(...args: string[]): Promise<Run> {
  const env = {
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_CACHE_DIR: path.join(scratch.root, ".turbo/cache"),
    NO_COLOR: "1",
  };
  const ran = await execa(process.execPath, args, { cwd: scratch.root, env, reject: false });
  return { status: ran.exitCode ?? 1, output: `${ran.stdout}\n${ran.stderr}` };
}

const turboBinary = createRequire(import.meta.url).resolve("turbo/bin/turbo");
const turbo = (...args: string[]): Promise<Run> => node(turboBinary, "run", "build", ...args);
// Only the packages: the site takes a minute, and its tests build it themselves.
const build = (): Promise<Run> => turbo("--filter=./packages/*");
const generate = (...args: string[]): Promise<Run> => node("--import", "tsx", "scripts/generate.ts", ...args);

async function hashes(): Promise<Map<string, string>> {
  const { output } = await turbo("--dry=json");
  const { tasks }: { tasks: { taskId: string; hash: string; command: string }[] } = JSON.parse(
    output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1),
  );
  return new Map(tasks.filter(({ command }) => command !== "<NONEXISTENT>").map(({ taskId, hash }) => [taskId, hash]));
}

/** The builds that an edit of a file repeats. The edit is undone. */
async function rebuiltByEditOf(file: string): Promise<string[]> {
  const whole = await readFile(path.join(scratch.root, file), "utf8");
  await appendFile(path.join(scratch.root, file), "\n");
  const after = await hashes();
  await writeFile(path.join(scratch.root, file), whole);
  return [...after].filter(([task, hash]) => unedited.get(task) !== hash).map(([task]) => task);
}

test("a second build without a change comes entirely from the cache", async () => {
  const first = await build();
  expect(first.status, first.output).toBe(0);
  const second = await build();
  expect(second.output).toMatch(/(\d+) cached, \1 total/);
  expect(second.output).toContain("FULL TURBO");
}, 600_000);

test("an edit of the specification rebuilds all that is made from it", async () => {
  expect(await rebuiltByEditOf("spec/openapi.yaml")).toEqual(
    expect.arrayContaining([
      "@vinr/client#build",
      "@vinr/docs#build",
      "@vinr/server#build",
      "@vinr/types#build",
      "@vinr/validators#build",
    ]),
  );
});

test.each([
  [
    "packages/types/src/index.ts",
    ["@vinr/client#build", "@vinr/sandbox#build", "@vinr/server#build", "@vinr/types#build", "@vinr/validators#build"],
  ],
  [
    "packages/validators/src/index.ts",
    ["@vinr/client#build", "@vinr/sandbox#build", "@vinr/server#build", "@vinr/validators#build"],
  ],
  ["packages/client/src/index.ts", ["@vinr/client#build", "@vinr/sandbox#build"]],
  ["packages/server/src/index.ts", ["@vinr/sandbox#build", "@vinr/server#build"]],
  ["packages/sandbox/src/index.ts", ["@vinr/sandbox#build"]],
])("an edit of %s rebuilds only its dependents", async (file, tasks) => {
  expect((await rebuiltByEditOf(file)).filter((task) => task !== "@vinr/docs#build").sort()).toEqual(tasks);
});

test("generate --check finds a corrupted generated file despite a full cache, and generate repairs it", async () => {
  const file = "packages/client/src/generated/operations.ts";
  await build();
  await appendFile(path.join(scratch.root, file), "// edited by hand\n");
  await build();
  const check = await generate("--check");
  expect(check.status).toBe(1);
  expect(check.output).toContain(file);
  expect((await generate()).status).toBe(0);
  expect((await generate("--check")).status).toBe(0);
}, 600_000);
