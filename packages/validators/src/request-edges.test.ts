/** Contents of requests that their senders did not think of. */
import { describe, expect, it } from "vitest";
import {
  isErrorResponse,
  type PlainRequest,
  validateParts,
  validatePaymentCreateParams,
  validateRequest,
} from "./index.js";

const create = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
const json = { "content-type": "application/json" };

/** The result for a request: its operation, or the status, code and param of the response. */
function outcome(request: Partial<PlainRequest>): readonly unknown[] {
  const result = validateParts({ method: "GET", url: "/v1/payments", headers: {}, ...request });
  if (result.ok) return [result.operationId];
  const { code, param } = result.body.error;
  return param === undefined ? [result.status, code] : [result.status, code, param];
}

const post = (request: Partial<PlainRequest>) => outcome({ method: "POST", headers: json, ...request });

it("a rejected request comes with the whole error body that the API documents", () => {
  const result = validateParts({ method: "GET", url: "/v1/payments?limit=0", headers: {} }, { requestId: "req_1" });
  expect(result).toMatchObject({ ok: false, status: 400 });
  expect(!result.ok && result.body).toEqual({
    error: {
      type: "invalid_request_error",
      code: "parameter_invalid",
      param: "limit",
      message: "limit must be at least 1, got 0",
      doc_url: "https://docs.vinr.com/errors/parameter_invalid",
      request_id: "req_1",
    },
  });
});

describe("methods", () => {
  it("are an operation only where the specification has one, OPTIONS too", () => {
    for (const method of ["OPTIONS", "PATCH", "", "GET POST"]) {
      const result = validateParts({ method, url: "/v1/payments", headers: {} });
      expect(result).toMatchObject({ status: 405, headers: { allow: "GET, HEAD, POST" } });
    }
  });

  it("include HEAD wherever GET is, with the checks of GET", () => {
    expect(outcome({ method: "HEAD" })).toEqual(["listPayments"]);
    expect(outcome({ method: "head", url: "/v1/payments/pay_1" })).toEqual(["retrievePayment"]);
    expect(outcome({ method: "HEAD", url: "/v1/payments?limit=0" })).toEqual([400, "parameter_invalid", "limit"]);
    const captured = validateParts({ method: "HEAD", url: "/v1/payments/pay_1/capture", headers: {} });
    expect(captured).toMatchObject({ status: 405, headers: { allow: "POST" } });
  });

  it("count in any case, as some frameworks write them small", () => {
    expect(outcome({ method: "get" })).toEqual(["listPayments"]);
  });

  it("are listed for each path", () => {
    const result = validateParts({ method: "GET", url: "/v1/payments/pay_1/capture", headers: {} });
    expect(result).toMatchObject({ status: 405, headers: { allow: "POST" } });
  });
});

describe("paths", () => {
  it.each([
    ["/v1/payments/", "a trailing slash"],
    ["/v1/payments//", "two of them"],
    ["//v1/payments", "an empty segment"],
    ["/v1//payments", "an empty segment"],
    ["/v1%2Fpayments", "an escaped slash between segments"],
    ["/V1/payments", "another case"],
    ["/v1", "no more than the base"],
    ["/v10/payments", "a longer base"],
    ["", "nothing"],
    ["*", "the asterisk of OPTIONS"],
    ["/v1/payments/pay_1/capture/now", "a segment too many"],
    ["/v1/../v1/payments", "dots, which a server has resolved before"],
  ])("%s is not found: %s", (url) => {
    expect(outcome({ url })).toEqual([404, "route_not_found"]);
  });

  it.each([
    ["pay_1%2Fcapture", "a slash"],
    ["pay_1%00", "a null"],
    ["pay_%E2%82%AC", "another letter"],
    ["pay_1%0A", "a line feed at the end"],
    ["%2e%2e", "dots"],
    ["pay_%", "half an escape"],
    ["__proto__", "the name of a prototype"],
    [`pay_${"1".repeat(100_000)}`, "a hundred thousand digits"],
  ])("an id that is %s is rejected at the id: %s", (id) => {
    expect(outcome({ url: `/v1/payments/${id}` })).toEqual([400, "parameter_invalid", "id"]);
    expect(post({ url: `/v1/payments/${id}/capture`, headers: {} })).toEqual([400, "parameter_invalid", "id"]);
  });

  it("are the same with needless escapes", () => {
    expect(outcome({ url: "/v1/%70ayments" })).toEqual(["listPayments"]);
    expect(outcome({ url: "/%76%31/payments/pay%5F1" })).toEqual(["retrievePayment"]);
    expect(post({ url: "/v1/payments/pay_1/captur%65" })).toEqual(["capturePayment"]);
  });

  it("are the same in an absolute address, with or without a fragment", () => {
    expect(outcome({ url: "https://api.vinr.com/v1/payments/pay_1#top" })).toEqual(["retrievePayment"]);
    expect(outcome({ url: "http://[::1]:8080/v1/payments?limit=1#?limit=0" })).toEqual(["listPayments"]);
  });
});

