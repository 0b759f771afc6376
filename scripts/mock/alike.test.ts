/** The mock and `validateRequest` decide alike on methods, escapes and `Accept`; `agreement.test.ts` asks about parameters. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validateParts } from "../../packages/validators/src/index.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { type Mock, startMock } from "./server.ts";
import { key, sendRaw } from "./testing.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({
    spec: await loadSpec(fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url))),
    port: 0,
  });
});
afterAll(() => mock.close());

type Outcome = readonly [status: number, code?: string | undefined, param?: string | undefined];

/** Sends the target as it is written: `fetch` would repair it. */
async function askMock(method: string, target: string, headers: Record<string, string>): Promise<Outcome> {
  const all = { host: "localhost", "x-api-key": key, connection: "close", ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const text = await sendRaw(mock.url, `${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n`);
  const [head = "", body = ""] = text.split("\r\n\r\n");
  const status = Number(head.split(" ")[1]);
  const { code, param } = status < 400 || body === "" ? {} : JSON.parse(body).error;
  return [status, code, param];
}

function askValidators(method: string, target: string, headers: Record<string, string>): Outcome {
  const result = validateParts({ method, url: target, headers });
  if (result.ok) return [200];
  const { code, param } = result.body.error;
  return method === "HEAD" ? [result.status] : [result.status, code, param];
}

describe("the mock and the validators decide alike", () => {
  it.each([
    ["GET", "/v1/payments", 200],
    ["HEAD", "/v1/payments", 200],
    ["HEAD", "/v1/payments/pay_1234567890", 200],
    ["HEAD", "/v1/payments/42", 400],
    ["HEAD", "/v1/payments?limit=0", 400],
    ["HEAD", "/v1/nothing", 404],
    ["HEAD", "/v1/payments/pay_1/capture", 405],
    ["DELETE", "/v1/payments", 405],
    ["GET", "/v1/webhooks/we_1", 405],
  ])("on the method of %s %s", async (method, target, status) => {
    const [wanted, found] = [askValidators(method, target, {}), await askMock(method, target, {})];
    expect([wanted[0], found]).toEqual([status, [...wanted, undefined, undefined].slice(0, 3)]);
  });

  it.each([
    ["/v1/%70ayments", 200],
    ["/%76%31/payments/pay%5F1234567890", 200],
    ["/v1/payments/%zz", 400],
    ["/v1/payments/%ff", 400],
    ["/v1/payments/%", 400],
    ["/v1/payments/pay_%E0%A4%A", 400],
    ["/v1/payments/pay_1%2Fcapture", 400],
    ["/v1/payments?starting_after=%zz", 400],
    ["/v1/payments?limit=%ff", 400],
    ["/v1/payments?%zz=1", 400],
    ["/v1/settlements/%zz/transactions", 400],
    ["/v1/%zz", 404],
    ["/%zz/payments", 404],
    ["/v1%2Fpayments", 404],
    ["/v1/payments%2Fpay_1", 404],
  ])("on the escapes in %s", async (target, status) => {
    const [wanted, found] = [askValidators("GET", target, {}), await askMock("GET", target, {})];
    expect([wanted[0], found]).toEqual([status, [...wanted, undefined, undefined].slice(0, 3)]);
  });

  it.each([
    ["text/html", 406],
    ["application/xml, text/*;q=0.8", 406],
    ["*/*;q=0", 406],
    ["*/*, application/json;q=0", 406],
    ["application/*;q=0.0, */*", 406],
    ["application/problem+json", 406],
    ["application/json", 200],
    ["Application/JSON; charset=utf-8", 200],
    ["application/*", 200],
    ["text/html, */*;q=0.1", 200],
    ["*/*;q=0, application/json", 200],
    ["", 200],
  ])("on the header Accept: %s", async (accept, status) => {
    const target = "/v1/payments/pay_1234567890";
    const [wanted, found] = [askValidators("GET", target, { accept }), await askMock("GET", target, { accept })];
    expect([wanted[0], found]).toEqual([status, [...wanted, undefined, undefined].slice(0, 3)]);
  });
});
