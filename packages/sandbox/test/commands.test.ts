/** The sub-commands on a sandbox that runs: most within this process, and some as people type them. */
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Vinr } from "@vinr/client";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { CommandSurroundings } from "../src/cli/commands/command.js";
import { commands } from "../src/cli/commands/index.js";
import { recipes } from "../src/cli/commands/recipes.js";
import { runCommand } from "../src/cli/commands/run-command.js";
import type { RunningSandbox } from "../src/cli/serve.js";
import { Run } from "./testing/command.js";
import { serveForTest, throwError } from "./testing/serve.js";

const types = Object.keys(recipes);
const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await serveForTest(throwError);
});
afterAll(() => sandbox.close());

/** Each test has an account of its own. */
let count = 0;
const newKey = () => `sk_test_commands${count++}`;
const clientOf = (secretKey: string) => new Vinr({ secretKey, baseUrl: `${sandbox.origin}/v1` });

/** Runs a command, and returns what it printed. */
async function runWith(
  env: Readonly<Record<string, string>>,
  [name, ...args]: readonly string[],
  { input = "", showProgress }: { input?: string; showProgress?: CommandSurroundings["showProgress"] } = {},
) {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`There is no command ${name}.`);
  let [stdout, stderr] = ["", ""];
  const code = await runCommand(command, args, {
    env,
    stdin: (async function* () {
      yield new TextEncoder().encode(input);
    })(),
    print: (line) => (stdout += `${line}\n`),
    remark: (line) => (stderr += `${line}\n`),
    showProgress,
  });
  return { code, stdout, stderr };
}

/** Runs a command on an account of the sandbox. */
const run = (key: string, ...args: string[]) => runWith({ VINR_SECRET_KEY: key }, [...args, "--url", sandbox.origin]);

describe("a server that is not a sandbox", () => {
  it("does not fill the memory with a response that has no end", async () => {
    let sent = 0;
    const server = createServer((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const chunk = Buffer.alloc(1024 * 1024, " ");
      const write = (): void => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      };
      response.on("drain", write);
      write();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { code, stdout, stderr } = await runWith({}, ["snapshot", "--url", url]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`The response of ${url} is larger than 67108864 bytes.`);
    expect(sent).toBeLessThan(200 * 1024 * 1024);
  });

  it("is told apart from one whose response breaks off", async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("{", () => response.destroy());
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { code, stderr } = await runWith({}, ["snapshot", "--url", url]);
    expect([code, stderr]).toEqual([1, `The response of ${url} broke off. Try it again.\n`]);
  });
});

describe("trigger", () => {
  it("makes every type of event of the specification happen", async () => {
    const runs = types.map(async (type) => {
      const { code, stdout, stderr } = await run(newKey(), "trigger", type, "--json");
      return [code, stderr, JSON.parse(stdout).event.type];
    });
    expect(await Promise.all(runs)).toEqual(types.map((type) => [0, "", type]));
  });

  it("says what happened, how far the clock was moved, and where the event went", async () => {
    const key = newKey();
    const { code, stdout } = await run(key, "trigger", "payment.expired");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^payment\.expired happened in the account commands\d+: evt_\w+, about pay_\w+$/m);
    expect(stdout).toContain("The account's clock was moved by 24 hours");
    expect(stdout).toContain(
      "It was sent nowhere. Register a webhook endpoint, or start the sandbox with --forward-to",
    );
    await clientOf(key).webhooks.create({ url: "https://127.0.0.1:1/hooks", enabled_events: ["payment.created"] });
    const again = await run(key, "trigger", "payment.created");
    expect(again.stdout).toMatch(/^Sent to we_\w+: .+; the sandbox tries again by the schedule$/m);
  });

  it("lists the types for one that does not exist, and names the nearest", async () => {
    const { code, stdout, stderr } = await run(newKey(), "trigger", "payment-complete");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain('There is no type of event "payment-complete". Did you mean payment.completed?');
    for (const type of types) expect(stderr).toContain(`  ${type}\n`);
  });
});

describe("advance", () => {
  it("moves the clock, and prints what happened on the way", async () => {
    const key = newKey();
    await clientOf(key).payments.create(newPayment);
    const { code, stdout } = await run(key, "advance", "1d12h");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^The clock of the account commands\d+ is at \d{4}-\d\d-\d\dT/);
    expect(stdout).toMatch(/^ {2}\S+Z {2}payment\.expired +evt_\w+ {2}pay_\w+$/m);
    expect((await run(key, "advance", "5m")).stdout).toContain("Nothing fell due.");
  });

  it.each([["2w"], ["-1d"], ["soon"], ["2"], []])("rejects the time %s", async (...time) => {
    const { code, stderr } = await run(newKey(), "advance", ...time);
    expect(code).toBe(2);
    expect(stderr).toContain("vinr-sandbox advance TIME");
  });
});

