/** Connections to a server, with requests that are framed well, badly, slowly, partly or not at all. */
import type { RawOptions, RawPart } from "../../../packages/server/test/serve.ts";
import { pick } from "../../generators/validators/testing/random.ts";
import type { Requested } from "../../judge/documented-judge.ts";
import { type HostileRequest, hostileRequest } from "./hostile-requests.ts";

type Random = () => number;

export interface HostileConnection {
  readonly name: string;
  /** The requests that the server must find in what is sent, in order. */
  readonly requests: readonly Requested[];
  readonly parts: Iterable<RawPart>;
  readonly options: RawOptions;
  /** Whether the server may end the connection without a response, because the client ended it first. */
  readonly mayBeSilent?: boolean;
  /** Whether Node or the adapter may reject it, with a bare status, before the handler sees a request. */
  readonly mayBeBare?: boolean;
}

const list: HostileRequest = {
  method: "GET",
  target: "/v1/payments",
  headers: [["authorization", "Bearer sk_test_ExampleOnly"]],
  body: undefined,
};
const body = '{"amount":1000,"currency":"EUR","returnUrl":"https://shop.example/"}';
const create: HostileRequest = {
  method: "POST",
  target: "/v1/payments",
  headers: [...list.headers, ["content-type", "application/json"]],
  body,
};

const chunk = new Uint8Array(65_536).fill(32);

/** Makes one connection. */
export function hostileConnection(random: Random): HostileConnection {
  if (random() < 0.75) return wellFramed(random);
  return pick(random, badlyFramed)(random);
}

/** One to three requests with right lengths. */
function wellFramed(random: Random): HostileConnection {
  const requests: HostileRequest[] = [];
  const count = 1 + Math.floor(random() * 3);
  while (requests.length < count) {
    const request = hostileRequest(random);
    // Another response than the last could not be told from a HEAD's, and a stream has no length.
    if (request.method !== "HEAD" && typeof request.body !== "function") requests.push(request);
  }
  const isPipelined = random() < 0.5;
  const parts = requests.flatMap((request) => [...framed(request), ...(isPipelined ? [] : [2])]);
  // After a body that is too large, the connection ends and the other requests are not served.
  return {
    name: "well framed",
    requests,
    parts,
    options: { responses: count },
    mayBeBare: true,
    mayBeSilent: count > 1,
  };
}

function framed(request: HostileRequest, extra = ""): RawPart[] {
  const { body = "" } = request;
  if (typeof body === "function") throw new TypeError("a stream has no length");
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const length = request.body === undefined ? "" : `Content-Length: ${bytes.length}\r\n`;
  return [headOf(request, length + extra), bytes];
}

function headOf({ method, target, headers }: HostileRequest, extra = "", host = "localhost"): Uint8Array {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return Buffer.from(`${method} ${target} HTTP/1.1\r\nHost: ${host}\r\n${lines}${extra}\r\n`, "latin1");
}

type MakeConnection = (random: Random) => HostileConnection;

/** A connection that the handler must respond to. */
function served(name: string, request: HostileRequest, parts: (random: Random) => Iterable<RawPart>): MakeConnection {
  return (random) => ({ name, requests: [request], parts: parts(random), options: { responses: 1 } });
}

/** A connection that Node may reject itself. */
function rejected(name: string, request: HostileRequest, parts: (random: Random) => Iterable<RawPart>): MakeConnection {
  return (random) => ({
    name,
    requests: [request, list],
    parts: parts(random),
    options: { responses: 1 },
    mayBeBare: true,
  });
}

/** A connection that its client leaves before it ends. */
function left(name: string, parts: (random: Random) => Iterable<RawPart>, options: RawOptions): MakeConnection {
  return (random) => ({ name, requests: [create], parts: parts(random), options, mayBeSilent: true, mayBeBare: true });
}

