import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { buildModel } from "../../read/model/build-model.ts";
import { type Compiled, compile } from "./testing/compile.ts";

/** Parameters in every form that is parsed, on paths that other APIs have. */
const spec = `
openapi: 3.1.0
info: { title: Orders, version: "1" }
servers: [{ url: "https://a.example/api" }, { url: "https://b.example/api" }]
paths:
  /orders:
    get:
      operationId: findOrders
      parameters:
        - { name: status, in: query, schema: { type: array, items: { type: string, enum: [open, paid] }, maxItems: 2 } }
        - { name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } } }
        - { name: paid, in: query, schema: { type: boolean, default: false } }
        - { name: price, in: query, schema: { type: number } }
        - name: created
          in: query
          style: deepObject
          schema: { type: object, properties: { gte: { type: string }, lt: { type: string } }, additionalProperties: false }
        - name: total
          in: query
          style: deepObject
          schema:
            type: object
            properties: { amount: { type: integer }, paid: { type: boolean }, note: { type: string } }
            additionalProperties: { type: number }
        - { name: tags, in: query, schema: { type: [array, "null"], items: { type: string } } }
        - { name: days, in: query, schema: { anyOf: [{ type: array, items: { type: integer } }, { type: "null" }] } }
        - { name: page, in: query, schema: { type: [integer, "null"] } }
        - { name: X-Tags, in: header, schema: { type: array, items: { type: string } } }
        - { name: X-Sizes, in: header, explode: true, schema: { type: array, items: { type: integer } } }
      responses: { "200": { description: ok } }
  /orders/{id}:
    get:
      operationId: findOrder
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses: { "200": { description: ok } }
    delete:
      operationId: deleteOrder
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses: { "204": { description: ok } }
  /orders/latest:
    get: { operationId: findLatest, responses: { "200": { description: ok } } }
    head: { operationId: probeLatest, responses: { "200": { description: ok } } }
  /not%20es/{note}:
    get:
      operationId: findNote
      parameters:
        - { name: note, in: path, required: true, schema: { type: string } }
        - { name: mark, in: query, schema: { type: string } }
      responses: { "200": { description: ok } }
  /shops/{shop}/orders/{id}:
    put:
      operationId: replaceOrder
      parameters:
        - { name: shop, in: path, required: true, schema: { type: string } }
        - { name: id, in: path, required: true, schema: { type: integer } }
        - { name: If-Match, in: header, required: true, schema: { type: string } }
      requestBody:
        required: true
        content: { application/json: { schema: { type: array, items: { type: string } } } }
      responses: { "200": { description: ok } }
`;

interface Outcome {
  readonly ok: boolean;
  readonly status?: number;
  readonly operationId?: string;
  readonly issues?: readonly { readonly message: string }[];
}

let compiled: Compiled;
beforeAll(async () => {
  const placeOf = (pointer: string) => ({ pointer, line: 1 });
  compiled = await compile(buildModel({ file: "orders.yaml", files: [], document: parse(spec), placeOf }));
});

function send(url: string, request: object = {}): Outcome {
  const { validateParts } = compiled.module;
  if (typeof validateParts !== "function") throw new TypeError("validateParts was not generated");
  return validateParts({ method: "GET", url, headers: {}, ...request });
}

const messages = (outcome: Outcome) => outcome.issues?.map(({ message }) => message);

describe("a query in the forms of OpenAPI", () => {
  it.each([
    ["status=open", { status: ["open"] }],
    ["status=open&status=paid", { status: ["open", "paid"] }],
    ["ids=1", { ids: [1] }],
    ["ids=1,2,3", { ids: [1, 2, 3] }],
    ["ids=1%2C2", { ids: [1, 2] }],
    ["paid=true", { paid: true }],
    ["price=-0.5", { price: -0.5 }],
    ["created[gte]=a&created%5Blt%5D=b", { created: { gte: "a", lt: "b" } }],
    ["total[amount]=5&total[paid]=true&total[note]=7", { total: { amount: 5, paid: true, note: "7" } }],
    ["total[other]=0.5&total[toString]=1", { total: { other: 0.5, toString: 1 } }],
    ["tags=a", { tags: ["a"] }],
    ["tags=a&tags=b", { tags: ["a", "b"] }],
    ["days=1&days=2", { days: [1, 2] }],
    ["page=9007199254740991", { page: 9007199254740991 }],
    ["price=0.1234567890123456789", { price: 0.12345678901234568 }],
  ])("%s is read", (query, values) => {
    expect(send(`/api/orders?${query}`)).toMatchObject({ ok: true, query: { paid: false, ...values } });
  });

  it.each([
    ["status=new", [expect.stringMatching(/^status\[0\] must be one of/)]],
    ["status=open&status=paid&status=open", [expect.stringMatching(/^status must be an array of length at most 2/)]],
    ["status=open,paid", [expect.stringMatching(/^status\[0\] must be one of/)]],
    ["ids=1,", ['ids[1] must be an integer, got ""']],
    ["ids=1,,2", ['ids[1] must be an integer, got ""']],
    ["ids=1&ids=2", ["ids must be given once, got 2 values"]],
    ["paid=TRUE", ['paid must be a boolean, got "TRUE"']],
    ["paid=1", ['paid must be a boolean, got "1"']],
    ["price=1e3", ['price must be a number, got "1e3"']],
    ["price=.5", ['price must be a number, got ".5"']],
    ["price=Infinity", ['price must be a number, got "Infinity"']],
    ["created=a", [expect.stringMatching(/^created /)]],
    ["created=a&created[gte]=b", [expect.stringMatching(/^created /)]],
    ["created[gte]=b&created=a", [expect.stringMatching(/^created /)]],
    ["created[gt]=a", [expect.stringMatching(/^created\.gt is not a known property/)]],
    ["created[__proto__]=a", [expect.stringMatching(/__proto__.* is not a known property/)]],
    ["created[gte]=a&created[gte]=b", [expect.stringMatching(/must be given once, got 2 values/)]],
    ["created[gte][x]=a", [expect.stringMatching(/is not a known property/)]],
    ["total[amount]=5.5", [expect.stringMatching(/^total\.amount must be an integer/)]],
    ["total[paid]=yes", [expect.stringMatching(/^total\.paid must be a boolean/)]],
    ["total[amount]=9007199254740993", [expect.stringMatching(/^total\.amount must be an integer/)]],
    ["ids=1,-9007199254740993", ['ids[1] must be an integer, got "-9007199254740993"']],
    ["page=9007199254740993", [expect.stringMatching(/^page must be .*, got "9007199254740993"$/)]],
    ["price=9007199254740993", ['price must be a number, got "9007199254740993"']],
    ["status[]=open", [expect.stringMatching(/is not a known property/)]],
  ])("%s is rejected", (query, wanted) => {
    const outcome = send(`/api/orders?${query}`);
    expect([outcome.status, messages(outcome)]).toEqual([400, wanted]);
  });

  it("is read in time that grows with its length, not with its square", () => {
    const repeated = send(`/api/orders?${"status=open&".repeat(200_000)}`);
    expect(messages(repeated)).toEqual([expect.stringMatching(/^status must be an array of length at most 2/)]);
    const members = Array.from({ length: 20_000 }, (_, i) => `created[x${i}]=1`).join("&");
    expect(messages(send(`/api/orders?${members}`))).toHaveLength(100);
  });
});

