import { describe, expect, it } from "vitest";
import {
  findOperation,
  isErrorResponse,
  parseCreatePaymentHeaders,
  parseListPaymentsQuery,
  parseRetrievePaymentPath,
  validateParts,
  validateRequest,
} from "./index.js";

const create = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

function post(url: string, body: unknown, headers: Record<string, string> = { "content-type": "application/json" }) {
  return validateParts({ method: "POST", url, headers, body: typeof body === "string" ? body : JSON.stringify(body) });
}

describe("findOperation", () => {
  it("finds the operation by method and URL alone", () => {
    const url = "https://api.vinr.com/v1/payments/pay_1/capture";
    expect(findOperation({ method: "POST", url })).toMatchObject({ ok: true, operationId: "capturePayment" });
    expect(findOperation({ method: "HEAD", url: "/pay/refunds" }, { basePath: "/pay" })).toMatchObject({
      ok: true,
      operationId: "listRefunds",
    });
  });

  it("validates the rest later, as validateParts does", () => {
    const target = { method: "POST", url: "/v1/payments" };
    const found = findOperation(target, { requestId: "req_1" });
    if (!found.ok) throw new Error("createPayment was not found");
    for (const body of [JSON.stringify(create), "{}"]) {
      const parts = { headers: { "content-type": "application/json" }, body };
      expect(found.validate(parts)).toEqual(validateParts({ ...target, ...parts }, { requestId: "req_1" }));
    }
  });

  it("rejects a path or method that is not there, as validateParts does", () => {
    for (const [method, url] of [
      ["GET", "/v1/nothing"],
      ["PATCH", "/v1/payments"],
    ] as const) {
      const options = { requestId: "req_1" };
      const found = findOperation({ method, url }, options);
      expect(found).toMatchObject({ ok: false, status: method === "GET" ? 404 : 405 });
      expect(found).toEqual(validateParts({ method, url, headers: {} }, options));
    }
  });
});

describe("a query", () => {
  it("is read with its defaults", () => {
    expect(parseListPaymentsQuery(new URLSearchParams(""))).toEqual({ ok: true, value: { limit: 25 } });
    const query = new URLSearchParams("limit=7&starting_after=pay_1");
    expect(parseListPaymentsQuery(query)).toEqual({ ok: true, value: { limit: 7, starting_after: "pay_1" } });
    expect(parseListPaymentsQuery({ limit: "7" })).toEqual({ ok: true, value: { limit: 7 } });
  });

  it.each([
    ["limit=05", 'limit must be an integer, got "05"'],
    ["limit=1e1", 'limit must be an integer, got "1e1"'],
    ["limit=%207%20", 'limit must be an integer, got " 7 "'],
    ["limit=", 'limit must be an integer, got ""'],
    ["limit=-0", 'limit must be an integer, got "-0"'],
    ["limit=%2B5", 'limit must be an integer, got "+5"'],
    ["limit=0x10", 'limit must be an integer, got "0x10"'],
    ["limit=1.0", 'limit must be an integer, got "1.0"'],
    ["limit=101", "limit must be at most 100, got 101"],
    ["limit=1&limit=2", "limit must be given once, got 2 values"],
    ["Limit=5", "Limit is not a known property; did you mean limit?"],
    ["starting_after=pay_1&ending_before=pay_2", "ending_before must not be given together with starting_after"],
    ["__proto__=1", "__proto__ is not a known property"],
  ])("%s is rejected: %s", (text, message) => {
    const result = parseListPaymentsQuery(new URLSearchParams(text));
    expect(result.issues?.map((issue) => issue.message)).toEqual([message]);
  });
});

describe("path and header parameters", () => {
  it("are read", () => {
    expect(parseRetrievePaymentPath({ id: "pay_1" })).toEqual({ ok: true, value: { id: "pay_1" } });
    expect(parseRetrievePaymentPath({ id: "re_1" }).issues?.[0]?.pointer).toBe("/id");
  });

  it("count in any case where they are headers, and leave other headers alone", () => {
    const headers = new Headers({ "IDEMPOTENCY-KEY": "k1", accept: "*/*" });
    expect(parseCreatePaymentHeaders(headers)).toEqual({ ok: true, value: { "Idempotency-Key": "k1" } });
    const tooLong = parseCreatePaymentHeaders({ "idempotency-key": "k".repeat(256) });
    expect(tooLong.issues?.[0]).toMatchObject({ code: "max_length", path: ["Idempotency-Key"] });
  });
});

