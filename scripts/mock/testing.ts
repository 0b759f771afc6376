/** What the mock's tests share: a running mock on a free port, and requests written the short way. */
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { parse } from "yaml";

/** The fixture as a fresh document. */
export function readFixture(): Record<string, unknown> {
  return parse(readFileSync(new URL("./fixture.yaml", import.meta.url), "utf8"));
}

export const key = "sk_test_4eC39HqLyjWDarjtT1zdp7dc";

/** A body that the fixture's `createPayment` takes. */
export const goodPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** `call(mock.url, "POST /payments", { body })`, with a key unless `headers` says otherwise. */
export async function call(
  url: string,
  line: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<Reply> {
  const [method = "GET", path = ""] = line.split(" ");
  const type = body === undefined ? {} : { "content-type": "application/json" };
  const response = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${key}`, ...type, ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}

/** Sends bytes as they are and gives back all that comes until the connection ends. */
export function sendRaw(url: string, text: string, { hangUp = false } = {}): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    let received = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("error", () => resolve(received));
    socket.on("close", () => resolve(received));
    socket.write(text, () => {
      if (hangUp) socket.destroy();
    });
  });
}
