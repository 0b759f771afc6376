/** Bodies in the forms that frameworks give them, and errors that quote a request. */
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { type PlainRequest, validateParts } from "./index.js";

const create = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
const json = { "content-type": "application/json" };

describe("the body of a capture, which is of everything where there is none", () => {
  const capture = (request: Partial<PlainRequest>) => {
    const result = validateParts({ method: "POST", url: "/v1/payments/pay_1/capture", headers: json, ...request });
    return result.ok ? result.body : [result.status, result.body.error.code, result.body.error.message];
  };
  const part = new TextEncoder().encode('{"amount":500}');

  it.each([
    ["an ArrayBuffer", part.buffer],
    ["a DataView", new DataView(part.buffer)],
    ["a Buffer", Buffer.from(part)],
    ["an ArrayBuffer of another realm", runInNewContext("Uint8Array.from(bytes).buffer", { bytes: [...part] })],
    ["bytes of another realm", runInNewContext("Uint8Array.from(bytes)", { bytes: [...part] })],
    ["text", '{"amount":500}'],
    ["what was parsed", { amount: 500 }],
    ["what was parsed in another realm", runInNewContext("JSON.parse('{\"amount\":500}')")],
    [
      "an instance of a class",
      new (class Capture {
        amount = 500;
      })(),
    ],
  ])("is read from %s", (_, body) => {
    expect(capture({ body })).toEqual({ amount: 500 });
  });

  it.each([
    [Promise.resolve({ amount: 500 }), "Promise"],
    [new Blob([part]), "Blob"],
    [new Response(part).body, "ReadableStream"],
    [new URLSearchParams("amount=500"), "URLSearchParams"],
    [new FormData(), "FormData"],
    [new Map([["amount", 500]]), "Map"],
    [new Date(0), "Date"],
    [new Error("no body"), "Error"],
  ])("is not taken for an empty one where it is anything but JSON: %s", (body, name) => {
    expect(capture({ body })).toEqual([
      400,
      "parameter_invalid",
      `the value must be a plain object, got [object ${name}]`,
    ]);
  });

  it.each([
    ["its length", { "content-length": "14" }],
    ["chunks", { "transfer-encoding": "chunked" }],
    ["a length that is none", { "content-length": "x" }],
  ])("is not taken for missing where the headers announce one by %s, and the server did not read it", (_, headers) => {
    // A parser that has no text for a body of another type, or has parsed "", gives an empty one.
    const bodies = "content-length" in headers ? [undefined, null, "", new Uint8Array()] : [undefined, null];
    for (const body of bodies) {
      expect(capture({ headers, body })).toEqual([
        415,
        "unsupported_media_type",
        "content-type must be application/json",
      ]);
      expect(capture({ headers: { ...json, ...headers }, body })).toEqual([
        400,
        "body_malformed",
        "the headers announce a body, but the server did not read it",
      ]);
    }
  });

  it("is not accepted where it cannot be looked at", () => {
    const bytes = new Uint8Array(1);
    const view = new DataView(bytes.buffer);
    structuredClone(bytes, { transfer: [bytes.buffer] });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const body of [view, proxy]) {
      expect(capture({ body })).toEqual([400, "body_malformed", "the body cannot be read"]);
    }
  });

  const unread = [400, "body_malformed", "the headers announce a body, but the server did not read it"];

  it.each<[string, Record<string, string>]>([
    ["its length", { "content-length": "14" }],
    ["a length that is none", { "content-length": "x" }],
    [
      "chunks of a type that Express 4 cannot read",
      { "content-type": "application/json;", "transfer-encoding": "chunked" },
    ],
    ["a length that no encoding has changed", { "content-length": "14", "content-encoding": "identity" }],
    ["a tab", { "content-type": "application/json;\tcharset=utf-8", "transfer-encoding": "chunked" }],
    ["a tab in quotes", { "content-type": 'application/json; a="x\ty"', "transfer-encoding": "chunked" }],
    ["a quote that is open", { "content-type": 'application/json; charset="utf-8', "transfer-encoding": "chunked" }],
    [
      "two types",
      { "content-type": "application/json; charset=utf-8, application/json", "transfer-encoding": "chunked" },
    ],
    ["a compressed body of such a type", { "content-type": "application/json;", "content-encoding": "gzip" }],
    ["a parameter without a value", { "content-type": "application/json; charset", "transfer-encoding": "chunked" }],
  ])(
    "is not taken for {}, as Express 4 does where it read nothing, where the headers announce more: %s",
    (_, headers) => {
      expect(capture({ headers: { ...json, ...headers }, body: {} })).toEqual(unread);
      const { "content-type": _type, ...untyped } = headers;
      expect(capture({ headers: untyped, body: {} })).toContain(415);
    },
  );

  it("is not taken for missing over HTTP/2 where it has a type and no length", () => {
    const headers = { ...json, ":method": "POST" };
    for (const body of [undefined, null, "", new Uint8Array(), {}]) expect(capture({ headers, body })).toEqual(unread);
    expect(capture({ headers: { ...headers, "content-length": "0" } })).toBeUndefined();
    expect(capture({ headers: { ":method": "POST" } })).toBeUndefined();
  });

  it("is {} where that is all that was sent", () => {
    for (const headers of [
      {},
      { "content-length": "2" },
      { "content-length": "5" },
      { "content-length": "22", "content-encoding": "gzip" },
      { "transfer-encoding": "chunked" },
      { "content-type": 'Application/JSON ; charset=utf-8;profile="a;b"', "transfer-encoding": "chunked" },
    ]) {
      expect(capture({ headers: { ...json, ...headers }, body: {} })).toEqual({});
    }
  });

  it("is missing where Express 4 has {} of a request that announces none", () => {
    expect(capture({ headers: {}, body: {} })).toBeUndefined();
    expect(capture({ headers: { "content-length": "0" }, body: {} })).toBeUndefined();
  });

  it("is not taken for missing where it came in chunks of JSON, which somebody else has read", () => {
    const headers = { ...json, "transfer-encoding": "chunked" };
    for (const body of ["", new Uint8Array()]) expect(capture({ headers, body })).toEqual(unread);
  });

  it("is missing where the server read nothing, or the headers announce nothing", () => {
    expect(capture({ headers: { "transfer-encoding": "chunked" }, body: "" })).toBeUndefined();
    expect(capture({ headers: { "transfer-encoding": "chunked" }, body: new Uint8Array() })).toBeUndefined();
    expect(capture({ headers: { "content-length": "0" } })).toBeUndefined();
  });
});

describe("what a request says", () => {
  const strange = "a\n\u007f\u0085\u2028\u2029\u202e\u2066";
  const shown = "\uFFFD".repeat(6);

  it.each([
    ["a name", { headers: json, body: JSON.stringify({ ...create, [strange]: 1 }) }],
    ["a value", { headers: json, body: JSON.stringify({ ...create, currency: strange }) }],
    ["a key of metadata", { headers: json, body: JSON.stringify({ ...create, metadata: { [strange]: 1 } }) }],
    ["a path", { url: `/v1/${strange}` }],
    ["a method", { method: strange }],
  ])("does nothing to a log that shows its error: %s", (_, request) => {
    const result = validateParts({ method: "POST", url: "/v1/payments", headers: {}, ...request });
    if (result.ok) throw new Error("it was accepted");
    const { error } = result.body;
    expect(error.message).toContain(shown);
    const texts = [...Object.values(error), ...result.issues.map(({ message }) => message)];
    for (const text of texts) expect(text).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
  });
});
