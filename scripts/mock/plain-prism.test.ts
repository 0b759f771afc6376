import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { specFolder } from "../measure/tools.ts";

/** `prism mock` on the downloaded specification, as a reader of the docs runs it, without our mock. */

let prism: ChildProcess;
let url: string;

beforeAll(async () => {
  const port = await freePort();
  const cli = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");
  const args = [cli, "mock", path.join(specFolder, "openapi.yaml"), "--host", "127.0.0.1", "--port", String(port)];
  prism = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((resolve, reject) => {
    prism.once("exit", (code) => reject(new Error(`prism ended with ${code}`)));
    prism.stdout?.on("data", (chunk) => String(chunk).includes("is listening") && resolve());
  });
  url = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  if (prism.exitCode !== null) return;
  prism.kill();
  await once(prism, "exit");
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

function post(target: string, body: unknown): Promise<Response> {
  const headers = { authorization: "Bearer sk_test_Example", "content-type": "application/json" };
  return fetch(url + target, { method: "POST", headers, body: JSON.stringify(body) });
}

test("the plain prism command serves the examples of the specification", async () => {
  const response = await post("/payments", { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/" });
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ id: "pay_1234567890", status: "pending" });
});

test.each([
  ["an amount of 0", { amount: 0, currency: "EUR", returnUrl: "https://shop.example/" }],
  ["a misspelt property", { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/", return_url: "x" }],
  [
    "metadata with a name of 41 characters",
    { amount: 1, currency: "EUR", returnUrl: "https://a.example/", metadata: { ["k".repeat(41)]: "v" } },
  ],
])("the plain prism command rejects %s", async (_what, body) => {
  const response = await post("/payments", body);
  expect(response.status).toBe(422);
  expect(response.headers.get("sl-violations")).toContain("request");
});

test("the plain prism command rejects a request without a key", async () => {
  expect((await fetch(`${url}/payments`)).status).toBe(401);
});
