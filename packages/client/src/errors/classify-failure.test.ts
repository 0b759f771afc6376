/** Requests that got no response: whether anything was sent, and whether the client tries again. */
import { describe, expect, it } from "vitest";
import { startServer } from "../../test/scripted-server.js";
import { createTestClient, errorOf, newPayment, payment } from "../../test/test-client.js";
import type { Fetch } from "../index.js";

const failure = (code: string | undefined, message: string, name = "Error") =>
  Object.assign(new Error(message), { name }, code === undefined ? {} : { code });

/** Makes a call whose every attempt fails, as the global fetch of Node wraps the cause. */
function failWith(cause: Error): Promise<unknown> {
  const fetch: Fetch = () => Promise.reject(new TypeError("fetch failed", { cause }));
  return errorOf(createTestClient({ url: "http://127.0.0.1:1" }, { fetch }).vinr.payments.create(newPayment));
}

describe("a server that was not reached", () => {
  it.each([
    ["ECONNREFUSED", "connect ECONNREFUSED 192.0.2.1:443"],
    ["ENOTFOUND", "getaddrinfo ENOTFOUND api.vinr.com"],
    ["EAI_AGAIN", "getaddrinfo EAI_AGAIN api.vinr.com"],
    ["EAI_FAIL", "getaddrinfo EAI_FAIL api.vinr.com"],
    ["ENETUNREACH", "connect ENETUNREACH 192.0.2.1:443"],
    ["EHOSTUNREACH", "connect EHOSTUNREACH 192.0.2.1:443"],
    ["EHOSTUNREACH", "no route to host"],
    ["EADDRNOTAVAIL", "connect EADDRNOTAVAIL 192.0.2.1:443 - Local (0.0.0.0:0)"],
    ["ETIMEDOUT", "connect ETIMEDOUT 192.0.2.1:443"],
    ["ENETDOWN", "connect ENETDOWN 192.0.2.1:443"],
    ["UND_ERR_CONNECT_TIMEOUT", "Connect Timeout Error (attempted address: api.vinr.com:443, timeout: 10000ms)"],
    ["UND_ERR_ABORTED", "Proxy response (503) !== 200 when HTTP Tunneling"],
    ["ConnectionRefused", "Unable to connect. Is the computer able to access the url?"],
    [undefined, "error sending request for url (https://api.vinr.com/): client error (Connect): dns error"],
  ])("with %s (%s) got nothing, and is tried again", async (code, message) => {
    expect(await failWith(failure(code, message))).toMatchObject({
      code: "not_connected",
      message: expect.stringMatching(/Nothing was sent\.$/),
      attempts: 3,
    });
  });

  it("at any of its addresses got nothing, either", async () => {
    const cause = Object.assign(new AggregateError([new Error("a"), new Error("b")], ""), { code: "ETIMEDOUT" });
    expect(await failWith(cause)).toMatchObject({ code: "not_connected", attempts: 3 });
  });
});

describe("a server that this side rejects", () => {
  it.each([
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "self-signed certificate"],
    ["SELF_SIGNED_CERT_IN_CHAIN", "self-signed certificate in certificate chain"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "unable to verify the first certificate"],
    ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "unable to get local issuer certificate"],
    ["CERT_HAS_EXPIRED", "certificate has expired"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "Hostname/IP does not match certificate's altnames"],
    ["ERR_SSL_UNSUPPORTED_PROTOCOL", "error:0A000102:SSL routines::unsupported protocol"],
    ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "error:0A00042E:SSL routines::tlsv1 alert protocol version"],
    ["EPROTO", "write EPROTO error:0A00010B:SSL routines::wrong version number"],
    [undefined, "invalid peer certificate: UnknownIssuer"],
    [undefined, "bad port"],
  ])("for %s (%s) got nothing, and is not tried again", async (code, message) => {
    expect(await failWith(failure(code, message))).toMatchObject({
      code: "cannot_connect",
      message: expect.stringMatching(/Nothing was sent\.$/),
      attempts: 1,
    });
  });

  it("is one at a port that fetch blocks", async () => {
    const { vinr } = createTestClient({ url: "http://localhost:1" });
    expect(await errorOf(vinr.payments.create(newPayment))).toMatchObject({ code: "cannot_connect", attempts: 1 });
  });
});

