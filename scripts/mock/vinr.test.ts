/** The mock of the real specification: each operation returns each of its documented responses. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSpec } from "../read/document/load-spec.ts";
import { buildModel } from "../read/model/build-model.ts";
import { errorCodes } from "./api-error.ts";
import { createEngine } from "./engine.ts";
import { type Mock, startMock } from "./server.ts";
import { call, key } from "./testing.ts";

const spec = await loadSpec(fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url)));
const api = buildModel(spec);
const { operations } = await createEngine(spec.document, api);
type Operation = (typeof operations)[number];

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ spec, port: 0 });
});
afterAll(() => mock.close());

const valueIn = (example: object | undefined): unknown =>
  example !== undefined && "value" in example ? example.value : undefined;

function lineOf(operation: Operation): string {
  const examples = new Map(operation.request?.path?.map(({ name, examples = [] }) => [name, valueIn(examples[0])]));
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => String(examples.get(name)));
  return `${operation.method.toUpperCase()} ${path}`;
}

function bodyOf(operation: Operation): unknown {
  return valueIn(operation.request?.body?.contents?.[0]?.examples?.[0]);
}

const responses = operations.flatMap((operation) =>
  operation.responses.flatMap(({ code, contents = [] }) => {
    const examples = contents.flatMap(({ examples = [] }) => examples);
    const cases = examples.length === 0 ? [undefined] : examples;
    return cases.map((example) => ({
      operation,
      code,
      example,
      name: `${operation.iid} ${code} ${example?.key ?? ""}`,
    }));
  }),
);

describe("VINR's mock", () => {
  it("serves every operation below the path of the API", () => {
    expect(operations.map(({ iid }) => iid).sort()).toEqual(
      api.operations.map(({ operationId }) => operationId).sort(),
    );
    expect(mock.url).toMatch(/\/v1$/);
  });

  it.each(responses)("returns $name", async ({ operation, code, example }) => {
    const prefer = [`code=${code}`, ...(example === undefined ? [] : [`example=${example.key}`])].join(", ");
    const response = await call(mock.url, lineOf(operation), { body: bodyOf(operation), headers: { prefer } });
    expect(response.status).toBe(Number(code));
    const expected = JSON.parse(JSON.stringify(valueIn(example) ?? null));
    if (expected?.error !== undefined) expected.error.request_id = response.headers.get("x-request-id");
    expect(response.body ?? null).toEqual(expected);
  });

  it.each(
    operations.filter(({ request }) => request?.body !== undefined).map((operation) => [operation.iid, operation]),
  )("rejects a misspelt property in %s", async (_, operation) => {
    const body = { ...(bodyOf(operation as Operation) as object), not_a_property: 1 };
    const response = await call(mock.url, lineOf(operation as Operation), { body });
    expect(response.status).toBe(400);
    expect(response.body).toMatchObject({ error: { code: "parameter_unknown", param: "not_a_property" } });
  });

  it.each(operations.map((operation) => [operation.iid, operation]))("requires a key in %s", async (_, operation) => {
    const [method = "", path] = lineOf(operation as Operation).split(" ");
    expect((await fetch(mock.url + path, { method })).status).toBe(401);
    expect((await fetch(mock.url + path, { method, headers: { "x-api-key": key } })).status).not.toBe(401);
  });

  it("returns only codes of the specification's table, each with its status and type", () => {
    expect(Object.fromEntries(api.errorCodes)).toMatchObject(errorCodes);
  });
});
