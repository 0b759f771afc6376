/** The same bad requests, sent to the validators, the mock and a handler of `@vinr/server`: one fault has one text. */
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listDocumentedResponses } from "../../packages/client/test/documented-responses.ts";
import type { Handler } from "../../packages/server/src/index.ts";
import { validateRequest } from "../../packages/validators/src/index.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { createDocumentedHandler } from "../server/testing/documented-handler.ts";
import { type Mock, startMock } from "./server.ts";
import { goodPayment, key } from "./testing.ts";

let mock: Mock;
let handler: Handler;
beforeAll(async () => {
  const spec = await loadSpec(path.join(import.meta.dirname, "../../spec/openapi.yaml"));
  mock = await startMock({ spec, port: 0 });
  handler = createDocumentedHandler(listDocumentedResponses({ ...spec.document }));
});
afterAll(() => mock.close());

type Rejection = Readonly<Record<"code" | "doc_url" | "message" | "param", string | undefined>>;

/** The error of a body, without its request id. */
function errorIn(body: unknown): Rejection {
  const { code, doc_url, message, param } = (body as { error: Rejection }).error;
  return { code, doc_url, message, param };
}

/** Sends one request to all three, and returns their errors. */
async function sendToAll(target: string, init: RequestInit) {
  const url = mock.url + target;
  const validated = await validateRequest(new Request(url, init));
  return {
    validators: errorIn(validated.ok ? { error: {} } : validated.body),
    mock: errorIn(await (await fetch(url, init)).json()),
    server: errorIn(await (await handler(new Request(url, init))).json()),
  };
}

