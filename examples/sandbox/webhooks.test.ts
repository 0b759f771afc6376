/** The webhooks guide as its page says: the sandbox, a server, an event that arrives, and all that a handler must survive. */
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { Run, runToEnd } from "../../packages/sandbox/test/testing/command.ts";
import { findFreePort } from "../../scripts/ports.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

it("an event of the sandbox arrives at the server of the guide, which survives every trial", async () => {
  const port = await findFreePort();
  const [serve = [], trigger = [], torture = []] = await readCommands(port);
  const sandbox = new Run([...serve, "--port", "0", "--json"]);
  onTestFinished(async () => {
    sandbox.child.kill("SIGTERM");
    await sandbox.ended;
  });
  const [line] = await sandbox.printed(/^\{.*\}$/m);
  const { url, webhookSecret } = JSON.parse(line);

  const server = startServer(port, webhookSecret);
  expect(await server.next()).toMatch(/^webhooks are taken at /);
  await runToEnd(...trigger, "--url", url);
  expect([await server.next(), await server.next()]).toEqual([
    expect.stringMatching(/^payment\.created pay_/),
    expect.stringMatching(/^payment\.completed pay_/),
  ]);
  const { code, run } = await runToEnd(...torture, "--secret", webhookSecret);
  expect([code, run.stdout]).toEqual([0, expect.stringContaining("The receiver passed all")]);
});

/** The commands of the guide, each without `npx @vinr/sandbox`, for a server on another port. */
async function readCommands(port: number): Promise<readonly string[][]> {
  const script = await readFile(at("webhooks-on-your-machine.sh"), "utf8");
  return [...script.matchAll(/npx @vinr\/sandbox (.+)$/gm)].map(([, args = ""]) =>
    args.replace("127.0.0.1:3000", `127.0.0.1:${port}`).split(" "),
  );
}

/** Starts the server as people do. `next` returns the next line that it prints. */
function startServer(port: number, secret: string): { next(): Promise<string> } {
  const tsx = at("../../node_modules/tsx/dist/cli.mjs");
  const env = { ...process.env, PORT: String(port), VINR_WEBHOOK_SECRET: secret };
  const child = spawn(process.execPath, [tsx, at("../webhook-server/index.ts")], {
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  onTestFinished(() => void child.kill());
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return { next: async () => String((await lines.next()).value) };
}
