/** The quickstart as its page says: with the sandbox, in a folder made by `npm init -y`, up to the payout. */
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { Run, runToEnd } from "../packages/sandbox/test/testing/command.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const exec = promisify(execFile);

it("the first payment is created, paid and settled in a new project, with the quickstart's own commands", async () => {
  const { example, savedAs, file, variables, commands } = await readQuickstart();
  const [start = [], ...later] = commands;
  expect(start).toEqual([]);
  const sandbox = new Run(["--port", "0"]);
  onTestFinished(async () => {
    sandbox.child.kill("SIGTERM");
    await sandbox.ended;
  });
  const origin = await sandbox.origin();
  const app = await createProject();
  await copyFile(at(`../examples/${example}`), join(app, savedAs));

  const env = { PATH: process.env.PATH ?? "", ...variables, VINR_BASE_URL: `${origin}/v1` };
  const tsx = at("../node_modules/tsx/dist/cli.mjs");
  const { stdout } = await exec(process.execPath, [tsx, file], { cwd: app, env });
  const [, payment = "", checkoutUrl = ""] = /^(pay_\w+) waits for its customer at (\S+)$/m.exec(stdout) ?? [];
  await payAt(checkoutUrl);

  const [events = "", advance = ""] = await Promise.all(
    later.map(async (command) => (await runToEnd(...command, "--url", origin)).run.stdout),
  );
  expect(events).toMatch(new RegExp(`payment\\.completed .* ${payment}$`, "m"));
  expect(advance).toContain("settlement.completed");
});

/** Pays by the button of a test card. */
async function payAt(checkoutUrl: string): Promise<void> {
  const page = await fetch(checkoutUrl);
  expect(await page.text()).toContain("10.00");
  const body = new URLSearchParams({ card: "4242424242424242" });
  const headers = { origin: new URL(checkoutUrl).origin };
  const paid = await fetch(checkoutUrl, { method: "POST", body, headers, redirect: "manual" });
  expect(paid.status).toBe(303);
}

/** Reads the sample, the name that it is saved under, and the commands, each without `npx @vinr/sandbox`. */
async function readQuickstart() {
  const page = await readFile(at("src/content/docs/guides/quickstart.mdx"), "utf8");
  const [, example = "", savedAs = ""] = /<Example file="(first-payment\S*)" title="(\S+)"/.exec(page) ?? [];
  const [command = "", file = ""] = /^VINR_SECRET_KEY=\S+ VINR_BASE_URL=\S+ npx tsx (\S+)$/m.exec(page) ?? [];
  const variables: Record<string, string> = Object.fromEntries(
    [...command.matchAll(/(VINR_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  );
  expect(variables.VINR_BASE_URL).toBe("http://127.0.0.1:4020/v1");
  const commands = [...page.matchAll(/^npx @vinr\/sandbox(.*)$/gm)].map(([, args = ""]) =>
    args.split(" ").filter((arg) => arg !== ""),
  );
  return { example, savedAs, file, variables, commands };
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