const json = { authorization: `Bearer ${key}`, "content-type": "application/json" };
const get = { headers: json };
const post = (body: unknown): RequestInit => ({
  method: "POST",
  headers: json,
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const endpoint = { url: "https://shop.example/hook", enabled_events: ["payment.completed"] };
const word = expect.any(String);

const requests: readonly (readonly [what: string, target: string, init: RequestInit, message: unknown])[] = [
  [
    "a currency in lower case",
    "/payments",
    post({ ...goodPayment, currency: "eur" }),
    'currency must be three upper-case letters, got "eur"; did you mean EUR?',
  ],
  ["a currency that is too long", "/payments", post({ ...goodPayment, currency: "EURO" }), word],
  ["an empty currency", "/payments", post({ ...goodPayment, currency: "" }), word],
  ["an amount of 0", "/payments", post({ ...goodPayment, amount: 0 }), "amount must be at least 1, got 0"],
  ["an amount that is too large", "/payments", post({ ...goodPayment, amount: 1e12 }), word],
  ["an amount as text", "/payments", post({ ...goodPayment, amount: "1000" }), 'amount must be an integer, got "1000"'],
  [
    "an amount with decimals",
    "/payments",
    post({ ...goodPayment, amount: 10.5 }),
    "amount must be an integer, got 10.5",
  ],
  ["no amount", "/payments", post({ ...goodPayment, amount: undefined }), "amount is required"],
  [
    "a misspelt property",
    "/payments",
    post({ amount: 1, currency: "EUR", return_url: "https://shop.example/" }),
    "return_url is not a known property; did you mean returnUrl?",
  ],
  ["an unknown property", "/payments", post({ ...goodPayment, later: 1 }), "later is not a known property"],
  ["several faults", "/payments", post({ later: 1, currency: "eur", amount: -1 }), "amount must be at least 1, got -1"],
  ["a URL of no scheme", "/payments", post({ ...goodPayment, returnUrl: "nowhere" }), word],
  [
    "a URL that is none",
    "/payments",
    post({ ...goodPayment, returnUrl: "https://[" }),
    'returnUrl must be an absolute URI, got "https://["',
  ],
  ["a URL that is too long", "/payments", post({ ...goodPayment, returnUrl: `https://a/${"a".repeat(2048)}` }), word],
  ["a text that is too long", "/payments", post({ ...goodPayment, description: "x".repeat(501) }), word],
  [
    "metadata that is not a text",
    "/payments",
    post({ ...goodPayment, metadata: { order: 1042 } }),
    "metadata.order must be a string, got 1042",
  ],
  [
    "metadata with an odd name",
    "/payments",
    post({ ...goodPayment, metadata: { "order no": 1 } }),
    'metadata["order no"] must be a string, got 1',
  ],
  ["metadata with a long name", "/payments", post({ ...goodPayment, metadata: { ["k".repeat(41)]: "v" } }), word],
  [
    "too much metadata",
    "/payments",
    post({ ...goodPayment, metadata: Object.fromEntries(Array.from({ length: 41 }, (_, i) => [`k${i}`, "v"])) }),
    word,
  ],
  [
    "metadata in a list",
    "/payments",
    post({ ...goodPayment, metadata: [] }),
    "metadata must be an object, got an array",
  ],
  ["capture as text", "/payments", post({ ...goodPayment, capture: "true" }), 'capture must be a boolean, got "true"'],
  ["a list as the body", "/payments", post([]), "the value must be an object, got an array"],
  ["a body that is not JSON", "/payments", post('{"amount":'), "the body must be valid JSON"],
  ["a property twice", "/payments", post('{"amount":1,"amount":2}'), word],
  ["no body", "/payments", { method: "POST", headers: json }, "the request needs a JSON body"],
  [
    "another media type",
    "/payments",
    { ...post(goodPayment), headers: { ...json, "content-type": "text/plain" } },
    "content-type must be application/json",
  ],
  [
    "an idempotency key with spaces",
    "/payments",
    { ...post(goodPayment), headers: { ...json, "idempotency-key": "a b" } },
    'Idempotency-Key must be visible ASCII characters without spaces, got "a b"',
  ],
  [
    "a version that is not a date",
    "/payments",
    { ...post(goodPayment), headers: { ...json, "vinr-version": "today" } },
    'Vinr-Version must be a date such as 2026-04-01, got "today"',
  ],
  [
    "a version of a day that does not exist",
    "/payments",
    { ...post(goodPayment), headers: { ...json, "vinr-version": "2026-02-30" } },
    word,
  ],
  [
    "a refund of a payment that has no such id",
    "/refunds",
    post({ payment: "re_1", amount: 1 }),
    'payment must be pay_ followed by letters and digits, got "re_1"',
  ],
  ["a refund for an unknown reason", "/refunds", post({ payment: "pay_1", reason: "duplicated" }), word],
  [
    "an unknown event type",
    "/webhooks",
    post({ ...endpoint, enabled_events: ["payment.complete"] }),
    expect.stringMatching(/^enabled_events\[0\] must be one of .*; did you mean payment\.completed\?$/),
  ],
  [
    "an event type twice",
    "/webhooks",
    post({ ...endpoint, enabled_events: ["payment.failed", "payment.failed"] }),
    word,
  ],
  ["no event types", "/webhooks", post({ ...endpoint, enabled_events: [] }), word],
  [
    "every event type beside another",
    "/webhooks",
    post({ ...endpoint, enabled_events: ["*", "payment.failed"] }),
    word,
  ],
  ["event types that are a text", "/webhooks", post({ ...endpoint, enabled_events: "*" }), word],
  ["a webhook without TLS", "/webhooks", post({ ...endpoint, url: "http://shop.example/" }), word],
  ["a limit that is too large", "/payments?limit=101", get, "limit must be at most 100, got 101"],
  ["a limit that is not a number", "/payments?limit=ten", get, 'limit must be an integer, got "ten"'],
  ["a limit twice", "/payments?limit=1&limit=2", get, "limit must be given once, got 2 values"],
  [
    "a cursor that is not an id",
    "/payments?starting_after=x",
    get,
    'starting_after must be an id such as pay_1234567890, got "x"',
  ],
  ["both cursors", "/payments?starting_after=pay_1&ending_before=pay_2", get, word],
  ["an unknown parameter", "/payments?page=2", get, "page is not a known property"],
  ["a parameter that cannot be decoded", "/payments?limit=%zz", get, "limit must be UTF-8 in percent-encoding"],
  ["an id of another object", "/payments/re_1", get, 'id must be pay_ followed by letters and digits, got "re_1"'],
  ["an id that cannot be decoded", "/payments/%zz", get, "id must be UTF-8 in percent-encoding"],
  ["a path that does not exist", "/nothing", get, "the API has no path /v1/nothing"],
  [
    "a method that a path does not have",
    "/payments",
    { ...get, method: "PUT" },
    "PUT is not allowed here; use GET, HEAD, POST",
  ],
  ["a response that is not accepted", "/payments", { headers: { ...json, accept: "text/html" } }, word],
];

describe("validators, mock and server tell in the same words", () => {
  it.each(requests)("%s", async (_, target, init, message) => {
    const { validators, mock, server } = await sendToAll(target, init);
    expect(validators).toEqual({ ...validators, message, doc_url: `https://docs.vinr.com/errors/${validators.code}` });
    expect({ mock, server }).toEqual({ mock: validators, server: validators });
  });

  it.each<[what: string, headers: Record<string, string>]>([
    ["no key", {}],
    ["a malformed key", { authorization: "Bearer hunter2" }],
    ["a publishable key", { "x-api-key": "pk_test_1" }],
    ["another scheme", { authorization: `Basic ${key}` }],
  ])("that a request has %s, which the validators do not look at", async (_, headers) => {
    const { mock, server } = await sendToAll("/payments", { headers });
    expect(mock).toEqual({ ...server, doc_url: `https://docs.vinr.com/errors/${server.code}`, message: word });
    expect(mock.message).toBe(server.message);
  });
});