describe("events", () => {
  it("prints the last ones, the oldest first, as lines of text or of JSON", async () => {
    const key = newKey();
    await run(key, "trigger", "payment.completed");
    const { code, stdout } = await run(key, "events");
    const shown = stdout
      .trim()
      .split("\n")
      .map((line) => line.split(/ {2,}/)[1]);
    expect([code, shown]).toEqual([0, ["payment.created", "payment.completed"]]);
    const lines = (await run(key, "events", "--json", "--limit", "1")).stdout.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line).type)).toEqual(["payment.completed"]);
  });

  it("says how to make one where there is none", async () => {
    const { code, stdout, stderr } = await run(newKey(), "events");
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toContain("npx @vinr/sandbox trigger payment.completed");
  });

  it("with --follow goes on with each that happens, also after a reset", async () => {
    const key = newKey();
    await clientOf(key).payments.create(newPayment);
    const args = ["events", "--follow", "--url", sandbox.origin, "--key", key];
    const following = new Run(args);
    onTestFinished(() => void following.child.kill("SIGKILL"));
    await following.printed(/payment\.created/);
    await following.printed(/Ctrl-C ends it/);
    await run(key, "trigger", "dispute.opened");
    await following.printed(/dispute\.opened/);
    await fetch(`${sandbox.origin}/sandbox/resets`, { method: "POST", headers: { authorization: `Bearer ${key}` } });
    await run(key, "trigger", "payment.cancelled");
    await following.printed(/payment\.cancelled/);
    expect(following.stderr).toContain("The account was reset or restored.");
    const printed = following.stdout.match(/payment\.\w+|dispute\.\w+/g);
    expect(printed).toEqual([
      "payment.created",
      ...["payment.created", "payment.completed", "dispute.opened"],
      ...["payment.created", "payment.cancelled"],
    ]);
    following.child.kill("SIGINT");
    await following.ended;
  });
});

describe("snapshot and restore", () => {
  it("put an account back, from a file or the standard input, into any account", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vinr-world-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, "world.json");
    const [key, other] = [newKey(), newKey()];
    const { id } = await clientOf(key).payments.create(newPayment);
    const taken = await run(key, "snapshot");
    expect([taken.code, taken.stderr]).toEqual([0, expect.stringContaining("npx @vinr/sandbox restore FILE")]);
    await writeFile(file, taken.stdout);
    await run(key, "advance", "2d");

    const restored = await run(key, "restore", file);
    expect([restored.code, restored.stdout]).toEqual([0, expect.stringContaining("Its clock goes on from")]);
    expect((await clientOf(key).payments.retrieve(id)).status).toBe("pending");
    const piped = new Run(["snapshot", "--json", "--url", sandbox.origin, "--key", key]);
    expect([await piped.ended, piped.stderr]).toEqual([0, ""]);
    expect(JSON.parse(piped.stdout).objects).toEqual(JSON.parse(taken.stdout).objects);
    const args = ["restore", "-", "--json", "--url", sandbox.origin, "--key", other];
    const restoring = new Run(args, { input: piped.stdout });
    expect([await restoring.ended, JSON.parse(restoring.stdout).object]).toEqual([0, "clock"]);
    expect((await clientOf(other).payments.retrieve(id)).status).toBe("pending");
  });

  it("say what is wrong with a file", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vinr-world-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, "world.json");
    const missing = await run(newKey(), "restore", file);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining(`${file} does not exist.`)]);
    await writeFile(file, '{"format":"vinr-sandbox-snapshot"}');
    const damaged = await run(newKey(), "restore", file, "--json");
    expect([damaged.code, JSON.parse(damaged.stderr).error.code]).toEqual([1, "parameter_missing"]);
    expect((await run(newKey(), "restore", folder)).stderr).toContain("is a folder");
  });
});

