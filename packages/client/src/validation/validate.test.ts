import { describe, expect, it, onTestFinished } from "vitest";
import { startServer } from "../../test/scripted-server.js";
import { createTestClient, errorOf, newPayment, payment, testKey } from "../../test/test-client.js";
import { type StandardSchema, type ValidationResult, VinrResponseError } from "../index.js";

const created = { status: 201, body: payment };

function schemaOf(validate: (value: unknown) => ValidationResult | Promise<ValidationResult>): StandardSchema {
  return { "~standard": { version: 1, vendor: "test", validate } };
}

const passes = schemaOf(() => ({}));
const rejects = schemaOf(async () => ({
  issues: [{ message: "must be 1", path: ["data", { key: "amount" }] }, { message: "b" }],
}));

describe("validation", () => {
  it("does not send a body that a validator rejects", async () => {
    const server = await startServer(created);
    const { vinr } = createTestClient(server, { validate: { createPayment: { request: rejects } } });
    const error = await errorOf(vinr.payments.create(newPayment));
    expect([error, server.requests.length]).toEqual([
      expect.objectContaining({
        code: "request_invalid",
        message: "The body of createPayment is not valid: data.amount must be 1, and 1 more. Nothing was sent.",
        issues: expect.arrayContaining([expect.objectContaining({ message: "must be 1" })]),
      }),
      0,
    ]);
  });

  it.each([
    ["amount", ["amount"], "amount must be at least 1, got 0"],
    ["a member", ["metadata", "order"], "metadata.order must be a string, got 1"],
    ["an item", ["tags", 0], "tags[0] must be a string, got 1"],
    ["an odd name", ["odd name"], '["odd name"] is not a known property'],
    ["the whole body", [], "the value must be an object, got null"],
  ])("does not name the place twice if the message names %s itself", async (_, path, message) => {
    const request = schemaOf(() => ({ issues: [{ message, path }] }));
    const { vinr } = createTestClient(await startServer(created), { validate: { createPayment: { request } } });
    expect(await errorOf(vinr.payments.create(newPayment))).toMatchObject({
      message: `The body of createPayment is not valid: ${message}. Nothing was sent.`,
      docUrl: "https://docs.vinr.com/errors/parameter_invalid",
    });
  });

  it("of a response comes too late, so the error holds the data, hidden from logs", async () => {
    const server = await startServer(created);
    const { vinr } = createTestClient(server, { validate: { createPayment: { response: rejects } } });
    const error = await errorOf(vinr.payments.create(newPayment));
    expect(error).toBeInstanceOf(VinrResponseError);
    expect(error).toMatchObject({ code: "response_invalid", idempotencyKey: "key-1", attempts: 1, data: payment });
    expect([JSON.stringify(error).includes("pay_"), server.requests.length]).toEqual([false, 1]);
  });

  it("of a response that names the key, or has long names with control characters, shows them in no text", async () => {
    const hostile = `${testKey}\r\nFAKE \u202e${"x".repeat(1_000_000)}`;
    const server = await startServer({ status: 201, body: { ...payment, [hostile]: 1 } });
    const response = schemaOf(() => ({ issues: [{ message: `${hostile} is not known`, path: [hostile, 0] }] }));
    const lines: string[] = [];
    const log = (line: string) => void lines.push(line);
    const logger = { debug: log, info: log, warn: log, error: log };
    const { vinr } = createTestClient(server, { validate: { createPayment: { response } }, logger });
    const error = (await errorOf(vinr.payments.create(newPayment))) as VinrResponseError;
    const [issue] = error.issues ?? [];
    expect(issue?.path?.[1]).toBe(0);
    for (const text of [error.message, String(issue?.message), String(issue?.path?.[0]), ...lines]) {
      expect(text).toMatch(/\[secret key\]\\u000d\\u000aFAKE \\u202e/);
      expect(text).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      expect(text.length).toBeLessThan(5000);
    }
    expect(JSON.stringify(error)).not.toContain(testKey);
  });

  it("reads no issues that are inherited", async () => {
    const { vinr } = createTestClient(await startServer(created), {
      validate: { createPayment: { request: passes, response: passes } },
    });
    Object.defineProperty(Object.prototype, "issues", { value: [{ message: "evil" }], configurable: true });
    onTestFinished(() => void Reflect.deleteProperty(Object.prototype, "issues"));
    expect(await vinr.payments.create(newPayment)).toEqual(payment);
  });

  it("returns the data unchanged if its validators accept it", async () => {
    const changes = schemaOf(() => ({ value: {} }) as ValidationResult);
    const validate = { createPayment: { request: passes, response: changes } };
    const { vinr } = createTestClient(await startServer(created), { validate });
    expect(await vinr.payments.create(newPayment)).toEqual(payment);
  });

  it("ignores other operations", async () => {
    const { vinr } = createTestClient(await startServer(created), {
      validate: { createRefund: { response: rejects } },
    });
    expect(await vinr.payments.create(newPayment)).toEqual(payment);
  });

  it("by a validator that throws is a VinrError", async () => {
    const throws = schemaOf(() => {
      throw new TypeError("no");
    });
    const { vinr } = createTestClient(await startServer(created), { validate: { createPayment: { request: throws } } });
    expect(await errorOf(vinr.payments.create(newPayment))).toMatchObject({
      code: "request_invalid",
      attempts: 0,
      idempotencyKey: "key-1",
    });
  });

  it.each([
    ["an operation that does not exist", { createPaymant: {} }, /createPaymant/],
    ["a side that does not exist", { createPayment: { body: passes } }, /body/],
    ["a value that is not a Standard Schema", { createPayment: { request: {} } }, /request must be/],
  ])("rejects %s", (_, validate, message) => {
    expect(() => createTestClient({ url: "http://127.0.0.1:1" }, { validate: validate as object })).toThrow(message);
  });
});
