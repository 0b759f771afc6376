/** Random and hostile requests, the same ones for a seed. */
import { mutate } from "../../generators/validators/testing/mutate.ts";
import { pick } from "../../generators/validators/testing/random.ts";

type Random = () => number;
/** Values of which one is picked. */
type Several<T> = readonly [T, ...T[]];
type Header = readonly [name: string, value: string];

/** A body as bytes or text, or a stream that is made for one request. */
export type HostileBody = string | Uint8Array | (() => ReadableStream<Uint8Array>) | undefined;

export interface HostileRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly Header[];
  readonly body: HostileBody;
}

const key = "Bearer sk_test_ExampleOnly";

const operations: Several<readonly [method: string, path: string]> = [
  ["POST", "/payments"],
  ["GET", "/payments"],
  ["GET", "/payments/{id}"],
  ["POST", "/payments/{id}/capture"],
  ["POST", "/payments/{id}/cancel"],
  ["POST", "/refunds"],
  ["GET", "/refunds"],
  ["GET", "/refunds/{id}"],
  ["POST", "/webhooks"],
  ["GET", "/webhooks"],
  ["DELETE", "/webhooks/{id}"],
  ["GET", "/settlements"],
  ["GET", "/settlements/{id}"],
  ["GET", "/settlements/{id}/transactions"],
];

const ids = [
  "pay_1234567890",
  "re_2bN7vC",
  "we_8dQ2",
  "setl_3kQ9xZ",
  "pay_",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "%00",
  "%zz",
  "%",
  "%C3%28",
  "%F0%9F%98%80",
  "%2F..%2F..%2Fetc%2Fpasswd",
  "%2e%2e",
  "..",
  ".",
  "pay_1;drop",
  "pay_1%0d%0aX-Evil:%201",
  `pay_${"a".repeat(61)}`,
  "a".repeat(3000),
  "null",
  "{id}",
  "",
] as const;

const paths = [
  "/",
  "/v1",
  "/v1/",
  "/v1//payments",
  "/v1/payments/",
  "/V1/payments",
  "/v1/%70ayments",
  "/v1/payments%2Fpay_1",
  "/v2/payments",
  "/payments",
  "/v1/__proto__",
  "/v1/constructor/prototype",
  "/v1/%zz",
  "/v1/%c0%ae%c0%ae/payments",
  "/v1/payments/pay_1/refund",
  "/v1/./payments",
  "/v1/x/../payments",
  `/v1/${"x/".repeat(2000)}`,
  `/${"%2e".repeat(1000)}`,
] as const;

const queries = [
  "limit=25",
  "limit=0",
  "limit=101",
  "limit=1e1",
  "limit=9007199254740993",
  "limit=-0",
  "limit=%00",
  "limit=",
  "limit",
  "limit=1&limit=2",
  "limit[]=1",
  "limit[a]=1",
  "starting_after=pay_1",
  "starting_after=pay_1&ending_before=pay_2",
  "starting_after=%zz",
  "payment=pay_1",
  "payment=re_1",
  "__proto__=1",
  "__proto__[a]=1",
  "constructor=1",
  "toString=1",
  "%zz=1",
  "%C3%28=%C3%28",
  "&&&=&=",
  "a=1&".repeat(2000),
  `q=${"x".repeat(5000)}`,
  "limit=25&limit=%32%35",
  "LIMIT=1",
  "?",
  "%F0%9F%98%80=%F0%9F%98%80",
] as const;

const keys: Several<readonly Header[]> = [
  [],
  [["authorization", "Bearer"]],
  [["authorization", "Basic c2s6"]],
  [["authorization", "Bearer sk_live_ExampleOnly"]],
  [["authorization", "Bearer pk_test_ExampleOnly"]],
  [["authorization", `Bearer sk_test_${"x".repeat(5000)}`]],
  [["authorization", "Bearer sk_test_\u00e9"]],
  [["x-api-key", "rk_test_1"]],
  [["x-api-key", "' or 1=1 --"]],
  [
    ["x-api-key", "sk_test_1"],
    ["x-api-key", "sk_test_2"],
  ],
  [
    ["authorization", key],
    ["x-api-key", "sk_live_2"],
  ],
  [
    ["authorization", key],
    ["authorization", key],
  ],
];

