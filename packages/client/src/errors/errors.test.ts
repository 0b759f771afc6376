import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { apiError, reset, type ScriptedResponse, startServer } from "../../test/scripted-server.js";
import { createTestClient, errorOf, newPayment, testKey } from "../../test/test-client.js";
import {
  type HttpRequest,
  isVinrApiError,
  isVinrError,
  VinrApiError,
  VinrAuthenticationError,
  VinrCardError,
  VinrConflictError,
  VinrConnectionError,
  VinrError,
  VinrInvalidRequestError,
  VinrNotFoundError,
  VinrPermissionError,
  VinrRateLimitError,
  VinrServerError,
} from "../index.js";

async function failWith(scripted: ScriptedResponse): Promise<unknown> {
  const { vinr } = createTestClient(await startServer(scripted), { maxRetries: 0 });
  return errorOf(vinr.payments.create(newPayment));
}

const hint = "It may have taken effect: call again with the same idempotencyKey to find out.";

const declined = {
  type: "card_error",
  code: "card_declined",
  message: "The card was declined.",
  param: "card",
  decline_code: "insufficient_funds",
  doc_url: "https://docs.vinr.com/errors/card_declined",
  request_id: "req_8KdPz2",
  resource: "pay_7rP1gS0bY",
};

describe("an error of the API", () => {
  it.each([401, 403, 409, 429])("of status %i says that an attempt before may have taken effect", async (status) => {
    const server = await startServer(reset, apiError(status, "some_error"));
    const error = await errorOf(createTestClient(server, { maxRetries: 1 }).vinr.payments.create(newPayment));
    expect(error).toMatchObject({ code: "some_error", attempts: 2, idempotencyKey: "key-1" });
    expect(String(error)).toContain(`(${status} some_error, POST /payments, req_1). ${hint}`);
  });

  it.each<[string, ScriptedResponse]>([
    ["a gateway", { status: 504, body: "<h1>Gateway Time-out</h1>" }],
    ["VINR", apiError(500, "internal_error")],
    ["a request that took too long", { status: 408, body: "" }],
  ])("of %s that leaves the outcome open says how to find out", async (_, scripted) => {
    const error = await failWith(scripted);
    expect(String(error)).toMatch(
      /\)\. It may have taken effect: call again with the same idempotencyKey to find out\.$/,
    );
  });

  it("says nothing of an effect where nobody has begun one", async () => {
    expect(String(await failWith(apiError(501, "not_implemented")))).toMatch(/req_1\)$/);
    expect(String(await failWith({ status: 400, body: "<h1>Bad Request</h1>" }))).toMatch(/POST \/payments\)$/);
  });

  it("says nothing of an effect where no attempt before had one, the request only reads, or the card is declined", async () => {
    const server = await startServer(reset, apiError(402, "card_declined"));
    expect(String(await errorOf(createTestClient(server).vinr.payments.create(newPayment)))).toMatch(/req_1\)$/);
    const after = await startServer(apiError(429, "rate_limited"), apiError(401, "invalid_api_key"));
    const { vinr } = createTestClient(after, { maxRetries: 1 });
    expect(String(await errorOf(vinr.payments.create(newPayment)))).toMatch(/req_1\)$/);
    const proxied = await startServer(reset, { status: 402, body: "<p>Payment Required</p>" });
    expect(String(await errorOf(createTestClient(proxied).vinr.payments.create(newPayment)))).toContain(hint);
    const read = await startServer(reset, apiError(401, "invalid_api_key"));
    expect(String(await errorOf(createTestClient(read).vinr.payments.retrieve("pay_1")))).toMatch(/req_1\)$/);
  });

  it.each([
    [400, VinrInvalidRequestError],
    [401, VinrAuthenticationError],
    [402, VinrCardError],
    [403, VinrPermissionError],
    [404, VinrNotFoundError],
    [405, VinrInvalidRequestError],
    [406, VinrInvalidRequestError],
    [409, VinrConflictError],
    [413, VinrInvalidRequestError],
    [415, VinrInvalidRequestError],
    [422, VinrInvalidRequestError],
    [429, VinrRateLimitError],
    [500, VinrServerError],
    [501, VinrServerError],
    [503, VinrServerError],
  ])("of status %i is a %o", async (status, ErrorClass) => {
    const error = await failWith({ status, body: { error: declined } });
    expect([error instanceof ErrorClass, error instanceof VinrApiError, error instanceof VinrError]).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("of a status without a class of its own is a VinrApiError", async () => {
    expect(await failWith({ status: 418, body: { error: declined } })).toMatchObject({ name: "VinrApiError" });
  });

  it("holds everything that the API returned", async () => {
    expect(await failWith({ status: 402, body: { error: declined } })).toMatchObject({
      name: "VinrCardError",
      status: 402,
      type: "card_error",
      code: "card_declined",
      param: "card",
      declineCode: "insufficient_funds",
      docUrl: "https://docs.vinr.com/errors/card_declined",
      requestId: "req_8KdPz2",
      resource: "pay_7rP1gS0bY",
      idempotencyKey: "key-1",
      attempts: 1,
    });
  });

  it("names message, status, code, request and request id", async () => {
    const error = await failWith({ status: 402, body: { error: declined } });
    expect(String(error)).toBe("VinrCardError: The card was declined. (402 card_declined, POST /payments, req_8KdPz2)");
  });

  it.each([
    ["HTML", "<html>Bad Gateway</html>"],
    ["nothing", ""],
    ["another shape", { message: "no" }],
    ["null", "null"],
    ["an error that is null", { error: null }],
    ["members of other types", { error: { code: 5, message: {}, request_id: [] } }],
  ])("is read from a body of %s", async (_, body) => {
    const error = await failWith({ status: 502, body, headers: { "x-request-id": "req_9" } });
    expect(error).toMatchObject({ name: "VinrServerError", status: 502, code: "unknown", requestId: "req_9" });
  });

  it("says in seconds how long to wait", async () => {
    const scripted = { status: 429, body: { error: declined }, headers: { "retry-after": "2" } };
    expect(await failWith(scripted)).toMatchObject({ retryAfter: 2 });
  });

  it("is recognized by a guard", async () => {
    const error = await failWith({ status: 402, body: { error: declined } });
    expect([isVinrApiError(error), isVinrApiError(new VinrError("", { code: "x" })), isVinrError(new Error())]).toEqual(
      [true, false, false],
    );
  });

  it("is plain data in JSON", async () => {
    const error = await failWith({ status: 402, body: { error: declined } });
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: "VinrCardError",
      message: expect.stringContaining("declined"),
      code: "card_declined",
    });
  });
});

