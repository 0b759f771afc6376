/** The disk of the SQLite file is full: a real one, and a limit of the kernel on the size of files. */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isVinrError, Vinr } from "@vinr/client";
import { describe, expect, it, onTestFinished } from "vitest";
import { createSandbox } from "../src/index.js";
import { createSqliteStore } from "../src/sqlite.js";
import { Run } from "./testing/command.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
const full = "The disk of the SQLite file is full";

const isLinux = process.platform === "linux";
const isRoot = process.getuid?.() === 0;

/** A small disk of its own; undefined where none can be mounted. */
async function mountDisk(size: string): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "vinr-disk-"));
  try {
    if (!isLinux || !isRoot) throw new Error("Only root mounts a disk.");
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder], { stdio: "pipe" });
  } catch (error) {
    await rm(folder, { recursive: true });
    console.warn(`A small disk cannot be mounted: its test is skipped. ${String(error).slice(0, 200)}`);
    return undefined;
  }
  onTestFinished(async () => {
    execFileSync("umount", ["--lazy", folder]);
    await rm(folder, { recursive: true });
  });
  return folder;
}

/** A sandbox on a file, and a client of it that repeats nothing. */
async function openShop(path: string) {
  const store = await createSqliteStore(path);
  onTestFinished(() => store.close());
  const sandbox = createSandbox({ store });
  return { store, vinr: new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch, maxRetries: 0 }) };
}

/** Creates payments until the disk is full. Returns those that were acknowledged, and the key of the one that was not. */
async function fillDisk(vinr: Vinr, prefix: string) {
  const acknowledged: string[] = [];
  for (let n = 0; ; n++) {
    const idempotencyKey = `${prefix}-${n}`;
    try {
      acknowledged.push((await vinr.payments.create(newPayment, { idempotencyKey })).id);
    } catch (error) {
      if (!isVinrError(error) || error.code !== "service_unavailable") throw error;
      expect(error).toMatchObject({ code: "service_unavailable", message: expect.stringContaining(full) });
      return { acknowledged, idempotencyKey };
    }
  }
}

async function readPayments(vinr: Vinr): Promise<string[]> {
  const all = await vinr.payments.list({ limit: 100 }).toArray({ limit: 10_000 });
  return all.map(({ id }) => id).reverse();
}

describe("a full disk", () => {
  it("is a 503 that says so; nothing acknowledged is lost, and all goes on when there is room", async (context) => {
    const disk = await mountDisk("1m");
    if (disk === undefined) return context.skip();
    const ballast = join(disk, "ballast");
    await writeFile(ballast, Buffer.alloc(300_000));
    const path = join(disk, "shop.db");
    const { store, vinr } = await openShop(path);
    const { acknowledged, idempotencyKey } = await fillDisk(vinr, "order");
    expect(acknowledged.length).toBeGreaterThan(0);
    // What is there can still be read.
    expect(await readPayments(vinr)).toEqual(acknowledged);
    await rm(ballast);
    const late = await vinr.payments.create(newPayment, { idempotencyKey });
    expect(await readPayments(vinr)).toEqual([...acknowledged, late.id]);
    const again = await fillDisk(vinr, "again");
    await store.close();
    expect(await readPayments((await openShop(path)).vinr)).toEqual([...acknowledged, late.id, ...again.acknowledged]);
  });

  it("acknowledges nothing of requests that came at the same time and are lost", async (context) => {
    const disk = await mountDisk("1m");
    if (disk === undefined) return context.skip();
    const { vinr } = await openShop(join(disk, "shop.db"));
    const acknowledged: string[] = [];
    const rejected: unknown[] = [];
    while (rejected.length === 0) {
      const attempts = Array.from({ length: 16 }, () => vinr.payments.create(newPayment));
      for (const attempt of await Promise.allSettled(attempts)) {
        if (attempt.status === "fulfilled") acknowledged.push(attempt.value.id);
        else rejected.push(attempt.reason);
      }
    }
    expect(acknowledged.length).toBeGreaterThan(0);
    for (const error of rejected) expect(error).toMatchObject({ code: "service_unavailable" });
    expect((await readPayments(vinr)).toSorted()).toEqual(acknowledged.toSorted());
  });

  it("keeps what is there from nobody who reads it while others try to write", async (context) => {
    const disk = await mountDisk("1m");
    if (disk === undefined) return context.skip();
    const { vinr } = await openShop(join(disk, "shop.db"));
    const { acknowledged } = await fillDisk(vinr, "order");
    const many = <T>(work: () => Promise<T>) => Array.from({ length: 8 }, work);
    const isRead: boolean[] = [];
    for (let round = 0; round < 20; round++) {
      const writes = many(() => vinr.payments.create(newPayment));
      const reads = await Promise.allSettled(many(() => vinr.payments.retrieve(acknowledged[0] as string)));
      expect((await Promise.allSettled(writes)).map(({ status }) => status)).toContain("rejected");
      // The first ones may have shared a transaction with what was lost.
      if (round > 0) isRead.push(...reads.map(({ status }) => status === "fulfilled"));
    }
    expect(isRead).toEqual(Array(152).fill(true));
  });

  it.skipIf(!isLinux)("is told of in the command's log, once, and the command goes on when there is room", async () => {
    const folder = await mkdtemp(join(tmpdir(), "vinr-full-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const run = new Run(["--port", "0", "--data", join(folder, "shop.db")]);
    onTestFinished(() => void run.child.kill("SIGKILL"));
    const vinr = new Vinr({ secretKey: "sk_test_shop", baseUrl: `${await run.origin()}/v1`, maxRetries: 0 });
    const limit = (bytes: string) => execFileSync("prlimit", ["--pid", String(run.child.pid), `--fsize=${bytes}:`]);
    limit("400000");
    const { acknowledged, idempotencyKey } = await fillDisk(vinr, "order");
    const attempt = vinr.payments.create(newPayment, { idempotencyKey });
    await expect(attempt).rejects.toMatchObject({ status: 503, retryAfter: 1 });
    expect(await readPayments(vinr)).toEqual(acknowledged);
    limit("unlimited");
    const { id } = await vinr.payments.create(newPayment, { idempotencyKey });
    expect(await readPayments(vinr)).toEqual([...acknowledged, id]);
    expect(run.output.match(new RegExp(`^VINR sandbox: ${full}.*$`, "gm"))).toHaveLength(1);
    expect(run.output).toContain("Make room");
  });
});