const oddHeaders: Several<Header> = [
  ["idempotency-key", ""],
  ["idempotency-key", "two words"],
  ["idempotency-key", "k".repeat(300)],
  ["idempotency-key", "\u00e9"],
  ["idempotency-key", "__proto__"],
  ["vinr-version", "2026-04-01"],
  ["vinr-version", "2026-02-30"],
  ["vinr-version", "today"],
  ["accept", "text/html"],
  ["accept", "application/json;q=0"],
  ["accept", "*/*;q=0.1, text/html"],
  ["accept", ";;;,,,"],
  ["x-request-id", "req_fromTheProxy"],
  ["x-request-id", "req_1 evil"],
  ["x-request-id", `req_${"a".repeat(100)}`],
  ["content-encoding", "gzip"],
  ["content-encoding", "identity"],
  ["content-encoding", "gzip, identity"],
  ["__proto__", "1"],
  ["constructor", "1"],
  ["x-forwarded-host", "evil.example"],
  ["x-http-method-override", "DELETE"],
  ["range", "bytes=0-1"],
  ["if-none-match", "*"],
  ["cookie", "a=b; ".repeat(200)],
  ["origin", "https://evil.example"],
  ["x-odd", "\u00ff\u0080"],
];

const contentTypes = [
  "application/json",
  "application/json; charset=utf-8",
  "application/JSON;charset=utf-16",
  "text/plain",
  "application/jsonp",
  "application/json, text/plain",
  "multipart/form-data; boundary=x",
  "application/x-www-form-urlencoded",
  "",
] as const;

