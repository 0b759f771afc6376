/** The proof kit against servers that mean harm: to its terminal, to its memory, and to its end. */
import { describe, expect, it, onTestFinished } from "vitest";
import { buildModel } from "../read/model/build-model.ts";
import { startRelay } from "./journeys.ts";
import { readOptions } from "./options.ts";
import { describeReport, type Report } from "./report.ts";
import { Session } from "./session.ts";
import { headersOf, key, prove, type Spoil, serveSpoiled, spec } from "./testing.ts";

const quick = ["--runs", "1", "--skip-journeys", "--max-requests", "150"];
const hostile = `\u001b[2J\u009b2J\u202e\r\nforged: ${key} ${"x".repeat(100_000)}`;

const json = (value: unknown, status = 200, headers = new Headers()): Response => {
  headers.set("content-type", "application/json");
  return new Response(typeof value === "string" ? value : JSON.stringify(value), { status, headers });
};

/** A sandbox, of which the responses to some requests are replaced. */
const replacing =
  (isMeant: (request: Request) => boolean, replace: () => Response): Spoil =>
  (request, pass) =>
    isMeant(request) ? Promise.resolve(replace()) : pass(request);

/** Whatever the report is printed as. */
function expectPrintable(report: Report): void {
  const text = describeReport(report);
  for (const printed of [text, JSON.stringify(report)]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for.
    expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(printed).not.toContain("Secret0123");
    expect(printed.length).toBeLessThan(300_000);
  }
  expect(text).not.toMatch(/^forged/m);
}

describe("a server prints nothing of its own", () => {
  it("by an error of the control API", async () => {
    const isMeant = ({ url }: Request) => url.endsWith("/sandbox/clock/advances");
    // With the journeys, which that error prevents.
    const args = quick.filter((arg) => arg !== "--skip-journeys");
    const report = await prove(await serveSpoiled(replacing(isMeant, () => json(hostile, 500))), ...args);
    expect(describeReport(report)).toContain("the control API responded to POST /clock/advances with 500");
    expectPrintable(report);
  });

  it.each([hostile, { toString: 1 }, null, [[[]]]])("by the code with which it rejects the key: %j", async (code) => {
    const server = await serveSpoiled(async () => json({ error: { code } }, 401));
    const message = await prove(server, ...quick).then(
      () => "",
      (error: Error) => `${error.name}: ${error.message}`,
    );
    expect(message).toMatch(/^UsageError: \S+ does not accept the key: 401 [ -~…]*$/u);
    expect(message.length).toBeLessThan(300);
    expect(message).not.toContain("Secret0123");
  });

  it("by the id of what it does not delete, and by names of headers", async () => {
    let count = 0;
    const server = await serveSpoiled(async (request, pass) => {
      const response = await pass(request);
      const headers = headersOf(response.headers);
      for (let header = 0; header < 20; header++) headers.set(`x-other-${count++}`, "1");
      if (request.method === "DELETE") return json({ error: hostile }, 500, headers);
      const text = await response.text();
      if (request.method !== "POST" || !request.url.endsWith("/v1/webhooks")) {
        return new Response(text === "" ? null : text, { status: response.status, headers });
      }
      return json({ ...JSON.parse(text), id: "we_\u001b[2J\nforged" }, response.status, headers);
    });
    const report = await prove(server, ...quick, "--max-requests", "400");
    expect(report.leftBehind).toContain("we_\\u001b[2J\\u000aforged");
    expect(report.otherHeaders.length).toBeLessThanOrEqual(100);
    expectPrintable(report);
  });
});

describe("a server does not keep the kit from its end", () => {
  const many = "1,".repeat(200_000);
  it.each<[about: string, body: string]>([
    ["very many values that are wrong", `{"object":"list","data":[${many}1],"page":{}}`],
    ["many wrong objects", `{"object":"list","data":[${"{},".repeat(1_000)}{}],"page":{}}`],
    ["a value that is nested without end", `{"object":"list","data":${"[".repeat(20_000)}${"]".repeat(20_000)}}`],
    ["an error whose code is something else", '{"error":{"code":{"toString":1},"type":[],"message":{}}}'],
    ["names that objects have by themselves", '{"__proto__":{"data":[]},"constructor":1,"toString":2}'],
  ])("by %s", async (_, body) => {
    const isMeant = ({ url, method }: Request) => method === "GET" && /\/v1\/(?:settlements|refunds)\b/.test(url);
    for (const status of [200, 400]) {
      const report = await prove(await serveSpoiled(replacing(isMeant, () => json(body, status))), ...quick);
      expect(report.departures.length).toBeGreaterThan(0);
      expectPrintable(report);
    }
  });

  it("by ids without number", async () => {
    const ids = Array.from({ length: 60_000 }, (_, index) => ({ id: `re_${index}${"x".repeat(100)}` }));
    const isMeant = ({ url, method }: Request) => method === "GET" && url.includes("/v1/refunds");
    const server = await serveSpoiled(replacing(isMeant, () => json({ object: "list", data: ids, page: {} })));
    expectPrintable(await prove(server, ...quick));
  });
});

it("a page in a browser sends nothing with the key, by the relay of the journeys", async () => {
  const asked: string[] = [];
  const server = await serveSpoiled(async ({ url }) => {
    asked.push(url);
    return json({});
  });
  const options = readOptions(["--server", server], { VINR_SECRET_KEY: key });
  if (options === undefined) throw new TypeError("The options are missing.");
  const relay = await startRelay(new Session(spec, buildModel(spec), options), undefined);
  onTestFinished(() => relay.close());
  const { origin } = new URL(relay.url);
  for (const path of ["/payments", "/", "//payments", "/x/payments"]) {
    const { status } = await fetch(`${origin}${path}`, { method: "POST", body: "{}" });
    expect([path, status]).toEqual([path, 404]);
  }
  expect(asked).toEqual([]);
});
