/** The quickstart as its page says, in a folder made by `npm init -y`, against the mock that it names. */
import { execFile, spawn } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const exec = promisify(execFile);

it("the first payment runs in a new project, against Prism, with the quickstart's own commands", async () => {
  const { example, savedAs, withoutKey } = await readQuickstart();
  const app = await createProject();
  await copyFile(at(`../examples/${example}`), join(app, savedAs));

  const url = await startPrism(at("dist/openapi.yaml"));
  const { variables, file } = withoutKey;
  const env = { PATH: process.env.PATH ?? "", ...variables, VINR_BASE_URL: url };
  const tsx = at("../node_modules/tsx/dist/cli.mjs");
  const { stdout } = await exec(process.execPath, [tsx, file], { cwd: app, env });
  expect(stdout).toMatch(/^pay_\w+ waits for its customer at https:/);
});

/** Reads the sample, the name that it is saved under, and the command that runs it without a key. */
async function readQuickstart() {
  const page = await readFile(at("src/content/docs/guides/quickstart.mdx"), "utf8");
  const [, example = "", savedAs = ""] = /<Example file="(first-payment\S*)" title="(\S+)"/.exec(page) ?? [];
  const [command = "", file = ""] = /^VINR_SECRET_KEY=\S+ VINR_BASE_URL=\S+ npx tsx (\S+)$/m.exec(page) ?? [];
  const variables: Record<string, string> = Object.fromEntries(
    [...command.matchAll(/(VINR_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  );
  expect(variables.VINR_BASE_URL).toMatch(/^http:/);
  return { example, savedAs, withoutKey: { variables, file } };
}

/** Makes a project with `npm init -y` and links the client into it, where `npm install` would put it. */
async function createProject(): Promise<string> {
  const app = await mkdtemp(join(tmpdir(), "quickstart-"));
  onTestFinished(() => rm(app, { recursive: true, force: true }));
  await exec("npm", ["init", "-y"], { cwd: app });
  await mkdir(join(app, "node_modules/@vinr"), { recursive: true });
  await symlink(at("../packages/client"), join(app, "node_modules/@vinr/client"));
  return app;
}

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