const bodies = [
  { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/orders/1042/return" },
  { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/", capture: false, metadata: { order: "1042" } },
  { payment: "pay_1234567890", amount: 500, reason: "duplicate" },
  { payment: "pay_1234567890" },
  { url: "https://shop.example/webhooks", enabled_events: ["payment.completed"] },
  { url: "https://shop.example/webhooks", enabled_events: ["*"] },
  { amount: 183500 },
  {},
] as const satisfies object[];

const texts: Several<string> = [
  "{",
  "null",
  "[]",
  '"text"',
  "1e400",
  "-0",
  "NaN",
  '{"amount":1,"amount":2,"currency":"EUR","returnUrl":"https://a.example/"}',
  '{"amount":1,"\\u0061mount":2,"currency":"EUR","returnUrl":"https://a.example/"}',
  '{"__proto__":{"amount":1},"constructor":{"prototype":{}}}',
  '{"amount":1000,"currency":"EUR","returnUrl":"https://a.example/","metadata":{"__proto__":"x"}}',
  '{"amount":1000,"currency":"EUR","returnUrl":"https://a.example/","metadata":{"toString":"x","":"y"}}',
  '{"amount":1000.0,"currency":"EUR","returnUrl":"https://a.example/"}',
  '{"amount":1e3,"currency":"EUR","returnUrl":"https://a.example/"}',
  '{"amount":9007199254740993,"currency":"EUR","returnUrl":"https://a.example/"}',
  '{"\\ud800":"\\udfff"}',
  '\ufeff{"amount":1000,"currency":"EUR","returnUrl":"https://a.example/"}',
  "\u0000",
  `{"description":"${"\\u0000".repeat(400)}"}`,
  "[".repeat(100_000),
  `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
  `{"metadata":${'{"a":'.repeat(5000)}1${"}".repeat(5000)}}`,
  `{"metadata":{${Array.from({ length: 2000 }, (_, i) => `"k${i}":"v"`).join(",")}}}`,
  `{"${"k".repeat(50_000)}":1}`,
];

const bytes: Several<Uint8Array> = [
  Uint8Array.of(0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00),
  Uint8Array.of(0x7b, 0xc3, 0x28, 0x7d),
  new TextEncoder().encode('{"description":"').map((byte, i) => (i === 14 ? 0x80 : byte)),
  new Uint8Array(1024 * 1024).fill(32),
  new Uint8Array(1024 * 1024 + 1).fill(32),
];

const tenMegabytes = new Uint8Array(10_000_000).fill(32);

/** Makes one request. */
export function hostileRequest(random: Random): HostileRequest {
  const [method, path] = pick(random, operations);
  const known = `/v1${path.replace("{id}", random() < 0.5 ? idFor(path) : pick(random, ids))}`;
  const target = random() < 0.12 ? pick(random, paths) : known;
  const query = random() < 0.3 ? `?${pick(random, queries)}` : "";
  const otherMethods = ["HEAD", "OPTIONS", "PATCH", "PUT", "DELETE", "GET", "POST", "PROPFIND", "post"] as const;
  const used = random() < 0.12 ? pick(random, otherMethods) : method;
  const wanted = random() < 0.8 ? bodyFor(path, random) : pick<object>(random, bodies);
  const body = used === "GET" || used === "HEAD" ? undefined : hostileBody(wanted, random);
  return { method: used, target: target + query, headers: hostileHeaders(random, body), body };
}

/** An id of the right kind. */
function idFor(path: string): string {
  if (path.startsWith("/payments")) return ids[0];
  if (path.startsWith("/refunds")) return ids[1];
  return path.startsWith("/webhooks") ? ids[2] : ids[3];
}

/** A body that the operation takes. */
function bodyFor(path: string, random: Random): object {
  if (path.endsWith("/capture")) return pick<object>(random, [bodies[6], bodies[7]]);
  if (path.startsWith("/refunds")) return pick<object>(random, [bodies[2], bodies[3]]);
  if (path.startsWith("/webhooks")) return pick<object>(random, [bodies[4], bodies[5]]);
  return pick<object>(random, [bodies[0], bodies[1]]);
}

function hostileHeaders(random: Random, body: HostileBody): [string, string][] {
  const headers: [string, string][] = [];
  if (random() < 0.85) headers.push(["authorization", key]);
  else for (const [name, value] of pick(random, keys)) headers.push([name, value]);
  if (body !== undefined) headers.push(["content-type", random() < 0.9 ? contentTypes[0] : pick(random, contentTypes)]);
  // Few enough keys that most are used again, with the same payload or another.
  if (random() < 0.4) headers.push(["idempotency-key", `key-${Math.floor(random() * 40)}`]);
  while (random() < 0.15) headers.push([...pick(random, oddHeaders)]);
  return headers;
}

/** A body: the wanted one in a third of cases, else one near it or anything at all. */
function hostileBody(wanted: object, random: Random): HostileBody {
  const kind = random();
  if (kind < 0.04) return undefined;
  if (kind < 0.4) return JSON.stringify(wanted);
  if (kind < 0.75) return JSON.stringify(mutate(wanted, random)) ?? "";
  if (kind < 0.85) return damage(JSON.stringify(wanted), random);
  if (kind < 0.96) return pick(random, texts);
  if (kind < 0.985) return pick(random, bytes);
  if (kind < 0.99) return tenMegabytes;
  return pick(random, [endless, broken, inPieces(JSON.stringify(wanted))]);
}

/** A text with some characters removed, repeated or replaced. */
function damage(text: string, random: Random): string {
  const at = Math.floor(random() * text.length);
  const end = at + Math.floor(random() * 5);
  return (
    text.slice(0, at) +
    pick(random, ["", ",", '"', "}", "\\", "\u0000", text.slice(at, end).repeat(2)]) +
    text.slice(end)
  );
}

function endless(): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(65_536).fill(32);
  return new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
}

/** Ends in the middle, as the stream of a client does that leaves. */
function broken(): ReadableStream<Uint8Array> {
  let isFirst = true;
  return new ReadableStream({
    pull(controller) {
      if (isFirst) controller.enqueue(new TextEncoder().encode('{"amount":'));
      else controller.error(new Error("reset"));
      isFirst = false;
    },
  });
}

/** Comes byte by byte, with empty chunks between. */
function inPieces(text: string): () => ReadableStream<Uint8Array> {
  return () => {
    const rest = [...new TextEncoder().encode(text)];
    return new ReadableStream({
      pull(controller) {
        const byte = rest.shift();
        if (byte === undefined) controller.close();
        else {
          controller.enqueue(new Uint8Array(0));
          controller.enqueue(Uint8Array.of(byte));
        }
      },
    });
  };
}
