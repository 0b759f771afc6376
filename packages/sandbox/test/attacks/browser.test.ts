/** Pages of other sites, in the browser of somebody who may reach the sandbox. Its own pages: `window.test.ts`, `checkout.test.ts`. */
import { once } from "node:events";
import { type IncomingMessage, request as start } from "node:http";
import { describe, expect, it } from "vitest";
import { clientOf, longKey, newPayment, serveHosted } from "../testing/hosted.js";

const paths = ["/", "/v1/payments", "/sandbox/clock", "/window/live", "/checkout/acct_1/pay_1", "/assets/base.css"];

/** Sends a request with headers that `fetch` does not let one set. */
async function ask(origin: string, path: string, headers: Record<string, string>, body?: string) {
  const { hostname: host, port } = new URL(origin);
  const method = body === undefined ? "GET" : "POST";
  const sent = start({ host, port, path, method, headers: { "x-api-key": longKey, ...headers }, agent: false });
  sent.end(body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  response.resume();
  return { status: response.statusCode, headers: response.headers };
}

describe("a page that reached the sandbox by a name of its own (DNS rebinding)", () => {
  it.each([
    ["on this machine", {}],
    ["for others", { isHosted: true }],
    ["on all addresses", { host: "0.0.0.0" }],
    ["behind a proxy", { publicUrl: "https://sandbox.shop.example" }],
  ])("gets nothing of a server %s", async (_, changed) => {
    const { origin } = await serveHosted({ isHosted: undefined, ...changed });
    const reached = origin.replace("0.0.0.0", "127.0.0.1");
    for (const host of ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:4020"]) {
      for (const path of paths) {
        const { status, headers } = await ask(reached, path, { host });
        expect([path, host, status]).toEqual([path, host, 403]);
        expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
      }
    }
  });

  it("is not stopped by the name of the proxy's address", async () => {
    const { origin } = await serveHosted({ publicUrl: "https://sandbox.shop.example" });
    expect((await ask(origin, "/v1/payments", { host: "sandbox.shop.example" })).status).toBe(200);
    const own = { host: "sandbox.shop.example", origin: "https://sandbox.shop.example" };
    expect((await ask(origin, "/v1/payments", own)).status).toBe(200);
  });
});

describe("a page of another origin", () => {
  it.each(["https://evil.example", "null", "https://sandbox.shop.example.evil.example", "file://"])(
    "cannot post from %s, with no kind of form",
    async (from) => {
      const sandbox = await serveHosted({ publicUrl: "https://sandbox.shop.example" });
      const host = "sandbox.shop.example";
      const body = JSON.stringify(newPayment);
      for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/json"]) {
        for (const path of ["/v1/payments", "/sandbox/resets", "/window/payments", "/window/account"]) {
          const { status } = await ask(sandbox.origin, path, { host, origin: from, "content-type": type }, body);
          expect([path, type, status]).toEqual([path, type, 403]);
        }
      }
      expect((await clientOf(sandbox).payments.list()).data).toEqual([]);
    },
  );

  it("is not told by a preflight that it may", async () => {
    const { origin } = await serveHosted();
    const response = await fetch(`${origin}/v1/payments`, {
      method: "OPTIONS",
      headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
    });
    expect(response.status).toBe(403);
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});
