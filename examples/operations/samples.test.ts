import { execFile, execFileSync } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Mock, startMock } from "../../scripts/mock/server.ts";
import type { Operation } from "../../scripts/model.ts";
import { loadSpec } from "../../scripts/read/document/load-spec.ts";
import { buildModel } from "../../scripts/read/model/build-model.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const loaded = await loadSpec(here("../../spec/openapi.yaml"));
const { operations } = buildModel(loaded);
const folderOfSamples = here("generated");
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const key = "sk_test_4eC39HqLyjWDarjtT1zdp7dc";
const production = "https://sandbox.api.vinr.com/v1";

/** Where the real curl is; without one, the shell samples cannot run. */
const curl = ((): string | undefined => {
  try {
    return execFileSync("sh", ["-c", "command -v curl"], { encoding: "utf8" }).trim();
  } catch {
    if (process.env.REQUIRE_BROWSER === "1") throw new Error("There is no curl. Install it: apt-get install curl.");
    return undefined;
  }
})();

const responses: { method: string; path: string; status: number }[] = [];
let mock: Mock;
beforeAll(async () => {
  const onResponse = (method: string, target: string, status: number): void => {
    responses.push({ method: method.toLowerCase(), path: target.split("?")[0] ?? "", status });
  };
  mock = await startMock({ spec: loaded, port: 0, onResponse });
  process.env.VINR_SECRET_KEY = key;
  process.env.VINR_BASE_URL = mock.url;
});
afterAll(() => mock.close());

/** That the last requests were this operation's, each with a successful response. */
function expectCalled({ method, path }: Operation): void {
  const pattern = new RegExp(`^/v1${path.replace(/\{\w+\}/g, "[^/]+")}$`);
  const made = responses.splice(0);
  expect(made.length).toBeGreaterThan(0);
  for (const response of made) {
    expect(response.method).toBe(method);
    expect(response.path).toMatch(pattern);
    expect(response.status).toBeGreaterThanOrEqual(200);
    expect(response.status).toBeLessThan(300);
  }
}

it("there is one sample in TypeScript and one for curl of each operation, and no other", async () => {
  const samples = await readdir(folderOfSamples);
  expect(samples.sort()).toEqual(
    operations.flatMap(({ operationId: id }) => [`${kebab(id)}.sh`, `${kebab(id)}.ts`]).sort(),
  );
});

describe("the sample in TypeScript", () => {
  it.each(operations)("of $operationId runs against the mock", async (operation) => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    const sample = join(folderOfSamples, `${kebab(operation.operationId)}.ts`);
    // The mock returns the same page of a list again and again, which the client notices.
    await import(/* @vite-ignore */ sample).catch((error) => expect(error).toMatchObject({ code: "cursor_repeated" }));
    expect(log.mock.calls.length).toBeGreaterThan(0);
    expect(log.mock.calls.flat()).not.toContain(undefined);
    log.mockRestore();
    expectCalled(operation);
  });
});

describe.skipIf(curl === undefined)("the sample for curl", () => {
  let folder: string;
  // Calls the real curl with another host: the samples name the sandbox, and run here unchanged.
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vinr-curl-"));
    const script = `#!/usr/bin/env bash\nexec "${curl}" --silent --show-error "\${@/${production.replaceAll("/", "\\/")}/$VINR_BASE_URL}"\n`;
    await writeFile(join(folder, "curl"), script);
    await chmod(join(folder, "curl"), 0o755);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(operations)("of $operationId runs against the mock", async (operation) => {
    const script = join(folderOfSamples, `${kebab(operation.operationId)}.sh`);
    expect(await readFile(script, "utf8")).toContain(production);
    const env = { ...process.env, PATH: [folder, process.env.PATH].join(delimiter), NO_PROXY: "*" };
    const { stdout } = await promisify(execFile)("sh", [script], { env });
    if (operation.method !== "delete") expect(JSON.parse(stdout)).toHaveProperty("object");
    expectCalled(operation);
  });
});