describe("a command", () => {
  it("says that no sandbox runs, and how to start one", async () => {
    const asked = new Run(["advance", "1d", "--url", "http://127.0.0.1:1"]);
    expect([await asked.ended, asked.stdout, asked.stderr]).toEqual([
      1,
      "",
      "No sandbox can be reached at http://127.0.0.1:1. Start one with: npx @vinr/sandbox, or name another with --url.\n",
    ]);
  });

  it("sends no key for production, and does not repeat it", async () => {
    const asked = new Run(["events"], { env: { VINR_SECRET_KEY: "sk_live_verysecret" } });
    expect(await asked.ended).toBe(2);
    expect(asked.stderr).toContain("VINR_SECRET_KEY must be a secret key for tests");
    expect(asked.output).not.toContain("verysecret");
  });

  /** The address of a server that is not a sandbox. */
  async function serveOther(status: number, body: string): Promise<string> {
    const other = createServer((_, response) => response.writeHead(status).end(body)).listen(0, "127.0.0.1");
    await once(other, "listening");
    onTestFinished(() => void other.close());
    return `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  }

  it("prints nothing of another server that drives a terminal", async () => {
    const message = `no\n\u001b[2J\u202e${"x".repeat(5000)}`;
    const url = await serveOther(400, JSON.stringify({ error: { code: "c", message } }));
    const { code, stderr } = await runWith({}, ["events", "--url", url]);
    expect([code, stderr.slice(0, 22), stderr.length < 2100]).toEqual([1, "no \\u001b[2J\\u202exxxx", true]);
    const event = { id: "evt_1", type: "\u001b[2J", created_at: "", data: { object: { id: "pay_1" } } };
    const events = await serveOther(200, JSON.stringify({ data: [event], page: {} }));
    expect((await runWith({}, ["events", "--url", events])).stdout).toContain("\\u001b[2J");
  });

  it("shows nothing of it either while work lasts", async () => {
    const other = createServer(async ({ url = "" }, response) => {
      if (url.endsWith("/advances")) await sleep(1500);
      const created_at = "\u001b[2J\n\u202e";
      response.end(JSON.stringify({ data: [{ id: "evt_1", created_at }], page: { total_estimate: 1 }, now: "" }));
    }).listen(0, "127.0.0.1");
    onTestFinished(() => void other.close());
    await once(other, "listening");
    const shown: (string | undefined)[] = [];
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const running = runWith({}, ["advance", "1d", "--url", url], { showProgress: (line) => shown.push(line) });
    while (!shown.some((line) => line?.includes("the last at"))) await sleep(20);
    other.closeAllConnections();
    await running;
    expect(shown.join("")).toContain("the last at \\u001b[2J \\u202e");
  });

  it("says that another server responds", async () => {
    const url = await serveOther(404, "<html>");
    const { code, stderr } = await runWith({}, ["events", "--url", url]);
    expect([code, stderr]).toEqual([1, `${url} responded with 404, and not as a VINR sandbox does. Check --url.\n`]);
  });

  it.each([
    "{}",
    "null",
    "[]",
    '"text"',
    '{"data":[null],"page":{}}',
    '{"error":{"code":{"toString":1},"message":""}}',
  ])("says so of one that responds with the JSON %s", async (body) => {
    const url = await serveOther(200, body);
    for (const args of [["events"], ["trigger", "payment.completed"], ["advance", "1d"]]) {
      const { code, stderr } = await runWith({}, [...args, "--url", url]);
      expect([code, stderr]).toEqual([1, `${url} responded with 200, and not as a VINR sandbox does. Check --url.\n`]);
    }
  });

  it.each(["trigger payment.created", "advance 1d"])("does not keep %s by events that do not end", async (args) => {
    const event = { id: "evt_1", type: "a", created_at: "", data: { object: { id: "pay_1" } } };
    const url = await serveOther(200, JSON.stringify({ data: [event], page: { next_cursor: "evt_1" } }));
    const { code, stderr } = await runWith({}, [...args.split(" "), "--url", url]);
    expect([code, stderr]).toEqual([1, `The events of ${url} do not end. Check --url.\n`]);
  });

  it("does not break on a page of events that is far longer than it asked for", async () => {
    const page = JSON.stringify({ data: Array(200_000).fill({}), page: { next_cursor: "evt_1" } });
    const url = await serveOther(200, page);
    const { code, stderr } = await runWith({}, ["trigger", "payment.created", "--url", url]);
    expect([code, stderr]).toEqual([1, `The events of ${url} do not end. Check --url.\n`]);
  });

  it.each([
    [["trigger"], "trigger takes one type of event"],
    [["events", "--folow"], "--folow"],
    [["events", "--limit", "1000"], "--limit takes a number from 1 to 100"],
    [["restore"], "restore takes one file"],
    [["advance", "1d", "--url", "127.0.0.1:4020"], "--url takes the address of a sandbox"],
    [["torture"], "torture takes the address of your webhook handler"],
    [["torture", "http://127.0.0.1:1", "--secret", "hush"], "It starts with whsec_."],
  ])("used as %j shows its usage", async (args, message) => {
    const { code, stderr } = await runWith({}, args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(`vinr-sandbox ${args[0]}`);
    expect(stderr).not.toContain("hush");
  });

  it.each(commands.map(({ name }) => name))("%s explains itself", async (name) => {
    const { code, stdout } = await runWith({}, [name, "--help"]);
    expect([code, stdout]).toEqual([0, expect.stringContaining(`vinr-sandbox ${name}`)]);
  });
});