const badlyFramed: readonly [MakeConnection, ...MakeConnection[]] = [
  rejected("two lengths", create, () => [headOf(create, "Content-Length: 2\r\nContent-Length: 3\r\n"), "{}"]),
  rejected("a length and chunks", create, () => [
    headOf(create, "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n"),
    "2\r\n{}\r\n0\r\n\r\n",
  ]),
  rejected("an odd encoding", create, (random) => [
    headOf(create, `Transfer-Encoding: ${pick(random, ["xchunked", "chunked, identity", "\tchunked", "gzip"])}\r\n`),
    "2\r\n{}\r\n0\r\n\r\n",
  ]),
  rejected("an odd length", create, (random) => [
    headOf(create, `Content-Length: ${pick(random, ["-1", "+2", "0x2", "2, 2", "1e1", "99999999999999999999"])}\r\n`),
    "{}",
  ]),
  rejected("a smuggled request", create, () => [headOf(create, "Content-Length: 2\r\n"), "{}", ...framed(list)]),
  rejected("an odd host", list, (random) => [
    headOf(
      list,
      "",
      pick(random, ["", "a b", "evil/v1?", "localhost:99999", "[::1", "\u00e9", "a@b", "localhost, evil"]),
    ),
  ]),
  rejected("no host", list, () => [`GET /v1/payments HTTP/${"1.1"}\r\n\r\n`]),
  rejected("HTTP/1.0", list, () => ["GET /v1/payments HTTP/1.0\r\n\r\n"]),
  rejected("an odd target", list, (random) => [
    headOf({
      ...list,
      target: pick(random, [
        "*",
        "payments",
        "//",
        "\\v1\\payments",
        "/v1/\u0000",
        "/v1/\u00e9",
        "http://",
        "ftp://a/v1",
      ]),
    }),
  ]),
  rejected("no HTTP", list, (random) => [
    pick(random, [
      "\u0016\u0003\u0001\u0002",
      "hello\r\n\r\n",
      "GET\r\n\r\n",
      "\r\n\r\nGET /",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ]),
    "\r\n\r\n",
  ]),
  rejected("a header that is too large", list, () => [headOf(list, `X-Large: ${"a".repeat(100_000)}\r\n`)]),
  rejected("too many headers", list, () => [headOf(list, "A: b\r\n".repeat(3000))]),
  rejected("a header with control characters", list, (random) => [
    headOf(list, `X-Odd: a${pick(random, ["\u0000", "\u0001", "\u007f", "\r", "\n"])}b\r\n`),
  ]),
  rejected("a name with a space", list, () => [headOf(list, "X-Odd : a\r\n")]),
  rejected("a folded header", list, () => [headOf(list, "X-Odd: a\r\n b\r\n")]),
  rejected("an odd method", list, (random) => [
    headOf({ ...list, method: pick(random, ["TRACE", "TRACK", "get", "CONNECTX", "M-SEARCH", "PURGE", "QUERY"]) }),
  ]),
  rejected("broken chunks", create, (random) => [
    headOf(create, "Transfer-Encoding: chunked\r\n"),
    pick(random, ["zz\r\n", "ffffffffffffffffff\r\n", "-1\r\n", "2\r\n{}}", "2;\u0000\r\n{}\r\n0\r\n\r\n"]),
    "\r\n\r\n",
  ]),
  rejected("another expectation", create, () => [headOf(create, "Expect: tea\r\nContent-Length: 2\r\n"), "{}"]),
  served("an absolute target", list, () => [headOf({ ...list, target: "http://evil.example/v1/payments" })]),
  served("an expectation", create, () => [
    headOf(create, `Expect: 100-continue\r\nContent-Length: ${body.length}\r\n`),
    5,
    body,
  ]),
  served("chunks of one byte", create, () => [
    headOf(create, "Transfer-Encoding: chunked\r\n"),
    `${[...body].map((character) => `1\r\n${character}\r\n`).join("")}0\r\nX-Trailer: a\r\n\r\n`,
  ]),
  served("a slow body", create, () => [
    headOf(create, `Content-Length: ${body.length}\r\n`),
    ...Array.from({ length: 5 }, (_, i) => [10, body.slice(i * 20, i * 20 + 20)]).flat(),
  ]),
  served("an upgrade", list, () => [headOf(list, "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n")]),
  served("10 MB with their length", create, () => [
    headOf(create, "Content-Length: 10485760\r\n"),
    ...Array(160).fill(chunk),
  ]),
  served("a body without end", create, function* () {
    yield headOf(create, "Transfer-Encoding: chunked\r\n");
    for (let i = 0; i < 1600; i++) yield* ["10000\r\n", chunk, "\r\n"];
  }),
  served("a body without end and without a key", { ...create, headers: [] }, function* () {
    yield headOf({ ...create, headers: [] }, "Transfer-Encoding: chunked\r\n");
    for (let i = 0; i < 160; i++) yield* ["10000\r\n", chunk, "\r\n"];
  }),
  left("half-closed after the request", () => [...framed(create)], { halfClose: true }),
  left("half-closed in the body", () => [headOf(create, "Content-Length: 100\r\n"), "{"], { halfClose: true }),
  left("half-closed in the head", () => ["POST /v1/payments HTTP/1.1\r\nHost: loc"], { halfClose: true }),
  left("closed in the body", () => [headOf(create, "Content-Length: 100\r\n"), "{"], { patience: 20 }),
  left("closed after the request", () => [...framed(create)], { patience: 1 }),
];

/** A connection whose client stops sending and waits. The server's own time-outs end it. */
export const stalled: readonly HostileConnection[] = [
  { name: "a body that stops", requests: [create], parts: [headOf(create, "Content-Length: 100\r\n"), "{"] },
  { name: "chunks that stop", requests: [create], parts: [headOf(create, "Transfer-Encoding: chunked\r\n"), "2\r\n{"] },
  { name: "a head that stops", requests: [create], parts: ["POST /v1/payments HTTP/1.1\r\nHost: loc"] },
].map((connection) => ({ ...connection, options: { patience: 20_000 }, mayBeBare: true }));
