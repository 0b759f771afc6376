/** The particulars of a file of SQLite: it has everything once its store is closed, and an address does not stand for one. */
import { copyFile, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Vinr } from "@vinr/client";
import Libsql from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { readOptions } from "../src/cli/options.js";
import { createSandbox } from "../src/index.js";
import { createSqliteStore } from "../src/sqlite.js";
import { Run } from "./testing/command.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

async function makePaths() {
  const folder = await mkdtemp(join(tmpdir(), "vinr-sqlite-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { path: join(folder, "shop.db"), copy: join(folder, "copy.db") };
}

/** A store, and a client of its sandbox. */
async function openShop(path: string) {
  const store = await createSqliteStore(path);
  onTestFinished(() => store.close());
  const sandbox = createSandbox({ store });
  return { store, vinr: new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch }) };
}

/** The payments that a copy of the one file has. */
async function readCopy({ path, copy }: { readonly path: string; readonly copy: string }): Promise<readonly string[]> {
  await copyFile(path, copy);
  const { vinr } = await openShop(copy);
  return (await vinr.payments.list({ limit: 100 })).data.map(({ id }) => id);
}

describe("the one file has everything that was acknowledged", () => {
  it("once its store is closed", async () => {
    const paths = await makePaths();
    const { store, vinr } = await openShop(paths.path);
    const { id } = await vinr.payments.create(newPayment);
    await store.close();
    expect(await readCopy(paths)).toEqual([id]);
  });

  it("once the command has ended, and is sound where a copy of it is put back", async () => {
    const paths = await makePaths();
    const serve = async (work: (vinr: Vinr) => Promise<unknown>) => {
      const run = new Run(["--port", "0", "--data", paths.path]);
      onTestFinished(() => void run.child.kill("SIGKILL"));
      await work(new Vinr({ secretKey: "sk_test_sandbox", baseUrl: `${await run.origin()}/v1` }));
      run.child.kill("SIGTERM");
      expect(await run.ended).toBe(0);
    };
    let first = "";
    await serve(async (vinr) => {
      first = (await vinr.payments.create(newPayment)).id;
    });
    expect(await readCopy(paths)).toEqual([first]);
    await serve((vinr) => vinr.payments.create(newPayment));
    await copyFile(paths.copy, paths.path);
    await serve(async (vinr) => {
      const { id } = await vinr.payments.create(newPayment);
      expect((await vinr.payments.list()).data.map((payment) => payment.id)).toEqual([id, first]);
    });
  });

  it("unless another process writes to it by then, for which nothing waits and nothing is lost", async () => {
    const { path } = await makePaths();
    const { store, vinr } = await openShop(path);
    const { id } = await vinr.payments.create(newPayment);
    const other = new Libsql(path);
    other.exec("begin immediate");
    const start = performance.now();
    await store.close();
    expect(performance.now() - start).toBeLessThan(1000);
    other.exec("rollback");
    other.close();
    expect((await stat(path)).size).toBeGreaterThan(0);
    const again = await openShop(path);
    expect((await again.vinr.payments.retrieve(id)).id).toBe(id);
  });
});

/** The driver would take it for a database elsewhere, and send the accounts there. */
describe.each(["http", "https", "libsql", "ws", "wss", "LIBSQL"])(
  "an address that starts with %s: is not taken for a path",
  (scheme) => {
    const address = `${scheme}://127.0.0.1:1/?authToken=hush`;

    it("of a store", async () => {
      await expect(createSqliteStore(address)).rejects.toThrow(
        new TypeError('A path is needed, such as "shop.db", and not the address of a database elsewhere.'),
      );
    });

    it("of the command, which does not repeat it", () => {
      expect(() => readOptions(["--data", address])).toThrow(
        new TypeError("--data takes the path of a file, such as shop.db, and not the address of a database elsewhere."),
      );
    });
  },
);
