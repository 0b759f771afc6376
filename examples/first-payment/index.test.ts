import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Mock, startMock } from "../../scripts/mock/server.ts";
import { loadSpec } from "../../scripts/read/document/load-spec.ts";

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

  it("is the same payment when it runs again: its key is kept, not new at each run", async () => {
    const keys: unknown[] = [];
    const server = createServer((request, response) => {
      keys.push(request.headers["idempotency-key"]);
      response.writeHead(201, { "content-type": "application/json" }).end('{"id":"pay_1"}');
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    for (let count = 0; count < 2; count++) await run({ VINR_SECRET_KEY: "sk_test_Example", VINR_BASE_URL: url });
    expect(keys).toEqual(["order-1042-pay-1", "order-1042-pay-1"]);
  });

  it("is what the client's README shows", async () => {
    const readme = await readFile(here("../../packages/client/README.md"), "utf8");
    expect(readme).toContain(`\`\`\`ts\n${await readFile(here("index.ts"), "utf8")}\`\`\``);
  });

  it("says what is missing where there is no key", async () => {
    await expect(run({ VINR_BASE_URL: mock.url })).rejects.toThrow(/secretKey/);
  });
});
