/** The transport for Node against servers that compress, proxy and speak HTTP/2, all on loopback. */
import type { Server } from "node:http";
import { createSecureServer } from "node:http2";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, createServer as createSocketServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { startProxy } from "../../test/proxy-server.js";
import { startServer } from "../../test/scripted-server.js";
import { createSelfSigned } from "../../test/self-signed.js";
import { createTestClient, errorOf, newPayment, payment } from "../../test/test-client.js";
import { createNodeFetch, type NodeFetchOptions } from "../node.js";

const identity = createSelfSigned();

function createNodeClient(url: string, options: NodeFetchOptions = {}) {
  const fetch = createNodeFetch(options);
  onTestFinished(() => fetch.close());
  return createTestClient({ url }, { fetch, maxRetries: 0, dangerouslyAllowPlainHttp: true }).vinr;
}

async function listen(server: Pick<Server, "listen" | "address" | "close">): Promise<number> {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

describe("a compressed response", () => {
  const json = Buffer.from(JSON.stringify(payment));

  it.each([
    ["gzip", gzipSync(json)],
    ["deflate", deflateSync(json)],
    ["deflate", deflateRawSync(json)],
    ["br", brotliCompressSync(json)],
    ["gzip, br", brotliCompressSync(gzipSync(json))],
    ["identity", json],
  ])("with the encoding %s is decompressed", async (encoding, bytes) => {
    const server = await startServer((response) => {
      response.writeHead(200, { "content-encoding": encoding }).end(bytes);
    });
    expect(await createNodeClient(server.url).payments.retrieve("pay_1")).toEqual(payment);
    expect(server.requests[0]?.headers["accept-encoding"]).toMatch(/^gzip, deflate, br/);
  });

  it("with an unknown encoding is an error that names it", async () => {
    const server = await startServer((response) => {
      response.writeHead(200, { "content-encoding": "snappy" }).end(json);
    });
    expect(await errorOf(createNodeClient(server.url).payments.retrieve("pay_1"))).toMatchObject({
      code: "response_cut",
      message: expect.stringContaining('unknown content-encoding "snappy"'),
    });
  });

  it("that is damaged is an error", async () => {
    const server = await startServer((response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(json).subarray(0, 30));
    });
    expect(await errorOf(createNodeClient(server.url).payments.retrieve("pay_1"))).toMatchObject({
      code: "response_cut",
    });
  });
});

/** A SOCKS proxy without passwords that knows IPv4 addresses, and records the ports that it was asked for. */
async function startSocksProxy() {
  const ports: number[] = [];
  const proxy = createSocketServer((socket) => {
    socket.once("data", () => {
      socket.write(Buffer.from([5, 0]));
      socket.once("data", (request) => {
        const port = request.readUInt16BE(8);
        ports.push(port);
        const upstream = connect(port, [...request.subarray(4, 8)].join("."), () => {
          socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
          upstream.pipe(socket).pipe(upstream);
        });
        upstream.on("error", () => socket.destroy());
        socket.on("error", () => upstream.destroy());
      });
    });
  });
  return { url: `socks5://127.0.0.1:${await listen(proxy as unknown as Server)}`, ports };
}

async function startTlsServer(): Promise<string> {
  const server = createTlsServer(identity, (_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(payment));
  });
  return `127.0.0.1:${await listen(server)}`;
}

