/** The quickstart without a key: the mock that it names, with the published spec. */
import { execFile, spawn } from "node:child_process";
import { type AddressInfo, createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

it("the first payment runs against Prism, started as in the quickstart", async () => {
  const url = await startPrism(at("dist/openapi.yaml"));
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "index.ts"], {
    cwd: at("../examples/first-payment"),
    env: { PATH: process.env.PATH ?? "", VINR_SECRET_KEY: "sk_test_Example", VINR_BASE_URL: url },
  });
  expect(stdout).toMatch(/^pay_\w+ waits for its customer at https:/);
});

/** Runs Prism's own file rather than its command: a shell in between would outlive the test. */
async function startPrism(spec: string): Promise<string> {
  const port = await freePort();
  const cli = at("../scripts/node_modules/@stoplight/prism-cli/dist/index.js");
  const child = spawn(process.execPath, [cli, "mock", spec, "--port", String(port)], { stdio: "pipe" });
  onTestFinished(() => void child.kill());
  for await (const chunk of child.stdout) {
    if (String(chunk).includes("is listening")) return `http://127.0.0.1:${port}`;
  }
  throw new Error("Prism did not start.");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
