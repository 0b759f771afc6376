/** The proof kit against servers over HTTP: the mock and the sandbox, and some that are wrong on purpose. */
import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it, onTestFinished } from "vitest";
import { Run } from "../../packages/sandbox/test/testing/command.ts";
import { startMock } from "../mock/server.ts";
import { readOptions } from "./options.ts";
import { describeReport, type Report } from "./report.ts";
import { runProof } from "./run-proof.ts";
import { headersOf, key, prove, serveSpoiled, spec } from "./testing.ts";

const reasonsOf = ({ outcomes }: Report) => new Set(outcomes.flatMap(({ skipped }) => skipped ?? []));

describe("the proof kit", () => {
  it("finds nothing wrong with the sandbox, as the command starts it, and tries all that there is", async () => {
    const run = new Run(["--port", "0"]);
    onTestFinished(async () => {
      run.child.kill("SIGTERM");
      await run.ended;
    });
    const report = await prove(`${await run.origin()}/v1`, "--runs", "3");
    expect(describeReport(report)).toContain("Nothing departs from the specification");
    expect([report.kind, report.departures, [...reasonsOf(report)]]).toEqual(["sandbox", [], []]);
    expect(report.requests).toBeGreaterThan(300);
    expect(report.leftBehind).toEqual([]);
  });

  it("finds nothing wrong with the mock, and says what a server without memory cannot show", async () => {
    const mock = await startMock({ spec, port: 0 });
    onTestFinished(() => mock.close());
    const report = await prove(mock.url, "--runs", "3");
    expect([report.kind, report.departures]).toEqual(["mock", []]);
    expect([...reasonsOf(report)]).toEqual(["the mock has no memory"]);
    expect(describeReport(report)).toMatch(/Skipped: \d+\n {2}\d+, because the mock has no memory:/);
  });

  it("only reads with a live key, and says so", async () => {
    const methods = new Set<string>();
    const server = await serveSpoiled(async (request, pass) => {
      methods.add(request.method);
      const headers = new Headers(request.headers);
      // What stands for a server of production knows the live key.
      if (headers.get("authorization") === "Bearer sk_live_Real") headers.set("authorization", `Bearer ${key}`);
      return pass(new Request(request, { headers }));
    });
    // As a tunnel to such a server: a live key itself is never sent over plain HTTP.
    expect(() => readOptions(["--server", server], { VINR_SECRET_KEY: "sk_live_Real" })).toThrow("over https only");
    const options = readOptions(["--server", server, "--rate", "10000", "--runs", "3"], { VINR_SECRET_KEY: key });
    const report = await runProof({ ...(options ?? never()), key: "sk_live_Real" }, { spec });
    expect([...methods].sort()).toEqual(["GET", "HEAD", "OPTIONS"]);
    expect([report.readsOnly, report.departures]).toEqual([true, []]);
    expect(describeReport(report)).toContain("Live key: read-only");
    expect(reasonsOf(report)).toContain("it creates objects, and the key is a live one");
  });

  it("ends when its requests are used, and says what was left out", async () => {
    const server = await serveSpoiled((request, pass) => pass(request));
    const report = await prove(server, "--max-requests", "40");
    expect(report.requests).toBeLessThanOrEqual(40);
    expect(report.passed).toBe(false);
    expect(describeReport(report)).toContain("It ended early: the 40 requests of --max-requests are used");
  });
});

