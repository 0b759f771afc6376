/** The mock and the validators are asked the same requests, and decide alike. */
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validateRequest } from "../../packages/validators/src/index.ts";
import { compile } from "../generators/validators/testing/compile.ts";
import { loadSpec } from "../read/document/load-spec.ts";
import { buildModel } from "../read/model/build-model.ts";
import { type Mock, startMock } from "./server.ts";
import { goodPayment, key } from "./testing.ts";

/** The status, and for a rejected request the code and the parameter. */
type Decision = readonly [status: number, code?: string, param?: string];

const ok: Decision = [204];
const invalid = (param: string): Decision => [400, "parameter_invalid", param];

const requests: readonly (readonly [
  target: string,
  decision: Decision,
  header?: readonly [name: string, value: string],
])[] = [
  ["/orders", ok],
  ["/orders?status=open", ok],
  ["/orders?status=open&status=paid", ok],
  ["/orders?status=open&status=paid&status=open", invalid("status")],
  ["/orders?status=new", invalid("status.0")],
  ["/orders?status=open,paid", invalid("status.0")],
  ["/orders?ids=1,2,3", ok],
  ["/orders?ids=1,x", invalid("ids.1")],
  ["/orders?ids=1,9007199254740993", invalid("ids.1")],
  ["/orders?ids=1&ids=2", invalid("ids")],
  ["/orders?tags=a&tags=b", ok],
  ["/orders?tags=a", ok],
  ["/orders?tags=", invalid("tags.0")],
  ["/orders?numbers=1.5&numbers=-2", ok],
  ["/orders?numbers=1.5&numbers=x", invalid("numbers.1")],
  ["/orders?limit=7", ok],
  ["/orders?limit=9007199254740991", ok],
  ["/orders?limit=9007199254740993", invalid("limit")],
  ["/orders?limit=0", invalid("limit")],
  ["/orders?limit=07", invalid("limit")],
  ["/orders?limit=1e1", invalid("limit")],
  ["/orders?limit=", invalid("limit")],
  ["/orders?limit=null", invalid("limit")],
  ["/orders?limit=1&limit=2", invalid("limit")],
  ["/orders?price=1.5", ok],
  ["/orders?price=9007199254740993", invalid("price")],
  ["/orders?price=1e3", invalid("price")],
  ["/orders?paid=true", ok],
  ["/orders?paid=1", invalid("paid")],
  ["/orders?q=", ok],
  ["/orders?q=a+b%2B", ok],
  ["/orders?q=9007199254740993", ok],
  ["/orders?q=a&Q=5", ok],
  ["/orders?Q=a", invalid("Q")],
  ["/orders?any=5", ok],
  ["/orders?size=2", ok],
  ["/orders?size=3", invalid("size")],
  ["/orders?after=a", ok],
  ["/orders?before=a&after=b", [400, "parameters_exclusive", "before"]],
  ["/orders?other=1", [400, "parameter_unknown", "other"]],
  ["/orders?filter[amount]=5", ok],
  ["/orders?filter[amount]=5&filter[paid]=true&filter[constructor]=-0.5&filter[note]=7&filter[more]=7", ok],
  ["/orders?filter%5Bamount%5D=5", ok],
  ["/orders?filter[amount]=-5", invalid("filter.amount")],
  ["/orders?filter[amount]=5.5", invalid("filter.amount")],
  ["/orders?filter[amount]=9007199254740993", invalid("filter.amount")],
  ["/orders?filter[amount]=5&filter[paid]=yes", invalid("filter.paid")],
  ["/orders?filter[amount]=5&filter[more]=x", invalid("filter.more")],
  ["/orders?filter[amount]=5&filter[amount]=6", invalid("filter[amount]")],
  ["/orders?filter[paid]=true", [400, "parameter_missing", "filter.amount"]],
  ["/orders?filter=5", invalid("filter")],
  ["/orders", ok, ["x-tags", "a,b"]],
  ["/orders", invalid("X-Tags"), ["x-tags", "a,b,c"]],
  ["/orders", ok, ["x-depth", "7"]],
  ["/orders", invalid("X-Depth"), ["x-depth", "9007199254740993"]],
  ["/orders", invalid("X-Depth"), ["x-depth", ""]],
  ["/orders", ok, ["x-note", ""]],
  ["/orders", invalid("X-Note"), ["x-note", "long"]],
  ["/orders/7", ok],
  ["/orders/0", invalid("id")],
  ["/orders/07", invalid("id")],
  ["/orders/9007199254740993", invalid("id")],
  ["/sums/1,2,3?round=true", ok],
  ["/sums/1%2C2?round=true", ok],
  ["/sums/1,x?round=true", invalid("numbers.1")],
  ["/sums/1", [400, "parameter_missing", "round"]],
];