describe("a query", () => {
  it.each([
    ["starting_after=%zz", "starting_after"],
    ["limit=%ff", "limit"],
    ["limit=1&starting_after=%E2%82", "starting_after"],
    ["%zz=1", "%zz"],
    ["limit=%", "limit"],
  ])("with the broken escape in %s is rejected, not repaired", (query, param) => {
    expect(outcome({ url: `/v1/payments?${query}` })).toEqual([400, "parameter_invalid", param]);
  });
});

describe("an accept header", () => {
  it.each(["text/html", "application/xml, text/*;q=0.8", "*/*;q=0", "*/*, application/json; q=0.000"])(
    "of %s excludes JSON",
    (accept) => {
      expect(outcome({ headers: { accept } })).toEqual([406, "not_acceptable"]);
      expect(post({ headers: { ...json, Accept: accept }, body: create })).toEqual([406, "not_acceptable"]);
    },
  );

  it.each(["", "*/*", "application/json", "text/html, application/*;q=0.1", "*/*;q=0, Application/JSON"])(
    "of %j lets JSON through",
    (accept) => {
      expect(outcome({ headers: { accept } })).toEqual(["listPayments"]);
    },
  );

  it("that is undefined is not there", () => {
    expect(outcome({ headers: { accept: undefined } })).toEqual(["listPayments"]);
  });
});

it("a question mark in a query is part of the name", () => {
  expect(outcome({ url: "/v1/payments??limit=5" })).toEqual([400, "parameter_unknown", "?limit"]);
});

describe("headers", () => {
  const keyed = (headers: PlainRequest["headers"]) => post({ headers, body: create });

  it("that come twice are rejected where one is asked for, however they come", () => {
    const twice = [400, "parameter_invalid", "Idempotency-Key"];
    const joined = new Headers(json);
    joined.append("idempotency-key", "a");
    joined.append("idempotency-key", "b");
    expect(keyed(joined)).toEqual(twice);
    expect(keyed({ ...json, "idempotency-key": ["a", "b"] })).toEqual(twice);
    expect(keyed({ ...json, "idempotency-key": "a", "Idempotency-Key": "b" })).toEqual(twice);
  });

  it("that nothing is known of are left alone", () => {
    expect(keyed({ ...json, "x-other": ["a", "b"], __proto__: "c" })).toEqual(["createPayment"]);
  });

  it("must be real days where they are dates", () => {
    expect(keyed({ ...json, "vinr-version": "2026-02-30" })).toEqual([400, "parameter_invalid", "Vinr-Version"]);
  });
});

describe("the type of a body", () => {
  it.each([
    "application/json",
    "application/json; charset=utf-8",
    'application/json;charset="UTF-8"',
    "Application/JSON ; charset=utf-8",
    // JSON knows no such parameter (RFC 8259, section 11): it is read as UTF-8 all the same.
    "application/json; charset=iso-8859-1",
  ])("may be %s", (type) => {
    expect(post({ headers: { "Content-Type": type }, body: JSON.stringify(create) })).toEqual(["createPayment"]);
  });

  it.each([
    "text/json",
    "application/jsonx",
    "application/json-patch+json",
    "application/vnd.api+json",
    "application/json, text/plain",
    "text/plain; application/json",
    "",
  ])("may not be %s", (type) => {
    const rejected = [415, "unsupported_media_type"];
    expect(post({ headers: { "content-type": type }, body: JSON.stringify(create) })).toEqual(rejected);
  });

  it("does not matter where there is no body, or none is read", () => {
    expect(post({ url: "/v1/payments/pay_1/capture", headers: { "content-type": "text/plain" } })).toEqual([
      "capturePayment",
    ]);
    expect(post({ url: "/v1/payments/pay_1/cancel", headers: {}, body: "anything" })).toEqual(["cancelPayment"]);
    expect(outcome({ body: "anything" })).toEqual(["listPayments"]);
  });
});

