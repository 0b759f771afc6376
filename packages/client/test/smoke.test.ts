/** The built package, on the Node that runs the tests. `smoke.mjs` is the same for other runtimes. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const script = fileURLToPath(new URL("./smoke.mjs", import.meta.url));

it("passes its smoke test as it is published", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [script]);
  expect(JSON.parse(stdout)).toEqual({ passed: 9, failed: [], hasNodeCrypto: true });
});

it("serves CommonJS, too", async () => {
  const code =
    'console.log(typeof require("@vinr/client").Vinr, typeof require("@vinr/client/webhooks").constructEvent)';
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=commonjs", "--eval", code], { cwd });
  expect(stdout).toBe("function function\n");
});