const bodies: readonly (readonly [body: string, decision: Decision])[] = [
  ["", ok],
  ["{}", ok],
  ["null", [400, "parameter_invalid"]],
  ["[]", [400, "parameter_invalid"]],
  ["{", [400, "body_malformed"]],
  ['{"count":1,"count":2}', [400, "body_malformed"]],
  ['{"address":{"city":"a","ci\\u0074y":"b"}}', [400, "body_malformed"]],
  ['{"id":"o_1"}', ok],
  ['{"count":2147483648}', invalid("count")],
  ['{"price":19.99}', ok],
  ['{"price":19.999}', invalid("price")],
  ['{"photo":"*"}', ok],
  ['{"email":"a@localhost"}', ok],
  ['{"at":"2026-04-15 10:30:00Z"}', invalid("at")],
  ['{"note":null}', ok],
  ['{"note":"long"}', invalid("note")],
  ['{"labels":{"long":"a"}}', invalid("labels.long")],
  ['{"address":{"street":"a"}}', [400, "parameter_missing", "address.city"]],
  ['{"parent":{"parent":{"count":"1"}}}', invalid("parent.parent.count")],
  ['{"parent":{"other":1}}', [400, "parameter_unknown", "parent.other"]],
  ['{"__proto__":1}', [400, "parameter_unknown", "__proto__"]],
  [`${'{"parent":'.repeat(100)}{}${"}".repeat(100)}`, ok],
];

type Validate = (request: Request) => Promise<unknown>;

let mock: Mock;
let vinrMock: Mock;
let validate: Validate;
beforeAll(async () => {
  const spec = await loadSpec(path.join(import.meta.dirname, "forms.yaml"));
  const compiled = await compile(buildModel(spec));
  validate = compiled.module.validateRequest as Validate;
  mock = await startMock({ spec, port: 0 });
  const own = await loadSpec(path.join(import.meta.dirname, "../../spec/openapi.yaml"));
  vinrMock = await startMock({ spec: own, port: 0 });
});
afterAll(() => Promise.all([mock.close(), vinrMock.close()]));

/** Asks the mock and a validator about one request. */
async function ask(
  url: string,
  validator: Validate,
  init: RequestInit,
): Promise<{ mock: Decision; validator: Decision }> {
  const response = await fetch(url, init);
  const text = await response.text();
  const result = await validator(new Request(url, init));
  const rejection = result as { ok: boolean; status?: number; body?: unknown };
  const status = rejection.ok ? response.status : (rejection.status ?? 0);
  return {
    mock: decisionOf(response.status, response.status < 400 ? undefined : JSON.parse(text)),
    validator:
      rejection.ok && response.status >= 400 ? [200] : decisionOf(status, rejection.ok ? undefined : rejection.body),
  };
}

function decisionOf(status: number, body: unknown): Decision {
  if (body === undefined) return [status];
  const { code, param } = (body as { error: { code: string; param?: string } }).error;
  return param === undefined ? [status, code] : [status, code, param];
}

describe("the mock and the validators decide alike", () => {
  it.each(["", "{}", '{"a":1}', "x"])("on the body %j where none is described", async (body) => {
    const init = { method: "DELETE", body };
    expect(await ask(`${mock.url}/orders/7`, validate, init)).toEqual({ mock: ok, validator: ok });
  });

  it.each(bodies)("on the body %s", async (body, decision) => {
    const init = { method: "POST", body, headers: { "content-type": "application/json" } };
    expect(await ask(`${mock.url}/orders`, validate, init)).toEqual({ mock: decision, validator: decision });
  });

  const named = requests.map(([target, decision, header]) => {
    return {
      target,
      decision,
      headers: header === undefined ? {} : { [header[0]]: header[1] },
      header: header?.join(": "),
    };
  });
  it.each(named)("on GET $target $header", async ({ target, decision, headers }) => {
    expect(await ask(`${mock.url}${target}`, validate, { headers })).toEqual({ mock: decision, validator: decision });
  });
});

const json = { authorization: `Bearer ${key}`, "content-type": "application/json" };
const post = (body: unknown, headers: object = json) => ({
  method: "POST",
  headers: { ...headers },
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const get = { headers: { authorization: `Bearer ${key}` } };

const vinrRequests: readonly (readonly [target: string, init: RequestInit, decision: Decision])[] = [
  ["/payments", get, [200]],
  ["/payments?limit=7", get, [200]],
  ["/payments?limit=101", get, invalid("limit")],
  ["/payments?limit=9007199254740993", get, invalid("limit")],
  ["/payments?limit=1&limit=2", get, invalid("limit")],
  ["/payments?starting_after=", get, invalid("starting_after")],
  ["/payments?starting_after=pay_1&ending_before=pay_2", get, [400, "parameters_exclusive", "ending_before"]],
  ["/payments?page=2", get, [400, "parameter_unknown", "page"]],
  ["/payments/pay_1234567890", get, [200]],
  ["/payments/re_1", get, invalid("id")],
  ["/nothing", get, [404, "route_not_found"]],
  ["/payments", { ...get, method: "PUT" }, [405, "method_not_allowed"]],
  ["/payments", post(goodPayment), [201]],
  ["/payments", post({ ...goodPayment, amount: 0 }), invalid("amount")],
  ["/payments", post({ ...goodPayment, extra: 1 }), [400, "parameter_unknown", "extra"]],
  ["/payments", post({ amount: 1, currency: "EUR" }), [400, "parameter_missing", "returnUrl"]],
  ["/payments", post("{"), [400, "body_malformed"]],
  ["/payments", post(goodPayment, { ...json, "idempotency-key": "k".repeat(256) }), invalid("Idempotency-Key")],
  ["/payments", post(goodPayment, { ...json, "vinr-version": "today" }), invalid("Vinr-Version")],
];

describe("the mock of VINR and @vinr/validators decide alike", () => {
  it.each(vinrRequests.map((row, i) => [i + 1, row] as const))("on request %i", async (_, [target, init, decision]) => {
    const decided = await ask(`${vinrMock.url}${target}`, validateRequest, init);
    expect(decided).toEqual({ mock: decision, validator: decision });
  });
});