describe("a body", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it.each([undefined, null, "", new Uint8Array()])("that is empty (%j) is missing where one is required", (body) => {
    expect(post({ body })).toEqual([400, "parameter_missing"]);
    expect(post({ url: "/v1/payments/pay_1/capture", body })).toEqual(["capturePayment"]);
  });

  it.each([" ", "{", "undefined", "{'amount':1}", "NaN", "{}{}", "\u0000"])("of %j is malformed", (body) => {
    expect(post({ body })).toEqual([400, "body_malformed"]);
    expect(post({ body: bytes(body) })).toEqual([400, "body_malformed"]);
  });

  it.each(["null", "[]", "1", '"text"', "true"])("of %s is JSON, but no object", (body) => {
    expect(post({ body })).toEqual([400, "parameter_invalid"]);
  });

  it("may begin with a byte order mark, as text and as bytes", () => {
    const marked = `\uFEFF${JSON.stringify(create)}`;
    expect(post({ body: marked })).toEqual(["createPayment"]);
    expect(post({ body: bytes(marked) })).toEqual(["createPayment"]);
    expect(post({ body: `\uFEFF${marked}` })).toEqual([400, "body_malformed"]);
    expect(post({ body: bytes(`\uFEFF${marked}`) })).toEqual([400, "body_malformed"]);
  });

  it("that is not UTF-8 is malformed, not repaired", async () => {
    const [head, tail] = [bytes('{"description":"'), bytes('"}')];
    const body = new Uint8Array([...head, 0xc3, 0x28, ...tail]);
    expect(post({ body })).toEqual([400, "body_malformed"]);
    const request = new Request("https://api.vinr.com/v1/payments", { method: "POST", headers: json, body });
    expect(await validateRequest(request)).toMatchObject({ body: { error: { code: "body_malformed" } } });
  });

  it("cannot reach a prototype", () => {
    const body = `{"__proto__":{"amount":1},"constructor":{"prototype":{"polluted":true}}}`;
    expect(post({ body })).toEqual([400, "parameter_missing", "amount"]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it.each([
    '{"amount":1000,"amount":1}',
    '{"metadata":{"a":"1","a":"1"}}',
    '{"a\\u006d":1,"am":1}',
    '[{"a":[{"b":1,"b":2}]}]',
    '{"__proto__":1,"__proto__":2}',
    '{"\\\\":1,"\\u005c":2}',
    '{"":1,\n"" : 2}',
  ])("that repeats a property is malformed: %s", (body) => {
    const result = [400, "body_malformed"];
    expect([post({ body }), post({ body: bytes(body) })]).toEqual([result, result]);
  });

  it.each([
    '{"amount":{"amount":1}}',
    '[{"a":1},{"a":1}]',
    '{"a":"\\",\\"a\\":","b":"\\\\","c":":"}',
    '{"a":["x",":y","\\\\\\"","{}:"]}',
    '{"constructor":1,"__proto__":{"__proto__":1}}',
  ])("that only seems to repeat a property is read: %s", (body) => {
    expect(post({ body })).not.toContain("body_malformed");
  });

  it("that is nested more deeply than any honest one is rejected before it is parsed, which would take long", () => {
    const nested = (levels: number) => `{"metadata":${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}}`;
    const codeOf = (body: string) => [post({ body })[1], post({ body: bytes(body) })[1]];
    expect(codeOf(nested(256))).toEqual(["parameter_missing", "parameter_missing"]);
    const hidden = `{"a":"]}","b":"\\"]}","c":${nested(256)}}`;
    // Nobody finds out that the last one is not JSON.
    for (const body of [nested(257), nested(100_000), hidden, "[".repeat(100_000)])
      expect(codeOf(body)).toEqual(["parameter_invalid", "parameter_invalid"]);
    expect(codeOf(`{"description":"${"[".repeat(1_000)}"}`)).toEqual(["parameter_missing", "parameter_missing"]);
  });
});

describe("issues", () => {
  it("are capped over all parts of a request", () => {
    const query = Array.from({ length: 5000 }, (_, i) => `x${i}=1`).join("&");
    const body = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`y${i}`, 1]));
    const request = { method: "POST", url: `/v1/payments?${query}`, headers: json, body };
    const count = (maxIssues?: number) => {
      const result = validateParts(request, { maxIssues });
      return result.ok ? 0 : result.issues.length;
    };
    expect([count(), count(3), count(150)]).toEqual([100, 3, 150]);
  });

  it.each([0, -1, Number.NaN])("are never so few (%d) that a failure passes for a success", (maxIssues) => {
    for (const url of ["/v1/payments?limit=0", "/v1/payments?limit=1&limit=2", "/v1/payments/42"]) {
      expect(validateParts({ method: "GET", url, headers: {} }, { maxIssues })).toMatchObject({ ok: false });
    }
  });
});

describe("a request of the Fetch standard", () => {
  it("gets the same result as a request given in parts", async () => {
    const url = "https://api.vinr.com/v1/payments/pay_1%2Fcapture?x=1";
    const request = new Request(url, { method: "GET" });
    expect(await validateRequest(request, { requestId: "req_1" })).toEqual(
      validateParts({ method: "GET", url, headers: {} }, { requestId: "req_1" }),
    );
  });

  it("is read to its end, and rejects as the body does where it was read before", async () => {
    const request = new Request("https://api.vinr.com/v1/payments", { method: "POST", headers: json, body: "{}" });
    expect(await validateRequest(request)).toMatchObject({ status: 400 });
    expect(request.bodyUsed).toBe(true);
    await expect(validateRequest(request)).rejects.toThrow(TypeError);
  });
});

