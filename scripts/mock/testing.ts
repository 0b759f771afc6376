/** Helpers of the mock's tests: the fixture, and short ways to send requests. */
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { type LoadedSpec, loadSpec } from "../read/document/load-spec.ts";
import { writeSpec } from "../testing.ts";

const fixture = path.join(import.meta.dirname, "fixture.yaml");

/** The fixture, loaded. */
export function loadFixture(): Promise<LoadedSpec> {
  return loadSpec(fixture);
}

/** The fixture with a text replaced, loaded; for one test. */
export async function loadFixtureWith(find: string, replacement: string): Promise<LoadedSpec> {
  return loadSpec(await writeSpec(readFileSync(fixture, "utf8").replaceAll(find, replacement)));
}

export const key = "sk_test_4eC39HqLyjWDarjtT1zdp7dc";

/** A valid body for the fixture's `createPayment`. */
export const goodPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

export interface TestResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Sends a request, with a key unless `headers` has another: `call(mock.url, "POST /payments", { body })`. */
export async function call(
  url: string,
  line: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<TestResponse> {
  const [method = "GET", target = ""] = line.split(" ");
  const type = body === undefined ? {} : { "content-type": "application/json" };
  const response = await fetch(url + target, {
    method,
    headers: { authorization: `Bearer ${key}`, ...type, ...headers },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
}

/** Sends raw bytes and returns everything received until the connection closes. */
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
