/** Every response that the specification documents, made by a handler, sent over HTTP, and judged by ajv and by Prism. */
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listDocumentedResponses } from "../../packages/client/test/documented-responses.ts";
import type { Handler } from "../../packages/server/src/index.ts";
import { type Served, serveHandler } from "../../packages/server/test/serve.ts";
import { AjvSpec, asObject } from "../judge/ajv-spec.ts";
import { createAjvJudge, type Received } from "../judge/response-judge.ts";
import { specFolder } from "../measure/tools.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import {
  createDocumentedHandler,
  type DocumentedHandlerOptions,
  type Returned,
  requestFor,
} from "./testing/documented-handler.ts";
import { type PrismProxy, startPrismProxy, violationsOf } from "./testing/prism-proxy.ts";

const spec = await loadSpec(path.join(specFolder, "openapi.yaml"));
const responses = listDocumentedResponses(spec.document);
const judge = createAjvJudge(new AjvSpec(spec.document));

async function receive(index: number, baseUrl: string): Promise<Received> {
  const documented = responses[index];
  if (documented === undefined) throw new RangeError(`there is no response ${index}`);
  const response = await fetch(...requestFor(documented, baseUrl));
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** The handler that the server and, through it, Prism are talking to right now. */
let handler: Handler;
const use = (options?: DocumentedHandlerOptions) => {
  handler = createDocumentedHandler(responses, options);
};
let served: Served;
let prism: PrismProxy;
beforeAll(async () => {
  served = await serveHandler((request) => handler(request));
  prism = await startPrismProxy(served.url);
});
afterAll(() => Promise.all([prism.close(), served.close()]));

/** All problems of all documented responses, by a judge. */
async function judgeAll(baseUrl: string, problemsOf: (received: Received, id: string) => string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const [index, { operationId, status, example, value }] of responses.entries()) {
    const received = await receive(index, baseUrl);
    const name = `${operationId} ${status} ${example}`;
    if (received.status !== status) problems.push(`${name}: was ${received.status}`);
    const body = received.text === "" ? undefined : JSON.parse(received.text);
    expect(body, name).toEqual(value);
    problems.push(...problemsOf(received, operationId).map((problem) => `${name}: ${problem}`));
  }
  return problems;
}

const byAjv = (received: Received, id: string) => judge(id, received);
const byPrism = ({ headers }: Received) => violationsOf(headers);

describe.each([
  { errors: "returned", throwsErrors: false },
  { errors: "thrown", throwsErrors: true },
])("every documented response, errors $errors,", ({ throwsErrors }) => {
  it("is accepted by ajv", async () => {
    use({ throwsErrors });
    expect(await judgeAll(served.url, byAjv)).toEqual([]);
  });

  it("is accepted by Prism", async () => {
    use({ throwsErrors });
    expect(await judgeAll(prism.url, byPrism)).toEqual([]);
  });
});

it("the documented responses are those of every operation, of every status", () => {
  const documented = new Set(responses.map(({ operationId, status }) => `${operationId} ${status}`));
  const statuses = Object.values(asObject(spec.document.paths))
    .flatMap((item) => Object.values(asObject(item)).map(asObject))
    .flatMap(({ operationId, responses }) =>
      Object.keys(asObject(responses)).map((status) => `${operationId} ${status}`),
    );
  expect(documented).toEqual(new Set(statuses));
  console.info(`Each of two judges gets ${responses.length} responses twice, of ${documented.size} statuses.`);
});

/** A body with one member changed. */
const withMember = (name: string, value: unknown) => (returned: Returned) => ({
  ...returned,
  body: { ...asObject(returned.body), [name]: value },
});
const spoiled: [about: string, spoil: (returned: Returned) => Returned][] = [
  ["a wrong value", withMember("amount", 0)],
  ["a missing property", withMember("id", undefined)],
  ["another status", (returned) => ({ ...returned, status: 202 })],
];

describe.each(spoiled)("a response with %s is rejected", (_, spoil) => {
  const index = responses.findIndex(({ operationId, status }) => operationId === "retrievePayment" && status === 200);

  it("by ajv", async () => {
    use({ spoil });
    expect(byAjv(await receive(index, served.url), "retrievePayment")).not.toEqual([]);
  });

  it("by Prism", async () => {
    use({ spoil });
    expect(byPrism(await receive(index, prism.url))).not.toEqual([]);
  });
});

describe.each([
  ["is missing", "x-request-id", null],
  ["is not a number", "x-ratelimit-limit", "many"],
  ["is out of range", "x-ratelimit-remaining", "-1"],
  ["is missing from a 429", "retry-after", null],
])("a response whose header %s is rejected", (_, name, value) => {
  const index = responses.findIndex(({ operationId, status }) => operationId === "retrievePayment" && status === 429);
  const useWrongHeader = () => {
    const right = createDocumentedHandler(responses);
    handler = async (request) => {
      const response = await right(request);
      const headers = new Headers(response.headers);
      if (value === null) headers.delete(name);
      else headers.set(name, value);
      return new Response(response.body, { status: response.status, headers });
    };
  };

  it("by ajv", async () => {
    useWrongHeader();
    expect(byAjv(await receive(index, served.url), "retrievePayment")).not.toEqual([]);
  });

  it("by Prism", async () => {
    useWrongHeader();
    expect(byPrism(await receive(index, prism.url))).not.toEqual([]);
  });
});