describe("a request", () => {
  it("gets a response on a server as the README shows", async () => {
    const handle = async (request: Request): Promise<Response> => {
      const result = await validateRequest(request);
      if (!result.ok) return Response.json(result.body, { status: result.status, headers: result.headers ?? {} });
      return Response.json({ operation: result.operationId });
    };
    const good = await handle(new Request("https://api.vinr.com/v1/payments?limit=3"));
    expect(await good.json()).toEqual({ operation: "listPayments" });
    const bad = await handle(new Request("https://api.vinr.com/v1/payments", { method: "DELETE" }));
    expect([bad.status, bad.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
    expect(isErrorResponse(await bad.json())).toBe(true);
  });

  it("is given with its operation and its parts", async () => {
    const request = new Request("https://api.vinr.com/v1/payments", {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": "k1" },
      body: JSON.stringify(create),
    });
    expect(await validateRequest(request)).toEqual({
      ok: true,
      operationId: "createPayment",
      path: {},
      query: {},
      headers: { "Idempotency-Key": "k1" },
      body: create,
    });
  });

  it("is narrowed by its operation", () => {
    const result = validateParts({ method: "get", url: "/v1/payments/pay_1", headers: {} });
    if (!result.ok || result.operationId !== "retrievePayment") throw new Error("not found");
    const id: string = result.path.id;
    expect(id).toBe("pay_1");
  });

  it("may leave out a body that is not required", () => {
    const result = validateParts({ method: "POST", url: "/v1/payments/pay_1/capture", headers: {} });
    expect(result).toMatchObject({ ok: true, operationId: "capturePayment", body: undefined });
  });

  it.each([
    ["an unknown path", "GET", "/v1/nothing", undefined, 404, "route_not_found", undefined],
    ["a path of another version", "GET", "/v2/payments", undefined, 404, "route_not_found", undefined],
    ["a method that a path has not", "PUT", "/v1/payments", undefined, 405, "method_not_allowed", undefined],
    ["a bad id", "GET", "/v1/payments/42", undefined, 400, "parameter_invalid", "id"],
    ["a bad escape", "GET", "/v1/payments/%E0%A4%A", undefined, 400, "parameter_invalid", "id"],
    ["a bad query", "GET", "/v1/payments?limit=0", undefined, 400, "parameter_invalid", "limit"],
    ["an unknown query", "GET", "/v1/payments?x=1", undefined, 400, "parameter_unknown", "x"],
    [
      "both cursors",
      "GET",
      "/v1/payments?starting_after=a_1&ending_before=a_2",
      undefined,
      400,
      "parameters_exclusive",
      "ending_before",
    ],
    ["no body", "POST", "/v1/payments", "", 400, "parameter_missing", undefined],
    ["a body that is not JSON", "POST", "/v1/payments", "{", 400, "body_malformed", undefined],
    [
      "a missing property",
      "POST",
      "/v1/payments",
      '{"amount":1,"currency":"EUR"}',
      400,
      "parameter_missing",
      "returnUrl",
    ],
    [
      "an inner property",
      "POST",
      "/v1/payments",
      JSON.stringify({ ...create, metadata: { a: 1 } }),
      400,
      "parameter_invalid",
      "metadata.a",
    ],
    [
      "an unknown property",
      "POST",
      "/v1/payments",
      JSON.stringify({ ...create, return_url: "" }),
      400,
      "parameter_unknown",
      "return_url",
    ],
  ])("with %s gets the documented error", (_, method, url, body, status, code, param) => {
    const headers = { "content-type": "application/json; charset=utf-8" };
    const result = validateParts({ method, url, headers, body }, { requestId: "req_1" });
    if (result.ok) throw new Error("was accepted");
    expect(result.status).toBe(status);
    expect(result.body.error).toEqual({
      type: "invalid_request_error",
      code,
      message: expect.any(String),
      doc_url: `https://docs.vinr.com/errors/${code}`,
      request_id: "req_1",
      ...(param === undefined ? {} : { param }),
    });
    expect(isErrorResponse(result.body)).toBe(true);
  });

  it("names the methods of a path where it has another", () => {
    const result = validateParts({ method: "DELETE", url: "/v1/payments", headers: {} });
    expect(result).toMatchObject({ status: 405, headers: { allow: "GET, HEAD, POST" } });
  });

  it("with a body of another type gets a 415", () => {
    expect(post("/v1/payments", create, { "content-type": "text/plain" })).toMatchObject({
      ok: false,
      status: 415,
      body: { error: { code: "unsupported_media_type" } },
    });
    expect(post("/v1/payments", create, {})).toMatchObject({ status: 415 });
  });

  it("gets a request id that the API could have given", () => {
    const result = post("/v1/payments", {});
    if (result.ok) throw new Error("was accepted");
    expect(isErrorResponse(result.body)).toBe(true);
  });

  it("may have another base path", () => {
    const result = validateParts({ method: "GET", url: "/api/payments", headers: {} }, { basePath: "/api" });
    expect(result).toMatchObject({ ok: true, operationId: "listPayments", query: { limit: 25 } });
  });

  it("may have a body that a framework has read, or bytes", () => {
    const headers = { "Content-Type": "application/json" };
    const bytes = new TextEncoder().encode(JSON.stringify(create));
    for (const body of [create, bytes]) {
      expect(validateParts({ method: "POST", url: "/v1/payments", headers, body })).toMatchObject({ ok: true });
    }
    const broken = validateParts({ method: "POST", url: "/v1/payments", headers, body: new Uint8Array([0xff]) });
    expect(broken).toMatchObject({ status: 400, body: { error: { code: "body_malformed" } } });
  });
});
