/** A webhook endpoint that leads into the network of the sandbox's host (server-side request forgery). */
import { createSocket } from "node:dgram";
import { promises as dns } from "node:dns";
import { once } from "node:events";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createSelfSigned } from "../../../client/test/self-signed.js";
import { type CheckedSendOptions, createCheckedSend } from "../../src/cli/hosting/checked-send.js";
import { type Address, isPublic, readAddress, readNetwork } from "../../src/cli/hosting/networks.js";
import { clientOf, control, listenOn, newPayment, serveHosted } from "../testing/hosted.js";

const init = { method: "POST", body: "{}", headers: { "content-type": "application/json" } };
const place = { account: "shop", endpoint: "we_1", delivery: "dlv_1", attempt: 0 };
const v4 = (address: string): Address => ({ address, family: 4 });
const networks = (...texts: string[]) => texts.flatMap((text) => readNetwork(text) ?? []);

function post(url: string, options: CheckedSendOptions = {}, signal?: AbortSignal) {
  return createCheckedSend(options)(url, signal === undefined ? init : { ...init, signal }, place);
}

/** A server that counts its requests. */
async function startServer(host?: string, status = 204, headers: Record<string, string> = {}) {
  const seen: { url: string | undefined; host: string | undefined; body: string }[] = [];
  const origin = await listenOn(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    seen.push({ url: request.url, host: request.headers.host, body });
    response.writeHead(status, headers).end();
  }, host);
  return { origin, port: new URL(origin).port, seen };
}

/** A name server that responds to each question with one address of IPv4. Returns how to reach it. */
async function startNameServer(address: string): Promise<string> {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  onTestFinished(() => void socket.close());
  socket.on("message", (query, { port, address: client }) => {
    const end = query.indexOf(0, 12) + 5;
    const isForV4 = query.readUInt16BE(end - 4) === 1;
    const counts = [0x81, 0x80, 0, 1, 0, isForV4 ? 1 : 0, 0, 0, 0, 0];
    const record = [0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split(".").map(Number)];
    const parts = [query.subarray(0, 2), Buffer.from(counts), query.subarray(12, end)];
    socket.send(Buffer.concat([...parts, Buffer.from(isForV4 ? record : [])]), port, client);
  });
  return `127.0.0.1:${socket.address().port}`;
}

