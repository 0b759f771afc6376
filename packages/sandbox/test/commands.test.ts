/** The sub-commands on a sandbox that runs: most within this process, and some as people type them. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Vinr } from "@vinr/client";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { commands } from "../src/cli/commands/index.js";
import { recipes } from "../src/cli/commands/recipes.js";
import type { RunningSandbox } from "../src/cli/serve.js";
import { Run, runWith } from "./testing/command.js";
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

/** Runs a command on an account of the sandbox. */
const run = (key: string, ...args: string[]) => runWith({ VINR_SECRET_KEY: key }, [...args, "--url", sandbox.origin]);

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

/** Returns when a command has printed so many events. */
const untilShown = (run: Run, count: number) =>
  vi.waitFor(() => expect(run.stdout.match(/evt_/g)).toHaveLength(count), { timeout: 20_000 });

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

  it("with --follow sees a reset after which as much happens again, with the same ids", async () => {
    const key = newKey();
    const following = new Run(["events", "--follow", "--url", sandbox.origin, "--key", key]);
    onTestFinished(() => void following.child.kill("SIGKILL"));
    await following.printed(/Ctrl-C ends it/);
    for (const [index, amount] of [1000, 1001, 1002].entries()) {
      const reset = { method: "POST", headers: { authorization: `Bearer ${key}` } };
      await fetch(`${sandbox.origin}/sandbox/resets`, reset);
      await clientOf(key).payments.create({ ...newPayment, amount });
      await untilShown(following, index + 1);
    }
    expect(following.stdout.match(/evt_\w+/g)).toHaveLength(3);
    expect(new Set(following.stdout.match(/evt_\w+/g))).toHaveProperty("size", 1);
    following.child.kill("SIGINT");
    await following.ended;
    expect(following.stderr.match(/The account was reset or restored/g)).toHaveLength(2);
  });

  it("with --follow misses and repeats none where many happen at once", async () => {
    const key = newKey();
    const following = new Run(["events", "--follow", "--limit", "0", "--url", sandbox.origin, "--key", key]);
    onTestFinished(() => void following.child.kill("SIGKILL"));
    await following.printed(/Ctrl-C ends it/);
    const made: string[] = [];
    for (const count of [1, 1, 250, 2]) {
      const all = await Promise.all(Array.from({ length: count }, () => clientOf(key).payments.create(newPayment)));
      made.push(...all.map(({ id }) => id));
      await untilShown(following, made.length);
    }
    expect(following.stdout.match(/pay_\w+/g)?.sort()).toEqual(made.sort());
    following.child.kill("SIGINT");
    await following.ended;
    expect(following.stderr).not.toContain("reset");
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

  it("take a file as Windows PowerShell writes it, in UTF-16 and with a mark before it, also in pieces", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vinr-world-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, "world.json");
    const [key, other] = [newKey(), newKey()];
    const { id } = await clientOf(key).payments.create({ ...newPayment, description: "Żółw 🐢" });
    const { stdout } = await run(key, "snapshot");
    for (const bytes of [Buffer.from(`\ufeff${stdout}`, "utf16le"), Buffer.from(`\ufeff${stdout}`)]) {
      await writeFile(file, bytes);
      expect(await run(other, "restore", file)).toMatchObject({ code: 0, stderr: "" });
      expect((await clientOf(other).payments.retrieve(id)).description).toBe("Żółw 🐢");
    }
    const bytes = Buffer.from(`\ufeff${stdout}`, "utf16le");
    const input = [bytes.subarray(0, 2), ...Array.from(bytes.subarray(2), (byte) => Buffer.of(byte))];
    const args = ["restore", "-", "--url", sandbox.origin, "--key", other];
    expect(await runWith({}, args, { input })).toMatchObject({ code: 0, stderr: "" });
    expect((await clientOf(other).payments.retrieve(id)).description).toBe("Żółw 🐢");
  });

  it("lose no letter on Windows, where PowerShell reads what is printed by a code page before it writes it to a file", async () => {
    const { platform } = process;
    const setPlatform = (value: string) => Object.defineProperty(process, "platform", { value });
    onTestFinished(() => void setPlatform(platform));
    const folder = await mkdtemp(join(tmpdir(), "vinr-world-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const [key, other] = [newKey(), newKey()];
    const { id } = await clientOf(key).payments.create({ ...newPayment, description: "Żółw 🐢" });
    setPlatform("win32");
    const { stdout } = await run(key, "snapshot");
    setPlatform(platform);
    const file = join(folder, "world.json");
    await writeFile(file, Buffer.from(`\ufeff${Buffer.from(stdout).toString("latin1")}`, "utf16le"));
    expect(await run(other, "restore", file)).toMatchObject({ code: 0, stderr: "" });
    expect((await clientOf(other).payments.retrieve(id)).description).toBe("Żółw 🐢");
  });

  it("say what is wrong with a file", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vinr-world-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, "world.json");
    const missing = await run(newKey(), "restore", file);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining(`${file} does not exist.`)]);
    await writeFile(file, "");
    const empty = await run(newKey(), "restore", file);
    expect([empty.code, empty.stderr]).toEqual([1, expect.stringContaining(`${file} is empty. Take a snapshot with:`)]);
    const piped = await run(newKey(), "restore", "-");
    expect([piped.code, piped.stderr]).toEqual([1, expect.stringContaining("The standard input is empty.")]);
    await writeFile(file, '{"format":"vinr-sandbox-snapshot"}');
    const damaged = await run(newKey(), "restore", file, "--json");
    expect([damaged.code, JSON.parse(damaged.stderr).error.code]).toEqual([1, "parameter_missing"]);
    expect((await run(newKey(), "restore", folder)).stderr).toContain("is a folder");
  });

  it.skipIf(process.platform === "win32")("read no further than the greatest snapshot that is restored", async () => {
    const endless = await run(newKey(), "restore", "/dev/zero");
    expect([endless.code, endless.stderr]).toEqual([1, expect.stringContaining("has more than 33554432 bytes")]);
    let count = 0;
    const input = (function* () {
      for (; count < 1000; count++) yield new Uint8Array(1024 * 1024);
    })();
    const piped = await runWith({}, ["restore", "-"], { input });
    expect([piped.code, piped.stderr]).toEqual([1, expect.stringContaining("has more than 33554432 bytes")]);
    expect(count).toBe(32);
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