describe("paths of other APIs", () => {
  it("are below the path that all servers share", () => {
    expect(send("/api/orders")).toMatchObject({ operationId: "findOrders" });
    expect(send("/orders")).toMatchObject({ status: 404 });
  });

  it("are matched by their words before their parameters", () => {
    expect(send("/api/orders/latest")).toMatchObject({ ok: true, operationId: "findLatest" });
    expect(send("/api/orders/latest", { method: "DELETE" })).toMatchObject({
      status: 405,
      headers: { allow: "GET, HEAD" },
    });
    expect(send("/api/orders/7")).toMatchObject({ ok: true, operationId: "findOrder", path: { id: 7 } });
    expect(send("/api/orders/07")).toMatchObject({ ok: false, status: 400 });
    expect(send("/api/orders/9007199254740993")).toMatchObject({ ok: false, status: 400 });
  });

  it("are compared decoded, in their words and behind the base", () => {
    expect(send("/%61pi/order%73/lates%74")).toMatchObject({ operationId: "findLatest" });
    expect(send("/api/not%20%65s/a%20b")).toMatchObject({ operationId: "findNote", path: { note: "a b" } });
    expect(send("/api/not es/a")).toMatchObject({ operationId: "findNote" });
  });

  it.each(["%zz", "%ff", "a%", "%E2%82"])("never take the broken escape %s for a value, whatever its type", (text) => {
    const message = "must be UTF-8 in percent-encoding";
    for (const [url, name] of [
      [`/api/not%20es/${text}`, "note"],
      [`/api/orders/${text}`, "id"],
      [`/api/not%20es/a?mark=${text}`, "mark"],
    ] as const) {
      const result = send(url);
      expect([result.status, messages(result)]).toEqual([400, [`${name} ${message}`]]);
    }
  });

  it("have HEAD wherever they have GET, unless the specification describes it", () => {
    expect(send("/api/orders/7", { method: "HEAD" })).toMatchObject({ ok: true, operationId: "findOrder" });
    expect(send("/api/orders/latest", { method: "HEAD" })).toMatchObject({ ok: true, operationId: "probeLatest" });
    const put = send("/api/shops/s/orders/7", { method: "HEAD" });
    expect(put).toMatchObject({ status: 405, headers: { allow: "PUT" } });
  });

  it("may hold several parameters, with escaped slashes inside", () => {
    const put = { method: "PUT", headers: { "if-match": "v1", "content-type": "application/json" }, body: '["a"]' };
    expect(send("/api/shops/a%2Fb/orders/7", put)).toMatchObject({
      ok: true,
      path: { shop: "a/b", id: 7 },
      headers: { "If-Match": "v1" },
      body: ["a"],
    });
    expect(
      messages(send("/api/shops/s/orders/7", { ...put, headers: { "content-type": "application/json" } })),
    ).toEqual(["If-Match is required"]);
  });

  it("list a header's items between commas", () => {
    expect(send("/api/orders", { headers: { "x-tags": "a,b" } })).toMatchObject({ headers: { "X-Tags": ["a", "b"] } });
    expect(send("/api/orders", { headers: { "x-sizes": "1,2" } })).toMatchObject({ headers: { "X-Sizes": [1, 2] } });
    expect(send("/api/orders", { headers: { "x-sizes": "9007199254740993" } })).toMatchObject({ status: 400 });
  });
});