describe("a failed connection", () => {
  it("is a VinrConnectionError that says why, and gives a hint", async () => {
    const error = await failWith(reset);
    expect(error).toBeInstanceOf(VinrConnectionError);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^POST \/payments got no response: .+same idempotencyKey/),
    });
  });
});

describe("the secret key", () => {
  it("is not shown when the client is inspected", () => {
    const { vinr } = createTestClient({ url: "http://127.0.0.1:1" });
    expect(inspect(vinr, { depth: 10, showHidden: true, getters: true }) + JSON.stringify(vinr)).not.toContain(testKey);
  });

  it("is removed from what the API returns", async () => {
    const body = { error: { ...declined, message: `No such key: ${testKey}`, request_id: undefined } };
    const error = await failWith({ status: 401, body, headers: { "x-request-id": testKey } });
    expect(inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error)).not.toContain(testKey);
  });

  it("is removed from errors of the option fetch", async () => {
    const fetch = async (_: string, init: HttpRequest): Promise<Response> => {
      const cause = new Error(`sent ${init.headers.authorization}`);
      throw Object.assign(new Error("fetch failed", { cause }), { init });
    };
    const { vinr } = createTestClient({ url: "http://127.0.0.1:1" }, { fetch, maxRetries: 0 });
    const error = await errorOf(vinr.payments.create(newPayment));
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(testKey);
    expect(error).toMatchObject({ cause: { message: "fetch failed" } });
  });

  it("is not in the response metadata", async () => {
    const server = await startServer({ status: 200, body: {} });
    const result = await createTestClient(server).vinr.payments.retrieve("pay_1").withResponse();
    expect(inspect(result, { depth: 10, showHidden: true })).not.toContain(testKey);
  });
});
