/** Each operation, asked through the real client for each of its documented responses. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../src/generated/operations.js";
import {
  Vinr,
  VinrApiError,
  VinrAuthenticationError,
  type VinrCall,
  VinrCardError,
  VinrConflictError,
  VinrInvalidRequestError,
  VinrNotFoundError,
  VinrPermissionError,
  VinrRateLimitError,
  VinrServerError,
} from "../src/index.js";
import type { DocumentedResponse } from "./documented-responses.js";
import { errorOf, newPayment, testKey } from "./test-client.js";

/** A server of the API that obeys `Prefer: code=…, example=…`. */
export interface DocumentedServer {
  readonly url: string;
  close(): Promise<unknown>;
}

type AnyMethod = (...values: unknown[]) => VinrCall<unknown>;

/** The method of an operation, as `x-client` names it. */
function callMethod(
  vinr: Vinr,
  { client, ids, body, hasQuery }: DocumentedResponse,
  options: object,
): VinrCall<unknown> {
  const resource = (vinr as unknown as Record<string, Record<string, AnyMethod> | undefined>)[client.resource];
  if (resource?.[client.method] === undefined) throw new Error(`There is no vinr.${client.resource}.${client.method}.`);
  const input = [...ids, ...(body === undefined ? [] : [body]), ...(hasQuery ? [{}] : [])];
  return resource[client.method]?.(...input, options) as VinrCall<unknown>;
}

const errorClasses = new Map<number, typeof VinrApiError>([
  [400, VinrInvalidRequestError],
  [401, VinrAuthenticationError],
  [402, VinrCardError],
  [403, VinrPermissionError],
  [404, VinrNotFoundError],
  [409, VinrConflictError],
  [422, VinrInvalidRequestError],
  [429, VinrRateLimitError],
  [500, VinrServerError],
  [503, VinrServerError],
]);

/** Describes the client against a server that can send every documented response. */
export function describeDocumentedCalls(
  name: string,
  responses: readonly DocumentedResponse[],
  start: () => Promise<DocumentedServer>,
): void {
  const successes = responses.filter(({ status }) => status < 300);
  const failures = responses.filter(({ status }) => status >= 300);
  let server: DocumentedServer;
  let vinr: Vinr;
  beforeAll(async () => {
    server = await start();
    vinr = new Vinr({ secretKey: testKey, baseUrl: server.url, maxRetries: 0 });
  });
  afterAll(() => server.close());

  function ask(documented: DocumentedResponse): VinrCall<unknown> {
    const { status, example } = documented;
    const prefer = example === undefined ? `code=${status}` : `code=${status}, example=${example}`;
    return callMethod(vinr, documented, { headers: { prefer } });
  }

  describe(`the client against ${name}`, () => {
    it("has a method for every operation that is documented", () => {
      const documented = new Set(responses.map(({ operationId }) => operationId));
      expect(documented).toEqual(new Set(Object.keys(operations)));
    });

    it("meets a success of every operation, and errors of every status", () => {
      expect(new Set(successes.map(({ operationId }) => operationId)).size).toBe(Object.keys(operations).length);
      expect(failures.map(({ status }) => status)).toEqual(expect.arrayContaining([...errorClasses.keys()]));
    });

    it.each(successes)("gives the data of $operationId $status $example", async (documented) => {
      const { data, response, requestId, attempts, rateLimit } = await ask(documented).withResponse();
      expect([response.status, data, attempts]).toEqual([documented.status, documented.value, 1]);
      expect(requestId).toMatch(/^req_[A-Za-z0-9]+$/);
      expect(rateLimit).toMatchObject({ limit: expect.any(Number), remaining: expect.any(Number) });
    });

    it.each(failures)("throws what $operationId $status $example means", async (documented) => {
      const error = await errorOf(ask(documented));
      const { error: detail } = documented.value as { error: Record<string, string | undefined> };
      expect(error).toBeInstanceOf(errorClasses.get(documented.status) ?? VinrApiError);
      expect(error).toMatchObject({
        status: documented.status,
        type: detail.type,
        code: detail.code,
        param: detail.param,
        declineCode: detail.decline_code,
        docUrl: detail.doc_url,
        resource: detail.resource,
        requestId: expect.stringMatching(/^req_[A-Za-z0-9]+$/),
        message: expect.stringContaining(detail.message ?? "no message"),
        attempts: 1,
        ...(documented.hasRetryAfter ? { retryAfter: expect.any(Number) } : {}),
      });
    });

    it("reports a misspelt property by name", async () => {
      const body = { ...newPayment, return_url: newPayment.returnUrl };
      expect(await errorOf(vinr.payments.create(body))).toMatchObject({
        code: "parameter_unknown",
        param: "return_url",
      });
    });

    it("reads a list to its end", async () => {
      const ids: string[] = [];
      for await (const { id } of vinr.settlements.listTransactions("setl_3kQ9xZ")) ids.push(id);
      expect(ids.length).toBeGreaterThan(0);
    });
  });
}
