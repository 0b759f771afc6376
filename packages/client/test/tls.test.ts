import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { createNodeFetch } from "../src/node.js";
import { createSelfSigned } from "./self-signed.js";
import { createTestClient, errorOf, payment } from "./test-client.js";

const identity = createSelfSigned();

/** An HTTPS server that counts handshakes. */
async function startTlsServer() {
  const seen = { handshakes: 0, requests: 0 };
  const server = createServer(identity, (_, response) => {
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
  it("receives no request, and the error says why", async () => {
    const { url, seen } = await startTlsServer();
    const fetch = createNodeFetch();
    onTestFinished(() => fetch.close());
    const error = await errorOf(createTestClient({ url }, { fetch, maxRetries: 0 }).vinr.payments.retrieve("pay_1"));
    expect([error, seen.requests]).toEqual([
      expect.objectContaining({ code: "connection_failed", message: expect.stringContaining("self-signed") }),
      0,
    ]);
  });
});
