import ts from "typescript";
import { describe, expect, it } from "vitest";
import { modelOf } from "../testing.ts";
import { generateOperations } from "./operations.ts";

const SPEC = `paths:
  /payments:
    post:
      operationId: createPayment
      summary: Create a payment
      parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: {} } } }
      responses: {}
    get:
      operationId: listPayments
      parameters: [{ name: starting_after, in: query, schema: { type: string } }]
      responses: {}
webhooks:
  refund.failed: { post: { requestBody: { content: { application/json: { schema: {} } } }, responses: {} } }
components:
  schemas:
    Code: { x-error-codes: { gone: { status: 410, type: api_error, description: It went. } } }
`;

async function load(file: "error-codes" | "event-types" | "operations"): Promise<Record<string, unknown>> {
  const found = generateOperations(await modelOf(SPEC)).find(({ path }) => path.endsWith(`/${file}.ts`));
  const source = ts.transpile(found?.content ?? "", { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext });
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(source)}`);
}

describe("generateOperations", () => {
  it("writes each operation's method, path and what it takes", async () => {
    expect((await load("operations")).operations).toEqual({
      createPayment: {
        operationId: "createPayment",
        method: "POST",
        path: "/payments",
        idempotent: true,
      },
      listPayments: {
        operationId: "listPayments",
        method: "GET",
        path: "/payments",
      },
    });
  });

  it("writes each event type", async () => {
    expect((await load("event-types")).eventTypes).toEqual({ "refund.failed": true });
  });

  it("writes each error code's status, type and description", async () => {
    expect((await load("error-codes")).errorCodes).toEqual({
      gone: { status: 410, type: "api_error", description: "It went." },
    });
  });
});

describe("generateExamples", () => {
  it("writes each response's examples, and what several of them share once", async () => {
    const spec = `paths:
  /payments:
    get:
      operationId: listPayments
      responses:
        "200": { description: Ok., content: { application/json: { schema: {}, examples: { one: { $ref: "#/components/examples/A" }, two: { value: 2 } } } } }
        "204": { description: Nothing. }
webhooks:
  payment.created:
    post:
      requestBody: { content: { application/json: { schema: {}, examples: { one: { $ref: "#/components/examples/A" } } } } }
      responses: { "200": { description: Ok. } }
components: { examples: { A: { value: { __proto__x: "*/" } } } }
`;
    const found = generateOperations(await modelOf(spec)).find(({ path }) => path.endsWith("/examples.ts"));
    const source = found?.content ?? "";
    const { examples, eventExamples } = await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(source)}`
    );
    expect(examples).toEqual({ listPayments: { 200: { one: { __proto__x: "*/" }, two: 2 }, 204: {} } });
    expect(eventExamples).toEqual({ "payment.created": { one: { __proto__x: "*/" } } });
    expect(source.match(/__proto__x/g)).toHaveLength(1);
  });
});