describe("a TypeError, as Bun and Deno report what they meet on the way to the server,", () => {
  const failWithTypeError = (code: string | undefined, message: string): Promise<unknown> => {
    const fetch: Fetch = () => Promise.reject(failure(code, message, "TypeError"));
    return errorOf(createTestClient({ url: "http://127.0.0.1:1" }, { fetch }).vinr.payments.create(newPayment));
  };

  it.each([
    ["ECONNREFUSED", "Unable to connect. Is the computer able to access the url?"],
    ["ENOTFOUND", "getaddrinfo ENOTFOUND api.vinr.com"],
    ["EAI_AGAIN", "getaddrinfo EAI_AGAIN api.vinr.com"],
    ["EHOSTUNREACH", "no route to host"],
  ])("with %s (%s) got nothing, and is tried again", async (code, message) => {
    expect(await failWithTypeError(code, message)).toMatchObject({ code: "not_connected", attempts: 3 });
  });

  it.each([
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "self signed certificate"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "Hostname/IP does not match certificate's altnames"],
    ["EPROTO", "TLS handshake failed"],
    [undefined, "Requests to port 1 are blocked"],
  ])("with %s (%s) is not tried again", async (code, message) => {
    expect(await failWithTypeError(code, message)).toMatchObject({ code: "cannot_connect", attempts: 1 });
  });

  it("with ECONNRESET lost a connection", async () => {
    expect(await failWithTypeError("ECONNRESET", "The socket connection was closed unexpectedly.")).toMatchObject({
      code: "connection_failed",
      attempts: 3,
    });
  });

  it.each([
    ["ERR_INVALID_ARG_TYPE", "The argument must be of type string"],
    ["ERR_INVALID_URL", "Invalid URL"],
    [undefined, "x is not a function"],
    [undefined, "Cannot read properties of undefined (reading 'certificate')"],
    [undefined, "this.network.send is not a function"],
    [undefined, "Cannot destructure property 'certificate' of 'undefined' as it is undefined."],
  ])("with %s (%s) is a bug of the caller", async (code, message) => {
    expect(await failWithTypeError(code, message)).toMatchObject({ code: "fetch_invalid", attempts: 1 });
  });
});

describe("a connection that was lost", () => {
  it.each([
    ["ECONNRESET", "read ECONNRESET"],
    ["EPIPE", "write EPIPE"],
    ["ETIMEDOUT", "read ETIMEDOUT"],
    ["EHOSTUNREACH", "read EHOSTUNREACH"],
    ["ENETUNREACH", "write ENETUNREACH"],
    ["UND_ERR_SOCKET", "other side closed"],
    ["HPE_INVALID_CONSTANT", "Parse Error: Expected HTTP/"],
    ["ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC", "error:0A0003FC:SSL routines::sslv3 alert bad record mac"],
    [undefined, "Network connection lost."],
  ])("with %s (%s) may have taken effect, and is tried again", async (code, message) => {
    expect(await failWith(failure(code, message))).toMatchObject({
      code: "connection_failed",
      message: expect.stringContaining("It may have taken effect"),
      attempts: 3,
    });
  });

  it.each([
    "Failed to fetch",
    "Failed to fetch (api.vinr.com)",
    "NetworkError when attempting to fetch resource.",
    "Load failed",
    "Network request failed",
    "fetch failed",
    "error sending request for url (https://api.vinr.com/v1/payments): connection closed",
  ])("is one that a runtime reports as the TypeError %j", async (message) => {
    const fetch: Fetch = () => Promise.reject(new TypeError(message));
    const { vinr } = createTestClient({ url: "http://127.0.0.1:1" }, { fetch });
    expect(await errorOf(vinr.payments.create(newPayment))).toMatchObject({ code: "connection_failed", attempts: 3 });
  });

  it("stays one if a later attempt meets a certificate", async () => {
    const causes = [failure("ECONNRESET", "read ECONNRESET"), failure("CERT_HAS_EXPIRED", "certificate has expired")];
    const fetch: Fetch = () => Promise.reject(causes.shift() ?? failure("CERT_HAS_EXPIRED", "certificate has expired"));
    const { vinr } = createTestClient({ url: "http://127.0.0.1:1" }, { fetch });
    expect(await errorOf(vinr.payments.create(newPayment))).toMatchObject({
      code: "connection_failed",
      message: expect.stringContaining("It may have taken effect"),
    });
  });
});

describe("a bug in the call of fetch", () => {
  const missingGlobal = (): Promise<never> => Promise.reject(new ReferenceError("setImmediate is not defined"));

  it.each<[string, Fetch]>([
    ["a header that fetch rejects", (url, init) => fetch(url, { ...init, headers: { "a b": "c" } })],
    ["an address that is none", (_, init) => fetch("nowhere", init)],
    ["a stream without duplex", (url) => fetch(url, { method: "POST", body: new ReadableStream() })],
    ["a global that is missing", missingGlobal],
    ["a function that is none", (_, init) => (init as unknown as { send(): Promise<never> }).send()],
    ["a property of nothing", async () => (undefined as unknown as { fetch: Promise<never> }).fetch],
  ])("such as %s is found at the first attempt", async (_, send) => {
    const server = await startServer({ status: 201, body: payment });
    const { vinr } = createTestClient(server, { fetch: send });
    expect([await errorOf(vinr.payments.create(newPayment)), server.requests]).toEqual([
      expect.objectContaining({ name: "VinrConnectionError", code: "fetch_invalid", attempts: 1 }),
      [],
    ]);
  });
});