describe("a proxy", () => {
  it("of HTTPS_PROXY is asked to connect to the server, whose certificate is verified by the options", async () => {
    const [host, proxy] = [await startTlsServer(), await startProxy()];
    vi.stubEnv("HTTPS_PROXY", proxy.url);
    vi.stubEnv("NO_PROXY", "");
    onTestFinished(() => void vi.unstubAllEnvs());
    const vinr = createNodeClient(`https://${host}/v1`, { connect: { ca: identity.cert } });
    expect(await vinr.payments.retrieve("pay_1")).toEqual(payment);
    expect(proxy.targets).toEqual([`CONNECT ${host}`]);
  });

  it("may be one of SOCKS, to which nothing goes over TLS but what VINR gets", async () => {
    const [host, proxy] = [await startTlsServer(), await startSocksProxy()];
    const options = { httpsProxy: proxy.url, noProxy: "", connect: { ca: identity.cert } };
    expect(await createNodeClient(`https://${host}/v1`, options).payments.retrieve("pay_1")).toEqual(payment);
    expect(proxy.ports).toEqual([Number(host.split(":")[1])]);
  });

  it("is not used for a host in NO_PROXY", async () => {
    const [host, proxy] = [await startTlsServer(), await startProxy()];
    vi.stubEnv("HTTPS_PROXY", proxy.url);
    vi.stubEnv("NO_PROXY", "127.0.0.1");
    onTestFinished(() => void vi.unstubAllEnvs());
    const vinr = createNodeClient(`https://${host}/v1`, { connect: { ca: identity.cert } });
    expect([await vinr.payments.retrieve("pay_1"), proxy.targets]).toEqual([payment, []]);
  });

  it("forwards plain http without a tunnel, if the options say so", async () => {
    const proxy = await startProxy();
    const options = { httpProxy: proxy.url, noProxy: "", proxyTunnel: false };
    await createNodeClient("http://mock.test:9/v1", options).payments.retrieve("pay_1");
    expect(proxy.targets).toEqual(["GET http://mock.test:9/v1/payments/pay_1"]);
  });

  it.each(["127.0.0.1", "localhost", "localhost.", "api.localhost", "[::1]", "127.1.2.3"])(
    "gets no key that goes to this machine in clear text, as %s",
    async (host) => {
      const [server, proxy] = [await startServer({ status: 200, body: payment }), await startProxy()];
      vi.stubEnv("HTTP_PROXY", proxy.url);
      vi.stubEnv("NO_PROXY", "");
      onTestFinished(() => void vi.unstubAllEnvs());
      const url = server.url.replace("127.0.0.1", host);
      for (const options of [{}, { httpProxy: proxy.url }]) {
        const call = createNodeClient(url, options).payments.retrieve("pay_1");
        // Not every machine has each of these addresses.
        const outcome = await call.then(
          ({ id }) => id,
          ({ code }) => code,
        );
        expect([payment.id, ...(host === "127.0.0.1" ? [] : ["not_connected"])]).toContain(outcome);
        expect(proxy.targets).toEqual([]);
      }
    },
  );

  it.each(["http:", "https:"])(
    "that closes the connection instead of a tunnel for %s is asked once for each attempt",
    async (protocol) => {
      let connections = 0;
      const proxy = createSocketServer((socket) => {
        connections++;
        socket.on("error", () => {});
        socket.once("data", () => socket.destroy());
      });
      const url = `http://127.0.0.1:${await listen(proxy as unknown as Server)}`;
      const vinr = createNodeClient(`${protocol}//mock.test/v1`, { httpProxy: url, httpsProxy: url, noProxy: "" });
      expect(await errorOf(vinr.payments.create(newPayment, { maxRetries: 1 }))).toMatchObject({
        code: "not_connected",
        message: expect.stringContaining("the proxy closed the connection instead of a tunnel"),
        attempts: 2,
      });
      await wait(100);
      expect(connections).toBe(2);
    },
  );
});

describe("HTTP/2", () => {
  it("is spoken with a server that offers it, if allowH2 is set", async () => {
    const versions: string[] = [];
    const server = createSecureServer({ ...identity, allowHTTP1: true }, (request, response) => {
      versions.push(request.httpVersion);
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(payment));
    });
    const port = await listen(server as unknown as Server);
    const options = { allowH2: true, connect: { ca: identity.cert } };
    expect(await createNodeClient(`https://127.0.0.1:${port}/v1`, options).payments.retrieve("pay_1")).toEqual(payment);
    expect(versions).toEqual(["2.0"]);
  });
});
