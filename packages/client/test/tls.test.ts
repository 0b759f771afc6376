import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TlsOptions } from "node:tls";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { createNodeFetch } from "../src/node.js";
import { startServer } from "./scripted-server.js";
import { createSelfSigned } from "./self-signed.js";
import { createTestClient, errorOf, newPayment, payment } from "./test-client.js";

const identity = createSelfSigned();

/** An HTTPS server that counts handshakes. */
async function startTlsServer(options: TlsOptions = {}) {
  const seen = { handshakes: 0, requests: 0 };
  const server = createServer({ ...identity, ...options }, (_, response) => {
    seen.requests++;
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(payment));
  });
  server.on("secureConnection", () => seen.handshakes++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, seen };
}

describe("sixty calls over TLS, one after another", () => {
  it("take at most two handshakes with the transport for Node", async () => {
    const { url, seen } = await startTlsServer();
    const fetch = createNodeFetch({ connect: { ca: identity.cert } });
    onTestFinished(() => fetch.close());
    const { vinr } = createTestClient({ url }, { fetch });
    for (let count = 0; count < 60; count++) await vinr.payments.retrieve("pay_1");
    expect(seen.requests).toBe(60);
    expect(seen.handshakes).toBeLessThanOrEqual(2);
  });

  it("take at most two handshakes with the global fetch, which may not reuse a connection at once", async () => {
    const { url, seen } = await startTlsServer();
    const folder = await mkdtemp(join(tmpdir(), "vinr-tls-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, "ca.pem"), identity.cert);
    const script = fileURLToPath(new URL("./tls-calls.mjs", import.meta.url));
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, "ca.pem") };
    await promisify(execFile)(process.execPath, [script, url], { env });
    expect(seen.requests).toBe(60);
    expect(seen.handshakes).toBeLessThanOrEqual(2);
  });
});

describe("a server with an untrusted certificate", () => {
  const nothingSent = (reason: RegExp) =>
    expect.objectContaining({
      name: "VinrConnectionError",
      code: "cannot_connect",
      message: expect.stringMatching(reason),
      attempts: 1,
    });

  it.each([
    ["the transport for Node", () => createNodeFetch()],
    ["the global fetch", () => undefined],
  ])("receives no request from %s, which says why and does not try again", async (_, create) => {
    const { url, seen } = await startTlsServer();
    const fetch = create();
    onTestFinished(() => fetch?.close());
    const error = await errorOf(createTestClient({ url }, { fetch }).vinr.payments.create(newPayment));
    expect([error, seen.requests]).toEqual([nothingSent(/self-signed.*Nothing was sent\.$/), 0]);
  });

  it("receives none for another host than its certificate's", async () => {
    const { url, seen } = await startTlsServer();
    const fetch = createNodeFetch({ connect: { ca: identity.cert, servername: "api.vinr.com" } });
    onTestFinished(() => fetch.close());
    const error = await errorOf(createTestClient({ url }, { fetch }).vinr.payments.create(newPayment));
    expect([error, seen.requests]).toEqual([nothingSent(/altnames.*Nothing was sent\.$/), 0]);
  });

  it("receives none in another version of TLS, nor does a server without TLS", async () => {
    const old = await startTlsServer({ maxVersion: "TLSv1.2" });
    const fetch = createNodeFetch({ connect: { ca: identity.cert, minVersion: "TLSv1.3" } });
    onTestFinished(() => fetch.close());
    const error = await errorOf(createTestClient(old, { fetch }).vinr.payments.create(newPayment));
    expect([error, old.seen.requests]).toEqual([nothingSent(/version.*Nothing was sent\.$/s), 0]);

    const plain = await startServer({ status: 201, body: payment });
    const url = plain.url.replace("http:", "https:");
    const mismatch = await errorOf(createTestClient({ url }).vinr.payments.create(newPayment));
    expect([mismatch, plain.requests]).toEqual([nothingSent(/wrong version.*Nothing was sent\.$/s), []]);
  });
});
