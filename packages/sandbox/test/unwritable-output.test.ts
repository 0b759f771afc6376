/** The command's output cannot be written: its disk is full, or its reader has enough. */
import { execFileSync } from "node:child_process";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Vinr } from "@vinr/client";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { Run } from "./testing/command.js";
import { serveForTest, throwError } from "./testing/serve.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
const isLinux = process.platform === "linux";

async function openFile(path?: string) {
  const folder = await mkdtemp(join(tmpdir(), "vinr-output-"));
  const file = path ?? join(folder, "output.json");
  const handle = await open(file, "a");
  onTestFinished(async () => {
    await handle.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { file, stdout: handle.fd };
}

/** A running sandbox with an account of some objects, and the arguments that name it. */
async function serveAccount(): Promise<readonly string[]> {
  const sandbox = await serveForTest(throwError);
  onTestFinished(() => sandbox.close());
  const vinr = new Vinr({ secretKey: "sk_test_output", baseUrl: `${sandbox.origin}/v1` });
  for (let n = 0; n < 5; n++) await vinr.payments.create(newPayment);
  return ["--url", sandbox.origin, "--key", "sk_test_output"];
}

describe.skipIf(!isLinux)("a command whose output goes to a file", () => {
  it("says that the disk has no room for all of a snapshot, and claims no success", async () => {
    const [account, { file, stdout }] = [await serveAccount(), await openFile()];
    const run = new Run(["snapshot", ...account], { stdout, through: ["prlimit", "--fsize=2048"] });
    expect([await run.ended, run.stderr]).toEqual([
      1,
      "The output could not be written, or not all of it: EFBIG: file too large, write\n",
    ]);
    expect(await readFile(file)).toHaveLength(2048);
  });

  it.each(["snapshot", "events", "advance 1d", "snapshot --help", "--help"])(
    "says so where the disk is full: %s",
    async (command) => {
      const [account, { stdout }] = [await serveAccount(), await openFile("/dev/full")];
      const run = new Run([...command.split(" "), ...(command === "--help" ? [] : account)], { stdout });
      expect([await run.ended, run.stderr]).toEqual([
        1,
        "The output could not be written, or not all of it: ENOSPC: no space left on device, write\n",
      ]);
    },
  );

  it("writes all of it where there is room", async () => {
    const [account, { file, stdout }] = [await serveAccount(), await openFile()];
    const run = new Run(["snapshot", ...account], { stdout });
    expect([await run.ended, run.stderr]).toEqual([0, expect.stringContaining("Put it back with")]);
    expect(JSON.parse(await readFile(file, "utf8")).format).toBe("vinr-sandbox-snapshot");
  });
});

describe("vinr-sandbox --log json", () => {
  const args = ["--port", "0", "--log", "json"];
  const listening = /"message":"listening","url":"([^"]+)"/;
  const clientAt = (origin: string) => new Vinr({ secretKey: "sk_test_log", baseUrl: `${origin}/v1`, maxRetries: 0 });

  it("serves on, and stops as it does else, where the reader of its log has enough", async () => {
    const run = new Run(args);
    onTestFinished(() => void run.child.kill("SIGKILL"));
    const vinr = clientAt((await run.printed(listening))[1] ?? "");
    run.child.stdout?.destroy();
    const { id } = await vinr.payments.create(newPayment);
    await run.printed(/could not be written/);
    for (let n = 0; n < 5; n++) expect((await vinr.payments.retrieve(id)).id).toBe(id);
    run.child.kill("SIGTERM");
    expect([await run.ended, run.stderr]).toEqual([
      0,
      "The output could not be written, or not all of it: write EPIPE. The sandbox serves on.\n",
    ]);
  });

  it("keeps no lines without end for a reader that stands still, and says how many are missing", async () => {
    const run = new Run(args);
    onTestFinished(() => void run.child.kill("SIGKILL"));
    const [, origin = ""] = await run.printed(listening);
    run.child.stdout?.pause();
    let asked = 0;
    const ask = async (path: string) => {
      asked += 1;
      await (await fetch(`${origin}${path}`)).body?.cancel();
    };
    const path = `/v1/${"x".repeat(180)}`;
    for (let n = 0; n < 250; n++) await Promise.all(Array.from({ length: 20 }, () => ask(path)));
    run.child.stdout?.resume();
    await run.printed(/are missing here/);
    run.child.kill("SIGTERM");
    expect([await run.ended, run.stderr]).toEqual([0, ""]);
    expect(run.stdout.length).toBeLessThan(2 * 1024 * 1024);
    const texts = run.stdout.trim().split("\n");
    const lines = texts.map((line) => JSON.parse(line));
    const shown = lines.filter(({ message }) => message === "request").length;
    expect(shown).toBeGreaterThan(1000);
    expect(lines.filter(({ message }) => message.includes("missing"))).toEqual([
      {
        time: expect.any(String),
        level: "error",
        message: `${asked - shown} lines are missing here: whoever reads the log did not read on.`,
      },
    ]);
  });

  it("serves on where nobody reads what it says about that, either", async () => {
    const run = new Run(args);
    onTestFinished(() => void run.child.kill("SIGKILL"));
    const vinr = clientAt((await run.printed(listening))[1] ?? "");
    run.child.stdout?.destroy();
    run.child.stderr?.destroy();
    for (let n = 0; n < 5; n++) await vinr.payments.create(newPayment);
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
  });

  it.skipIf(!isLinux)("goes on with whole lines when the disk of its log has room again", async () => {
    const { file, stdout } = await openFile();
    const run = new Run(args, { stdout });
    onTestFinished(() => void run.child.kill("SIGKILL"));
    const limit = (bytes: string) => execFileSync("prlimit", ["--pid", String(run.child.pid), `--fsize=${bytes}:`]);
    const readLog = () => readFile(file, "utf8");
    const origin = await vi.waitFor(
      async () => {
        const [, found = ""] = listening.exec(await readLog()) ?? [];
        expect(found).not.toBe("");
        return found;
      },
      { timeout: 20_000 },
    );
    const vinr = clientAt(origin);
    const before = (await readLog()).length;
    limit(String(before + 100));
    const { id } = await vinr.payments.create(newPayment);
    await run.printed(/could not be written/);
    await vinr.payments.retrieve(id);
    expect(await readLog()).toHaveLength(before + 100);
    limit("unlimited");
    await vinr.payments.list();
    await vinr.payments.retrieve(id);
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
    expect(run.stderr.match(/could not be written/g)).toHaveLength(1);
    const lines = (await readLog())
      .slice(before + 101)
      .trim()
      .split("\n");
    expect(lines.map((line) => JSON.parse(line).path)).toEqual(["/v1/payments", `/v1/payments/${id}`]);
  });
});
