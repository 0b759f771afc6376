import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Mock, startMock } from "../../scripts/mock/server.ts";
import { loadSpec } from "../../scripts/read/load-spec.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Runs the example as a reader would. */
async function run(variables: Record<string, string>): Promise<{ stdout: string; stderr: string }> {
  const env = { PATH: process.env.PATH ?? "", ...variables };
  return promisify(execFile)(process.execPath, ["--import", "tsx", here("index.ts")], { env, cwd: here(".") });
}

describe("the first payment", () => {
  let mock: Mock;
  beforeAll(async () => {
    const spec = await loadSpec(here("../../spec/openapi.yaml"));
    mock = await startMock({ spec, port: 0 });
  });
  afterAll(() => mock.close());

  it("is made, and says where its customer pays", async () => {
    const { stdout } = await run({ VINR_SECRET_KEY: "sk_test_4eC39HqLyjWDarjtT1zdp7dc", VINR_BASE_URL: mock.url });
    expect(stdout).toBe("pay_1234567890 waits for its customer at https://checkout.vinr.com/pay_1234567890\n");
  });

  it("is what the client's README shows", async () => {
    const readme = await readFile(here("../../packages/client/README.md"), "utf8");
    expect(readme).toContain(`\`\`\`ts\n${await readFile(here("index.ts"), "utf8")}\`\`\``);
  });

  it("says what is missing where there is no key", async () => {
    await expect(run({ VINR_BASE_URL: mock.url })).rejects.toThrow(/secretKey/);
  });
});