it("every response is one that the API documents", () => {
  const requests: readonly Partial<PlainRequest>[] = [
    { url: `/v1/${"x".repeat(5000)}` },
    { url: `/v1/payments?${"x".repeat(5000)}=1` },
    { url: `/v1/payments/${"%F0%9F%92%B0".repeat(2000)}` },
    { method: "X".repeat(5000) },
    { method: "POST", headers: { "content-type": "y".repeat(5000) }, body: "{}" },
    { method: "POST", headers: json, body: { ["z".repeat(5000)]: 1, metadata: { ["m".repeat(5000)]: 1 } } },
  ];
  for (const request of requests) {
    const result = validateParts({ method: "GET", url: "/v1/payments", headers: {}, ...request });
    expect(!result.ok && isErrorResponse(result.body)).toBe(true);
  }
});

it("headers that cannot be read get a response, not an exception", () => {
  const headers = Object.defineProperty({}, "content-type", {
    enumerable: true,
    get() {
      throw new Error("no");
    },
  });
  expect(post({ headers, body: JSON.stringify(create) })).toEqual([415, "unsupported_media_type"]);
  expect(outcome({ headers })[0]).toBe(400);
});

it("options that an object inherits are not options", () => {
  const inherited = { basePath: "/evil", requestId: "req_evil", maxIssues: 0 };
  for (const [name, value] of Object.entries(inherited))
    Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
  try {
    const request = { method: "GET", url: "/v1/payments?limit=0", headers: {} };
    for (const options of [undefined, {}]) {
      const result = validateParts(request, options);
      if (result.ok) throw new Error("limit=0 is valid");
      expect([result.status, result.body.error.code, result.issues.length]).toEqual([400, "parameter_invalid", 1]);
      expect(result.body.error.request_id).not.toBe("req_evil");
    }
    expect(validatePaymentCreateParams({}, {}).issues?.length).toBe(3);
  } finally {
    for (const name of Object.keys(inherited)) Reflect.deleteProperty(Object.prototype, name);
  }
});

it.each(
  Object.entries({
    body: '{"amount":1}',
    bodyRequired: true,
    code: "evil",
    entries: () => [],
    exclusive: 1,
    headers: [],
    hidden: true,
    isTrial: true,
    issues: ["evil"],
    many: "list",
    message: "evil",
    param: "evil",
    path: "evil",
    suggestion: "amount",
  }),
)("a route and a problem have nothing that an object inherits: %s", (name, value) => {
  const requests = [
    { method: "GET", url: "/v1/payments?limit=1", body: undefined },
    { method: "GET", url: "/v1/payments?limit=0", body: undefined },
    { method: "GET", url: "/v1/payments?LIMIT=1", body: undefined },
    { method: "GET", url: "/v1/payments?unknown=1", body: undefined },
    { method: "POST", url: "/v1/payments", body: JSON.stringify(create) },
    { method: "POST", url: "/v1/payments", body: "{}" },
    { method: "POST", url: "/v1/payments", body: '{"zzzzzz":1}' },
    { method: "POST", url: "/v1/payments", body: JSON.stringify({ ...create, amount: 0 }) },
    { method: "POST", url: "/v1/webhooks", body: '{"url":"https://shop.example","enabled_events":["payment"]}' },
    { method: "POST", url: "/v1/payments/pay_1234567890/capture", body: undefined },
    { method: "GET", url: "/v1/nothing", body: undefined },
    { method: "PUT", url: "/v1/payments", body: undefined },
  ];
  const respond = () => {
    const withoutBody = validateParts({ method: "POST", url: "/v1/payments/pay_1/capture", headers: json });
    const results = requests.map(({ method, url, body }) => {
      return validateParts({ method, url, headers: json, body }, { requestId: "req_1" });
    });
    return JSON.stringify([withoutBody, ...results]);
  };
  const wanted = respond();
  Object.defineProperty(Object.prototype, name, { value, configurable: true, enumerable: true, writable: true });
  try {
    expect(respond()).toEqual(wanted);
  } finally {
    Reflect.deleteProperty(Object.prototype, name);
  }
});

it("a request that is a plain object has no text that an object inherits", async () => {
  Object.defineProperty(Object.prototype, "text", { value: async () => "{}", configurable: true, writable: true });
  try {
    const plain: PlainRequest = { method: "POST", url: "/v1/payments", headers: json, body: JSON.stringify(create) };
    expect((await validateRequest(plain)).ok).toBe(true);
  } finally {
    Reflect.deleteProperty(Object.prototype, "text");
  }
});
