/** How those who run the sandbox see whether it lives, and how it stops. */
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { skipsPostgres } from "../../../../scripts/postgres.ts";
import { Health } from "../../src/cli/hosting/health.js";
import { createMemoryStore } from "../../src/store/memory-store.js";
import { Run } from "../testing/command.js";
import { clientOf, control, listenOn, longKey, newPayment, serveHosted } from "../testing/hosted.js";
import { open, readAll, send } from "../testing/raw.js";
import { serveForTest, storageAt } from "../testing/serve.js";
import { createPlace, postgresOf, usePostgres } from "../testing/stores.js";

describe("/healthz and /readyz", () => {
  it("respond to whoever asks, by any name, without a key", async () => {
    const { origin } = await serveHosted();
    for (const path of ["/healthz", "/readyz"]) {
      const { status, text } = await send(origin, [`GET ${path} HTTP/1.1`, "Host: 10.1.2.3:4020"]);
      expect([status, text]).toEqual([200, expect.stringContaining('{"status":"ok"}')]);
    }
  });

  it("tell apart a process that lives and a store that does not respond", async () => {
    const store = { ...createMemoryStore(), findAccount: () => new Promise<never>(() => {}) };
    const health = new Health(store);
    expect((await health.respond("/healthz"))?.status).toBe(200);
    const asked = await Promise.all([health.respond("/readyz"), health.respond("/readyz")]);
    for (const response of asked) {
      expect(response?.status).toBe(503);
      expect(await response?.json()).toEqual({ status: "store_unavailable" });
    }
  });
});

describe("with PostgreSQL", () => {
  usePostgres();

  it.skipIf(skipsPostgres)("it is not ready while the database is away, and lives", { timeout: 60_000 }, async () => {
    const { address } = await createPlace("PostgreSQL");
    const sandbox = await serveForTest(() => undefined, { isHosted: true, storage: storageAt(address) });
    const ask = async (path: string) => (await fetch(`${sandbox.origin}${path}`)).status;
    expect(await ask("/readyz")).toBe(200);
    await postgresOf().stop();
    expect(await ask("/readyz")).toBe(503);
    expect(await ask("/healthz")).toBe(200);
    await sandbox.close();
  });
});

describe("a server that stops", () => {
  it("first says that it is not ready, and still serves; then ends what is under way", async () => {
    const sandbox = await serveForTest(() => undefined, { isHosted: true });
    const body = JSON.stringify(newPayment);
    const socket = await open(sandbox.origin);
    socket.write(
      `POST /v1/payments HTTP/1.1\r\nHost: ${new URL(sandbox.origin).host}\r\nX-Api-Key: ${longKey}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`,
    );
    await clientOf(sandbox).payments.list();
    const closed = sandbox.close();
    expect((await fetch(`${sandbox.origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${sandbox.origin}/healthz`)).status).toBe(200);
    expect((await clientOf(sandbox).payments.list()).data).toEqual([]);
    const text = readAll(socket);
    socket.write(body);
    expect(await text).toMatch(/^HTTP\/1\.1 201 /);
    await closed;
    await expect(fetch(`${sandbox.origin}/healthz`)).rejects.toThrow();
  });

  it("does not wait for ever for a client that sends nothing more", { timeout: 60_000 }, async () => {
    const run = new Run(["--port", "0", "--hosted"]);
    const origin = await run.origin();
    const socket = await open(origin);
    const head = ["POST /v1/payments HTTP/1.1", `Host: ${new URL(origin).host}`, `X-Api-Key: ${longKey}`];
    socket.write([...head, "Content-Type: application/json", "Content-Length: 100", "\r\n"].join("\r\n"));
    // A request of another connection goes through, so the first one has been accepted.
    await fetch(`${origin}/healthz`);
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
  });

  it("ends the delivery that is being sent, and records it", async () => {
    const { address } = await createPlace("SQLite");
    let respond = (): void => {};
    const arrived = new EventTarget();
    const forwardTo = await listenOn((_, response) => {
      respond = () => void response.writeHead(204).end();
      arrived.dispatchEvent(new Event("delivery"));
    });
    const storage = storageAt(address);
    const sandbox = await serveForTest(() => undefined, { isHosted: true, storage, forwardTo });
    const delivery = once(arrived, "delivery");
    await clientOf(sandbox).payments.create(newPayment);
    await delivery;
    const closed = sandbox.close();
    respond();
    await closed;
    const again = await serveHosted({ storage, forwardTo });
    const { body } = await control(again, "GET", "/deliveries");
    expect(
      body.data.map(({ status, attempts }: { status: string; attempts: unknown[] }) => [status, attempts.length]),
    ).toEqual([["succeeded", 1]]);
  });
});