describe("an address", () => {
  it.each([
    ["this machine", ["127.0.0.1", "127.8.9.10", "0.0.0.0", "[::1]", "[::]"]],
    ["a private network", ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "[fc00::1]", "[fd12:3456::1]"]],
    ["a link, such as a cloud's metadata", ["169.254.169.254", "168.63.129.16", "[fe80::1]", "[fd00:ec2::254]"]],
    ["a carrier's NAT", ["100.64.0.1", "100.127.255.255"]],
    ["many receivers", ["224.0.0.1", "239.255.255.255", "255.255.255.255", "[ff02::1]"]],
    ["documentation and benchmarks", ["192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "[2001:db8::1]"]],
    ["nobody", ["240.0.0.1", "192.0.0.8", "[100::1]", "[fec0::1]", "[4000::1]", "[3fff:1::1]"]],
    ["IPv4 in IPv6: mapped", ["[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]"]],
    [
      "IPv4 in IPv6: NAT64, 6to4 and Teredo",
      ["[64:ff9b::7f00:1]", "[64:ff9b:1::1]", "[2002:7f00:1::]", "[2001:0:1::1]"],
    ],
    [
      "this machine, in other digits",
      ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0x7f.1", "①②⑦.0.0.1", "127.0.0.1."],
    ],
  ])("of %s gets nothing", async (_, hosts) => {
    for (const host of hosts) {
      const { hostname } = new URL(`https://${host}/`);
      const address = readAddress(hostname);
      expect([host, address && isPublic(address)]).toEqual([host, false]);
      await expect(post(`https://${host}/hooks`)).rejects.toThrow("does not lead to a public address");
    }
  });

  it.each(["1.1.1.1", "100.63.255.255", "172.32.0.1", "192.167.1.1", "223.255.255.255", "2606:4700::1111", "2a00::1"])(
    "of the internet, such as %s, gets deliveries",
    (text) => {
      const address = readAddress(text);
      expect(address && isPublic(address)).toBe(true);
    },
  );
});

describe("a name", () => {
  it.each([
    ["leads inside", async () => [v4("10.0.0.1")]],
    ["leads inside by one of its addresses", async () => [v4("1.1.1.1"), v4("127.0.0.1")]],
    [
      "leads to an IPv4 address that is mapped into IPv6",
      async () => [{ address: "::ffff:127.0.0.1", family: 6 as const }],
    ],
    ["does not exist", async () => []],
    ["has a name server that fails", () => Promise.reject(new Error("SERVFAIL 10.0.0.53"))],
  ])("that %s gets nothing, with the same message", async (_, resolve) => {
    const { port, seen } = await startServer();
    await expect(post(`http://intranet.example:${port}/`, { resolve })).rejects.toThrow(
      /^Nothing was sent: intranet\.example does not lead to a public address, and this sandbox sends deliveries to no other\.$/,
    );
    expect(seen).toEqual([]);
  });

  it("that changes between look-ups is looked up once, and connected to where it was checked", async () => {
    const outside = await startServer("127.0.0.2");
    const looked: string[] = [];
    const send = createCheckedSend({
      allowedNetworks: networks("127.0.0.2"),
      // The first look-up is harmless, every other one leads inside.
      async resolve(name) {
        looked.push(name);
        return [v4(looked.length === 1 ? "127.0.0.2" : "127.0.0.1")];
      },
    });
    const url = `http://rebind.example:${outside.port}/hooks`;
    expect((await send(url, init, place)).status).toBe(204);
    expect(looked).toEqual(["rebind.example"]);
    expect(outside.seen).toEqual([{ url: "/hooks", host: `rebind.example:${outside.port}`, body: "{}" }]);
    await expect(send(url, init, place)).rejects.toThrow("does not lead to a public address");
    expect(outside.seen).toHaveLength(1);
  });

  it("is looked up by the name servers that the machine has by then, such as in another network", async () => {
    let nameServer = await startNameServer("127.0.0.2");
    const { Resolver } = dns;
    class MachineResolver extends Resolver {
      constructor(options?: ConstructorParameters<typeof Resolver>[0]) {
        super(options);
        this.setServers([nameServer]);
      }
    }
    Object.assign(dns, { Resolver: MachineResolver });
    onTestFinished(() => void Object.assign(dns, { Resolver }));
    const { port, seen } = await startServer("127.0.0.2");
    const send = createCheckedSend({ allowedNetworks: networks("127.0.0.2") });
    const url = `http://shop.example:${port}/hooks`;
    expect((await send(url, init, place)).status).toBe(204);
    nameServer = await startNameServer("127.0.0.3");
    await expect(send(url, init, place)).rejects.toThrow("does not lead to a public address");
    expect(seen).toHaveLength(1);
  });

  it("is not waited for longer than an attempt takes", async () => {
    const never = () => new Promise<never>(() => {});
    await expect(post("https://slow.example/", { resolve: never }, AbortSignal.timeout(50))).rejects.toThrow(/timeout/);
  });

  it("has its own certificate", async () => {
    const { key, cert } = createSelfSigned();
    const server = createServer({ key, cert }, (_, response) => response.writeHead(204).end()).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const options = { allowedNetworks: networks("127.0.0.0/8"), resolve: async () => [v4("127.0.0.1")], ca: cert };
    expect((await post(`https://localhost:${port}/`, options)).status).toBe(204);
    await expect(post(`https://shop.example:${port}/`, options)).rejects.toThrow(
      `The connection to shop.example:${port} failed (ERR_TLS_CERT_ALTNAME_INVALID).`,
    );
  });
});

describe("a receiver", () => {
  const allowed = { allowedNetworks: networks("127.0.0.2/32") };

  it("leads nowhere by a redirect", async () => {
    const inside = await startServer();
    const outside = await startServer("127.0.0.2", 307, { location: `${inside.origin}/admin` });
    expect((await post(`${outside.origin}/`, allowed)).status).toBe(307);
    expect(inside.seen).toEqual([]);
  });

  it("of an allowed network is reached in each notation of its address", async () => {
    const { port, seen } = await startServer();
    const options = { allowedNetworks: networks("127.0.0.0/8") };
    for (const host of ["127.0.0.1", "2130706433", "[::ffff:127.0.0.1]"]) {
      expect([host, (await post(`http://${host}:${port}/`, options)).status]).toEqual([host, 204]);
    }
    expect(seen).toHaveLength(3);
  });

  it("that does not listen is named, and its address is not", async () => {
    const resolve = async () => [v4("127.0.0.2")];
    await expect(post("http://shop.example:1/", { ...allowed, resolve })).rejects.toThrow(
      /^The connection to shop\.example:1 failed \(ECONNREFUSED\)\.$/,
    );
  });

  it("whose body does not end ends with the attempt", async () => {
    const origin = await listenOn((_, response) => void response.writeHead(200).write("x"), "127.0.0.2");
    const attempt = new AbortController();
    const { status, body } = await post(`${origin}/`, allowed, attempt.signal);
    expect(status).toBe(200);
    const read = async () => {
      for await (const _ of body as unknown as AsyncIterable<Uint8Array>) attempt.abort();
    };
    await expect(read()).rejects.toThrow("aborted");
  });
});

describe("a sandbox that others can reach", () => {
  it("sends nothing into its own network, and tells the merchant why", async () => {
    const { port, seen } = await startServer();
    const sandbox = await serveHosted();
    const vinr = clientOf(sandbox);
    const urls = [`https://127.0.0.1:${port}/`, `https://[::ffff:7f00:1]:${port}/`, `https://localhost:${port}/`];
    for (const url of urls) await vinr.webhooks.create({ url, enabled_events: ["*"] });
    await vinr.payments.create(newPayment);
    await control(sandbox, "POST", "/delivery-runs");
    const { body } = await control(sandbox, "GET", "/deliveries");
    const errors = body.data.flatMap(({ attempts }: { attempts: { error: string }[] }) =>
      attempts.map((one) => one.error),
    );
    expect(errors).toHaveLength(3);
    for (const error of errors) expect(error).toMatch(/^Nothing was sent: \S+ does not lead to a public address/);
    expect(seen).toEqual([]);
  });

  it("sends on request neither, by Replay", async () => {
    const { port, seen } = await startServer();
    const sandbox = await serveHosted();
    await clientOf(sandbox).webhooks.create({ url: `https://127.0.0.1:${port}/`, enabled_events: ["*"] });
    await clientOf(sandbox).payments.create(newPayment);
    const { body } = await control(sandbox, "GET", "/deliveries");
    const replayed = await control(sandbox, "POST", `/deliveries/${body.data[0].id}/replays`);
    expect(replayed.body.attempts.at(-1).error).toContain("does not lead to a public address");
    expect(seen).toEqual([]);
  });

  it("still forwards to the address that whoever started it has chosen", async () => {
    const { origin, seen } = await startServer();
    const sandbox = await serveHosted({ forwardTo: `${origin}/hooks` });
    await clientOf(sandbox).payments.create(newPayment);
    await control(sandbox, "POST", "/delivery-runs");
    expect(seen.map(({ url }) => url)).toEqual(["/hooks"]);
  });

  it("takes nobody's endpoint for that one", async () => {
    const { origin, seen } = await startServer();
    const sandbox = await serveHosted();
    const snapshot = (await control(sandbox, "GET", "/snapshot")).body;
    const endpoint = {
      id: "we_forward",
      object: "webhook_endpoint",
      url: `${origin.replace("http:", "https:")}/`,
      enabled_events: ["*"],
      status: "enabled",
      secret: "whsec_1",
      created_at: "2026-04-15T10:30:00Z",
    };
    const response = await fetch(`${sandbox.origin}/sandbox/restorations`, {
      method: "POST",
      headers: { "x-api-key": "sk_test_4fJ8sQ2nXv7LbT5yRk1W", "content-type": "application/json" },
      body: JSON.stringify({ ...snapshot, objects: [{ kind: "webhook_endpoint", object: endpoint }] }),
    });
    expect(response.status).toBe(201);
    await clientOf(sandbox).payments.create(newPayment);
    await control(sandbox, "POST", "/delivery-runs");
    const { body } = await control(sandbox, "GET", "/deliveries");
    expect(body.data[0].attempts[0].error).toContain("does not lead to a public address");
    expect(seen).toEqual([]);
  });

  it("trusts everybody with --trusted, such as in a network of containers", async () => {
    const sandbox = await serveHosted({ host: "0.0.0.0", isHosted: false });
    const origin = sandbox.origin.replace("0.0.0.0", "127.0.0.1");
    const vinr = clientOf({ ...sandbox, origin }, "sk_test_1");
    await vinr.webhooks.create({ url: "https://127.0.0.1:1/", enabled_events: ["*"] });
    await vinr.payments.create(newPayment);
    await control({ ...sandbox, origin }, "POST", "/delivery-runs", "sk_test_1");
    const { body } = await control({ ...sandbox, origin }, "GET", "/deliveries", "sk_test_1");
    expect(body.data[0].attempts[0].error).toBe("fetch failed");
  });
});