describe("of a server that is wrong on purpose, the proof kit names the departure", () => {
  it("a status that is not documented", async () => {
    const server = await serveSpoiled(async (request, pass) => {
      const response = await pass(request);
      const isCreated = request.method === "POST" && request.url.endsWith("/v1/payments") && response.status === 201;
      return isCreated ? new Response(await response.text(), { status: 202, headers: response.headers }) : response;
    });
    const { departures } = await prove(server, "--runs", "2");
    expect(departures.map(({ operation, says }) => [operation, says])).toEqual([
      ["createPayment", "the status 202 is not documented"],
    ]);
  });

  it("a value of another type, with the line of its schema", async () => {
    const server = await serveSpoiled(async (request, pass) => {
      const response = await pass(request);
      if (request.method !== "GET" || !/\/payments\/pay_\w+$/.test(request.url) || !response.ok) return response;
      const body = { ...(await response.json()), amount: "1000" };
      return new Response(JSON.stringify(body), { status: 200, headers: headersOf(response.headers) });
    });
    const report = await prove(server, "--runs", "2", "--skip-journeys");
    expect(report.departures.map(({ operation, says, came }) => [operation, says, came])).toEqual([
      ["retrievePayment", "/amount must be integer", '200: "1000"'],
    ]);
    const [{ place, request } = never()] = report.departures;
    expect(place).toEqual({ file: "spec/openapi.yaml", ...spec.placeOf("/components/schemas/Amount") });
    expect(request).toMatch(/^curl -i 'http:\S+\/v1\/payments\/pay_\w+' -H "Authorization: Bearer \$VINR_SECRET_KEY"/);
  });

  it("an idempotency key that is not obeyed", async () => {
    const server = await serveSpoiled((request, pass) => {
      if (request.method !== "POST" || !request.url.endsWith("/v1/refunds")) return pass(request);
      const headers = new Headers(request.headers);
      headers.delete("idempotency-key");
      return pass(new Request(request, { headers }));
    });
    const { departures } = await prove(server, "--runs", "2", "--skip-journeys");
    expect(departures.map(({ operation, check, place }) => [operation, check, place.pointer])).toContainEqual([
      "createRefund",
      "an idempotency key is honored",
      "/components/parameters/IdempotencyKey",
    ]);
    expect(new Set(departures.map(({ operation }) => operation))).toEqual(new Set(["createRefund"]));
  });

  it("secrets and control characters of responses are not printed", async () => {
    const server = await serveSpoiled(async (request, pass) => {
      const response = await pass(request);
      if (!request.url.includes("/v1/settlements?")) return response;
      const text = JSON.stringify({
        object: `\u001b[2J\u202e_${key}`,
        secret: "whsec_NotForLogs0123",
        data: [],
        page: {},
      });
      return new Response(text, { status: 200, headers: headersOf(response.headers) });
    });
    const report = await prove(server, "--runs", "1", "--skip-journeys");
    const text = JSON.stringify(report) + describeReport(report);
    expect(text).toContain("listSettlements");
    expect(text).not.toMatch(/Secret0123|NotForLogs/);
    expect(["\u202e", "\u001b"].filter((character) => text.includes(character))).toEqual([]);
  });
});

describe("the command", () => {
  it("exits with 2, and one line, where there is no server", async () => {
    const { code, stdout, stderr } = await runCommand("--server", "http://127.0.0.1:9/v1", "--key", key);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:9\/v1 cannot be tried: .+\n$/);
    expect(stderr).not.toContain(key);
  });

  it.each([
    [["--server", "http://127.0.0.1:4020/v1", "--key", "pk_test_1"], "The key must be a secret or restricted one"],
    [["--server", "http://127.0.0.1:4020/v1"], "A key is missing. Set VINR_SECRET_KEY"],
    [["--key", "sk_test_1"], "--server is missing"],
    [["--server", "http://user:password@127.0.0.1/v1", "--key", "sk_test_1"], "without a query or a password"],
    [["--server", "http://127.0.0.1/v1", "--key", "sk_test_1", "--runs", "0"], "--runs takes a whole number from 1"],
    [["--server", "ftp://vinr.example", "--key", "sk_test_1"], "--server takes an http or https URL"],
    [["--serve", "http://127.0.0.1/v1"], "--serve"],
  ])("rejects %j", (args, message) => {
    expect(() => readOptions(args, {})).toThrow(message);
  });

  it.each([["sk_live_Real"], ["--server", "http://127.0.0.1/v1", "--key", "sk_test_1", "--seed", "sk_live_Real"]])(
    "repeats no key at a wrong place, as in %s …",
    (...args) => {
      const read = () => readOptions(args, {});
      expect(read).toThrow("sk_live_…");
      expect(read).not.toThrow("Real");
    },
  );

  it("prints JSON for scripts, and exits with 1 where something departs", async () => {
    const server = await serveSpoiled(async (request, pass) => {
      const response = await pass(request);
      const headers = headersOf(response.headers);
      headers.delete("x-request-id");
      const text = request.url.includes("/v1/refunds/") ? await response.text() : undefined;
      return text === undefined ? response : new Response(text, { status: response.status, headers });
    });
    const { code, stdout, stderr } = await runCommand(
      ...["--server", server, "--key", key, "--runs", "1", "--rate", "10000", "--skip-journeys", "--json"],
    );
    const report: Report = JSON.parse(stdout);
    expect([code, stderr, report.passed]).toEqual([1, "", false]);
    expect(report.departures.map(({ operation, says }) => `${operation}: ${says}`)).toContain(
      "retrieveRefund: the header X-Request-Id is missing",
    );
    expect(stdout).not.toContain(key);
  });
});

async function runCommand(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const script = path.resolve(import.meta.dirname, "../proof.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], { env: { PATH: process.env.PATH } });
  const [stdout, stderr, code] = await Promise.all([
    readAll(child.stdout),
    readAll(child.stderr),
    new Promise<number>((resolve) => child.on("close", (exitCode) => resolve(exitCode ?? -1))),
  ]);
  return { code, stdout, stderr };
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const line of createInterface(stream)) text += `${line}\n`;
  return text;
}

function never(): never {
  throw new TypeError("There is nothing.");
}
