/** The built command as a server. */
import { once } from "node:events";
import { type AddressInfo, createConnection, createServer } from "node:net";
import { Vinr } from "@vinr/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Run, runToEnd } from "./testing/command.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

const clientOf = (origin: string, secretKey = "sk_test_sandbox") => new Vinr({ secretKey, baseUrl: `${origin}/v1` });

describe("vinr-sandbox", () => {
  let run: Run;
  let origin: string;
  beforeEach(async () => {
    run = new Run(["--port", "0"]);
    origin = await run.origin();
  });
  afterEach(() => {
    run.child.kill("SIGKILL");
  });

  it("serves the API to the client, an account for each key", async () => {
    const payment = await clientOf(origin).payments.create(newPayment);
    expect(await clientOf(origin).payments.retrieve(payment.id)).toEqual(payment);
    expect((await clientOf(origin, "sk_test_another").payments.list()).data).toEqual([]);
  });

  it("prints a request that works", async () => {
    const [, method] = /^(curl) /m.exec(run.output) ?? [];
    const [, url = ""] = /^curl (\S+)/m.exec(run.output) ?? [];
    const headers = [...run.output.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]);
    const [, body = ""] = /-d '([^']+)'/.exec(run.output) ?? [];
    const response = await fetch(url, { method: "POST", headers: Object.fromEntries(headers), body });
    expect([method, response.status]).toEqual(["curl", 201]);
  });

  it("prints what a script needs with --json, the secret of --forward-to included", async () => {
    const forwardTo = "http://127.0.0.1:1/hooks";
    const asked = new Run(["--port", "0", "--json", "--forward-to", forwardTo]);
    await asked.printed(/\n/);
    asked.child.kill("SIGTERM");
    expect(await asked.ended).toBe(0);
    const { url, ...rest } = JSON.parse(asked.stdout);
    expect(rest).toEqual({
      api: `${url}/v1`,
      control: `${url}/sandbox`,
      key: "sk_test_sandbox",
      forwardTo,
      webhookSecret: expect.stringMatching(/^whsec_/),
    });
  });

  it("prints that with --json before the lines of --log json too, and never the secret without", async () => {
    for (const json of [["--json"], []]) {
      const asked = new Run(["--port", "0", ...json, "--log", "json", "--forward-to", "http://127.0.0.1:1/hooks"]);
      await asked.printed(/"listening"/);
      asked.child.kill("SIGTERM");
      expect(await asked.ended).toBe(0);
      const lines = asked.stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
      const secret = { webhookSecret: expect.stringMatching(/^whsec_/) };
      const listening = { level: "info", message: "listening" };
      expect(lines).toMatchObject(json.length > 0 ? [secret, listening] : [listening]);
      expect(asked.stdout.includes("whsec_")).toBe(json.length > 0);
    }
  });

  it.each(["SIGINT", "SIGTERM"] as const)("ends on %s, after the requests under way", async (signal) => {
    const request = fetchSlowly(origin);
    await once(request.socket, "connect");
    await new Promise((resolve) => request.socket.write(request.head, resolve));
    // A request of another connection goes through, so the first one has been accepted.
    await clientOf(origin).payments.list();
    run.child.kill(signal);
    await new Promise((resolve) => setTimeout(resolve, 100));
    request.socket.end(request.body);
    expect(await request.response).toContain("201 Created");
    expect(await run.ended).toBe(0);
  });
});

/** A request whose body is sent later than its head. */
function fetchSlowly(origin: string) {
  const { hostname, port } = new URL(origin);
  const socket = createConnection(Number(port), hostname);
  const body = JSON.stringify(newPayment);
  const head = [
    "POST /v1/payments HTTP/1.1",
    `Host: ${hostname}:${port}`,
    "Authorization: Bearer sk_test_sandbox",
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
    "Connection: close",
    "\r\n",
  ].join("\r\n");
  const response = new Promise<string>((resolve, reject) => {
    let text = "";
    socket.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
    socket.on("end", () => resolve(text)).on("error", reject);
  });
  return { socket, head, body, response };
}

describe("arguments", () => {
  const ends = async (...args: string[]): Promise<[code: number | null, output: string]> => {
    const { code, run } = await runToEnd(...args);
    return [code, run.output];
  };

  it("explains itself with --help", async () => {
    const [code, output] = await ends("--help");
    expect([code, output]).toEqual([0, expect.stringContaining("vinr-sandbox [--port 4020]")]);
  });

  it.each([
    [["--prot", "1"], "--prot"],
    [["--port", "http"], '--port takes a port from 0 to 65535, got "http".'],
    [["--data", "a.db", "--database", "postgres://127.0.0.1/vinr"], "exclude each other"],
    [["--database", "mysql://user:hush@127.0.0.1/vinr"], "--database takes a URL that starts with postgres://."],
    [["--public-url", "https://shop.example/sandbox"], "--public-url takes the address of a server without a path"],
    [["--forward-to", "127.0.0.1:3000"], "--forward-to takes the address of your webhook handler"],
    [["--forward-to", "http://me:hush@127.0.0.1"], "--forward-to takes the address of your webhook handler"],
    [["triger", "payment.completed"], 'There is no command "triger". Did you mean trigger?'],
  ])("rejects %j, and shows how it is used", async (args, message) => {
    const [code, output] = await ends(...args);
    expect([code, output]).toEqual([2, expect.stringContaining(message)]);
    expect(output).toContain("--help             prints this");
    expect(output).not.toContain("hush");
  });

  it("names the port that is in use and the option that changes it", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const [code, output] = await ends("--port", String(port));
    server.close();
    expect([code, output]).toEqual([1, expect.stringContaining(`Port ${port} is in use.`)]);
    expect(output).toContain("--port PORT");
  });

  it("names a host that is not of this machine", async () => {
    const [code, output] = await ends("--port", "0", "--host", "192.0.2.1");
    expect([code, output]).toEqual([1, expect.stringContaining("192.0.2.1 is not an address of this machine.")]);
  });
});
