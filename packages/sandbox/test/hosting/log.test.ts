/** `--log json`: what those who run the sandbox read, and what they never do. */

import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import Libsql from "libsql";
import { describe, expect, it } from "vitest";
import { Run } from "../testing/command.js";
import { longKey } from "../testing/hosted.js";
import { send } from "../testing/raw.js";

const card = "4000 0566 5566 5556";

/** The lines of JSON that a command has printed. */
const linesOf = ({ stdout }: Run) =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("vinr-sandbox --log json", () => {
  it("prints a line of JSON for each request, without keys, bodies, queries and card numbers", async () => {
    const run = new Run(["--port", "0", "--hosted", "--log", "json"]);
    const [, origin = ""] = await run.printed(/"message":"listening","url":"([^"]+)"/);
    const headers = { authorization: `Bearer ${longKey}`, "content-type": "application/json" };
    const body = JSON.stringify({ amount: 1000, currency: "EUR", returnUrl: "https://s.example", description: card });
    const created = await fetch(`${origin}/v1/payments`, { method: "POST", headers, body });
    await fetch(`${origin}/v1/payments/4000056655665556?key=${longKey}`, { headers });
    const hiding = { authorization: "Bearer sk_live_4fJ8sQ2nXv7LbT5yRk1W", "x-request-id": "req_4000056655665556" };
    const rejected = await fetch(`${origin}/v1/payments`, { headers: hiding });
    await fetch(`${origin}/healthz`);
    await run.printed(/\/healthz/);
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);

    const lines = linesOf(run);
    const requests = lines.filter(({ message }) => message === "request");
    expect(requests.map(({ method, path, status }) => [method, path, status])).toEqual([
      ["POST", "/v1/payments", 201],
      ["GET", "/v1/payments/••••5556", 400],
      ["GET", "/v1/payments", 401],
      ["GET", "/healthz", 200],
    ]);
    expect(requests[0]).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      level: "info",
      message: "request",
      requestId: created.headers.get("x-request-id"),
      method: "POST",
      path: "/v1/payments",
      status: 201,
      milliseconds: expect.any(Number),
      account: expect.stringMatching(/^acct_[0-9a-f]{32}$/),
    });
    // An id with a card number is taken nowhere, so that all that has the id has the same one.
    expect(requests[2].requestId).toBe(rejected.headers.get("x-request-id"));
    expect(requests[2].requestId).not.toContain("••••");
    expect([requests[1].account, requests[2].account]).toEqual([requests[0].account, undefined]);
    expect(run.output).not.toMatch(/4fJ8sQ2nXv7LbT5yRk1W|4000 ?0566|sk_test_\w/);
  });

  it("prints a line for a request to a host that no URL can have, which a load balancer may ask for its health", async () => {
    const run = new Run(["--port", "0", "--log", "json"]);
    const [, origin = ""] = await run.printed(/"message":"listening","url":"([^"]+)"/);
    const statuses: number[] = [];
    for (const path of ["/v1/payments", "/", "/healthz"])
      statuses.push((await send(origin, [`GET ${path} HTTP/1.1`, "Host: 1.2.3.4.5"])).status);
    expect(statuses).toEqual([403, 403, 200]);
    await run.printed(/\/healthz/);
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
    const requests = linesOf(run).filter(({ message }) => message === "request");
    expect(requests.map(({ path, status, requestId }) => [path, status, typeof requestId])).toEqual([
      ["/v1/payments", 403, "string"],
      ["/", 403, "string"],
      ["/healthz", 200, "undefined"],
    ]);
  });

  it("prints an error of a request as a line of JSON, with the request's id, on standard output alone", async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), "vinr-log-")), "shop.db");
    const run = new Run(["--port", "0", "--data", file, "--log", "json"]);
    const [, origin = ""] = await run.printed(/"message":"listening","url":"([^"]+)"/);
    const database = new Libsql(file);
    database.exec("drop table sandbox_objects");
    database.close();
    const headers = { authorization: `Bearer ${longKey}` };
    const payments = await fetch(`${origin}/v1/payments`, { headers });
    const events = await fetch(`${origin}/sandbox/deliveries`, { headers });
    expect([payments.status, events.status]).toEqual([500, 500]);
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);

    const lines = linesOf(run);
    expect(lines.filter(({ level, message }) => level === "error" && message !== "request")).toEqual(
      [payments, events].map(({ headers }) => ({
        time: expect.any(String),
        level: "error",
        message: expect.stringContaining("no such table: sandbox_objects"),
        requestId: headers.get("x-request-id"),
      })),
    );
    expect(run.stderr).toBe("");
  });

  it.each(["text", "json"])("prints no key in an error, in the form %s", async (form) => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), "vinr-log-")), "shop.db");
    const run = new Run(["--port", "0", "--data", file, "--log", form]);
    const [origin = ""] = await run.printed(/http:\/\/127\.0\.0\.1:\d+/);
    const database = new Libsql(file);
    database.exec("alter table sandbox_objects rename to other");
    database.exec("create view sandbox_objects as select * from whsec_4fJ8sQ2nXv7LbT5yRk1W");
    database.close();
    const response = await fetch(`${origin}/v1/payments`, { headers: { authorization: `Bearer ${longKey}` } });
    expect(response.status).toBe(500);
    await run.printed(/no such table/);
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
    expect(run.output).toMatch(/Error: no such table: main\.whsec_…(?:\n|\\n) {4}at /);
    expect(run.output).toContain(response.headers.get("x-request-id"));
    expect(run.output).not.toContain("4fJ8sQ2nXv7LbT5yRk1W");
  });

  it("prints an error at the start as it does without", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const run = new Run(["--port", String(port), "--log", "json"]);
    expect([await run.ended, run.stderr]).toEqual([1, expect.stringContaining("is in use")]);
    server.close();
  });
});

describe("vinr-sandbox on another host", () => {
  it("says what it turns on, and prints a key that nobody guesses", async () => {
    const run = new Run(["--port", "0", "--host", "0.0.0.0"]);
    await run.printed(/events --follow/);
    run.child.kill("SIGTERM");
    expect(await run.ended).toBe(0);
    expect(run.stdout).toMatch(
      /^key +sk_test_[0-9a-f]{32}; each other key of sk_test_ and at least 20 letters and digits/m,
    );
    expect(run.stdout).toContain("the window asks for a key, webhooks go only to public addresses");
    expect(run.stdout).toContain("10,000 payments, 20 webhook endpoints");
  });
});
