/** Where the command keeps accounts: it says what to do about a file or a database that it cannot have, and leaves a sound file. */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmod, copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Vinr } from "@vinr/client";
import Libsql from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { skipsPostgres } from "../../../scripts/postgres.ts";
import { createSqliteStore } from "../src/sqlite.js";
import { Run, runToEnd } from "./testing/command.js";
import { postgresOf, usePostgres } from "./testing/stores.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

usePostgres();

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "vinr-command-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Takes the right to write from this user; from root, only a disk can. Returns whether it could. */
async function makeReadOnly(folder: string): Promise<boolean> {
  if (process.getuid?.() !== 0) {
    for (const name of await readdir(folder)) await chmod(join(folder, name), 0o444);
    return true;
  }
  try {
    execFileSync("mount", ["--bind", folder, folder], { stdio: "pipe" });
  } catch (error) {
    console.warn(`A disk cannot be mounted: its test is skipped. ${String(error).slice(0, 200)}`);
    return false;
  }
  onTestFinished(() => void execFileSync("umount", ["--lazy", folder]));
  execFileSync("mount", ["-o", "remount,ro,bind", folder]);
  return true;
}

function start(...args: string[]): Run {
  const run = new Run(["--port", "0", ...args]);
  onTestFinished(() => void run.child.kill("SIGKILL"));
  return run;
}

/** Returns when a server takes no more connections: it has begun to stop. */
async function untilClosed(origin: string): Promise<void> {
  const isOpen = () =>
    fetch(`${origin}/healthz`).then(
      async (response) => (await response.text()) !== "",
      () => false,
    );
  while (await isOpen()) await sleep(20);
}

describe("a file", () => {
  it("that is something else is left as it is", async () => {
    const file = join(await makeFolder(), "notes.txt");
    await writeFile(file, "Buy milk. ".repeat(1000));
    const { code, run } = await runToEnd("--port", "0", "--data", file);
    expect([code, run.stderr]).toEqual([
      1,
      expect.stringContaining(
        `${file} is not a file of the sandbox, and was left as it is. Choose another with --data.`,
      ),
    ]);
  });

  it("in a folder that does not exist is told with what to do", async () => {
    const file = join(await makeFolder(), "missing", "shop.db");
    const { code, run } = await runToEnd("--port", "0", "--data", file);
    expect([code, run.stderr]).toEqual([
      1,
      expect.stringContaining(
        `${file} cannot be opened. Its folder must exist and be writable; choose another file with --data.`,
      ),
    ]);
  });

  it("that is damaged is left as it is", async () => {
    const file = join(await makeFolder(), "shop.db");
    await (await createSqliteStore(file)).close();
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(0xaa, 200, 4000));
    const { code, run } = await runToEnd("--port", "0", "--data", file);
    expect([code, run.stderr]).toEqual([
      1,
      expect.stringContaining(
        `${file} is damaged, and was left as it is. Put a copy of it in its place, or choose another file with --data.`,
      ),
    ]);
  });

  it.skipIf(process.platform !== "linux").each([
    ["alone", false],
    ["with the files of a process that has crashed", true],
  ])("on a disk that may not be written, %s, is told with what to do", async (_, hasCrashed) => {
    const folder = await makeFolder();
    const [first, file] = [join(folder, "first.db"), join(folder, "shop.db")];
    const store = await createSqliteStore(first);
    if (!hasCrashed) await store.close();
    for (const name of await readdir(folder))
      await copyFile(join(folder, name), join(folder, name.replace("first", "shop")));
    await store.close();
    if (!(await makeReadOnly(folder))) return;
    const { code, run } = await runToEnd("--port", "0", "--data", file);
    expect(run.stderr).toContain(file);
    expect([code, run.stderr]).toEqual([1, expect.stringMatching(/ may not be written\.|folder must .* be writable/)]);
  });

  it("to which another process writes is waited for, and the wait is told", async () => {
    const file = join(await makeFolder(), "shop.db");
    const other = new Libsql(file);
    other.exec("begin exclusive");
    const run = start("--data", file);
    await run.printed(/^Opening .*shop\.db takes long\. Another process may be writing to it\.$/m);
    other.exec("rollback");
    other.close();
    expect(await run.origin()).toMatch(/^http:/);
  });
});

describe.skipIf(skipsPostgres)("a database", () => {
  it.each([
    ["a user that it does not know", (url: URL) => (url.username = "nobody_here"), /^PostgreSQL rejects the user/m],
    [
      "a name that it does not have",
      (url: URL) => (url.pathname = "/none"),
      /^The database of --database does not exist/m,
    ],
  ])("that rejects %s is told with what to do", async (_, change, message) => {
    const url = new URL(postgresOf().url);
    change(url);
    const { code, run } = await runToEnd("--port", "0", "--database", url.href);
    expect([code, run.stderr]).toEqual([1, expect.stringMatching(message)]);
    expect(run.stderr).not.toMatch(/^ {4}at |nobody_here/m);
  });

  it("that is away is told, without the password", async () => {
    const { code, run } = await runToEnd("--port", "0", "--database", "postgres://me:hush@127.0.0.1:1/vinr");
    expect([code, run.stderr]).toEqual([
      1,
      expect.stringContaining("PostgreSQL cannot be reached (ECONNREFUSED). Start it, or check the host and the port"),
    ]);
    expect(run.output).not.toContain("hush");
  });
});

it("Ctrl-C ends the delivery in progress, leaves the next one due, and a sound file", async () => {
  const received: string[] = [];
  let respond = () => {};
  const shop = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    received.push(JSON.parse(body).data.object.id);
    respond = () => void response.writeHead(204).end();
    if (received.length > 1) respond();
    shop.emit("received");
  }).listen(0, "127.0.0.1");
  await once(shop, "listening");
  onTestFinished(() => void shop.close());
  const { port } = shop.address() as AddressInfo;
  const args = ["--data", join(await makeFolder(), "shop.db"), "--forward-to", `http://127.0.0.1:${port}/hooks`];

  const first = start(...args);
  const arrival = once(shop, "received");
  const origin = await first.origin();
  const vinr = new Vinr({ secretKey: "sk_test_sandbox", baseUrl: `${origin}/v1` });
  const payments = await Promise.all([vinr.payments.create(newPayment), vinr.payments.create(newPayment)]);
  await arrival;
  first.child.kill("SIGINT");
  await untilClosed(origin);
  expect(first.child.exitCode).toBe(null);
  respond();
  // A slow machine may need long to open the file.
  expect([await first.ended, first.stderr.replace(/^Opening .*\n/, "")]).toEqual([0, ""]);
  expect(received).toHaveLength(1);

  const rest = once(shop, "received");
  const second = start(...args);
  await second.origin();
  await rest;
  expect([...received].sort()).toEqual(payments.map(({ id }) => id).sort());
});
