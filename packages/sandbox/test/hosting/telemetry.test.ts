/** OpenTelemetry: the built command with an SDK that the host loads, and a receiver of OTLP over HTTP. */
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { routeOf } from "../../src/cli/hosting/telemetry.js";
import { Run } from "../testing/command.js";
import { listenOn, longKey, newPayment } from "../testing/hosted.js";

interface Span {
  readonly name: string;
  readonly kind: number;
  readonly traceId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[];
}

/** Numbers of OTLP. */
const [server, client] = [2, 3];

/** Collects what is exported. */
async function startCollector() {
  const spans: Span[] = [];
  const bodies: string[] = [];
  const waiting = new Set<() => void>();
  const endpoint = await listenOn(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    bodies.push(body);
    for (const { scopeSpans } of JSON.parse(body).resourceSpans) {
      for (const scope of scopeSpans) spans.push(...scope.spans);
    }
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
    for (const check of waiting) check();
  });
  const find = (passes: (span: Span) => boolean): Promise<Span> =>
    new Promise((resolve) => {
      const check = (): void => {
        const found = spans.find(passes);
        if (found !== undefined) resolve(found);
      };
      waiting.add(check);
      check();
    });
  return { endpoint, find, bodies };
}

const attributesOf = ({ attributes }: Span) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

describe("with an SDK, spans follow the semantic conventions", () => {
  it("for requests, as children of the caller's span, and for deliveries", async () => {
    const { endpoint, find, bodies } = await startCollector();
    const shop = await listenOn((_, response) => void response.writeHead(503).end());
    const sdk = fileURLToPath(new URL("../testing/otel.mjs", import.meta.url));
    const args = ["--port", "0", "--hosted", "--allow-network", "127.0.0.0/8", "--log", "json"];
    const run = new Run([...args, "--forward-to", `${shop}/hooks?token=hush`], {
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, NODE_OPTIONS: `--import ${sdk}` },
    });
    onTestFinished(() => void run.child.kill("SIGKILL"));
    const [, origin = ""] = await run.printed(/"message":"listening","url":"([^"]+)"/);
    const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    const headers = { authorization: `Bearer ${longKey}`, "content-type": "application/json", traceparent };
    const body = JSON.stringify({ ...newPayment, description: "hush" });
    const created = await fetch(`${origin}/v1/payments`, { method: "POST", headers, body });
    const { id } = await created.json();
    await fetch(`${origin}/v1/payments/${id}?key=${longKey}`, { headers });
    await fetch(`${origin}/checkout/made-up/by-anybody`, { method: "PUT" });

    const post = await find(({ name }) => name === "POST /v1/payments");
    expect(post).toMatchObject({
      kind: server,
      traceId: traceparent.slice(3, 35),
      parentSpanId: traceparent.slice(36, 52),
    });
    expect(attributesOf(post)).toEqual({
      "http.request.method": "POST",
      "http.route": "/v1/payments",
      "http.response.status_code": 201,
      "url.path": "/v1/payments",
      "url.scheme": "http",
      "vinr.account": expect.stringMatching(/^acct_/),
      "vinr.request_id": created.headers.get("x-request-id"),
    });
    expect(attributesOf(await find(({ name }) => name === "GET /v1/payments/{id}"))).toMatchObject({
      "url.path": `/v1/payments/${id}`,
    });
    expect(attributesOf(await find(({ name }) => name === "PUT"))).not.toHaveProperty("http.route");
    expect(attributesOf(await find(({ kind }) => kind === client))).toEqual({
      "error.type": "503",
      "http.request.method": "POST",
      "http.request.resend_count": 0,
      "http.response.status_code": 503,
      "server.address": "127.0.0.1",
      "server.port": Number(new URL(shop).port),
    });
    expect(bodies.join("")).not.toMatch(/hush|4fJ8sQ2nXv7LbT5yRk1W/);
  });
});

describe("without an SDK", () => {
  it("says how to load one where the environment asks for it, and serves all the same", async () => {
    const run = new Run(["--port", "0"], { env: { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318" } });
    onTestFinished(() => void run.child.kill("SIGKILL"));
    const origin = await run.origin();
    expect(run.stderr).toContain("no SDK of it is loaded");
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });
});

describe("a route", () => {
  it.each([
    ["/v1/payments", "/v1/payments"],
    ["/v1/payments/pay_123/capture", "/v1/payments/{id}/capture"],
    ["/checkout/acct_0f/pay_1", "/checkout/{id}/{id}"],
    ["/v1/payments/4242424242424242", undefined],
    ["/v1/payments/%00", undefined],
  ])("of %s is %s", (path, route) => {
    expect(routeOf(path)).toBe(route);
  });
});
