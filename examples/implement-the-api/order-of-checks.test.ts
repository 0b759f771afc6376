import { readFile } from "node:fs/promises";
import { createHandler, createPartialHandler } from "@vinr/server";
import { expect, it } from "vitest";
import { createOperations } from "./operations.ts";
import { createAccounts } from "./records.ts";

it("checks a request in the order that the guide lists", async () => {
  const whole = createHandler(createOperations(createAccounts()));
  const empty = { isAllowed: false, limit: 25, remaining: 0, reset: 0 };
  const limited = createPartialHandler({}, { rateLimiter: { take: () => empty } });
  const none = createPartialHandler({});

  // Everything is wrong with the first request; each of the next has one fault less.
  const plain: Record<string, string> = { accept: "text/html", "content-type": "text/plain" };
  const headers = { ...plain, "content-encoding": "gzip" };
  const authorization = "Bearer sk_test_Example";
  const tooLong = `${" ".repeat(2 ** 20)}{`;
  const faults = [
    [whole, "PUT", "/v1/nothing?page=1", headers, tooLong],
    [whole, "PUT", "/v1/payments?page=1", headers, tooLong],
    [limited, "POST", "/v1/payments?page=1", headers, tooLong],
    [limited, "POST", "/v1/payments?page=1", { ...headers, authorization }, tooLong],
    [none, "POST", "/v1/payments?page=1", { ...headers, authorization }, tooLong],
    [whole, "POST", "/v1/payments?page=1", { ...headers, authorization }, tooLong],
    [whole, "POST", "/v1/payments?page=1", { ...plain, authorization }, tooLong],
    [whole, "POST", "/v1/payments?page=1", { ...plain, authorization }, "{"],
    [whole, "POST", "/v1/payments?page=1", { "content-type": "text/plain", authorization }, "{"],
    [whole, "POST", "/v1/payments?page=1", { "content-type": "application/json", authorization }, "{"],
    [whole, "POST", "/v1/payments?page=1", { "content-type": "application/json", authorization }, "{}"],
  ] as const;
  const found: string[] = [];
  for (const [handler, method, path, sent, body] of faults) {
    const response = await handler(new Request(`http://localhost${path}`, { method, headers: sent, body }));
    found.push(`${response.status} ${(await response.json()).error.code}`);
  }

  const guide = new URL("../../docs/src/content/docs/guides/implement-the-api.mdx", import.meta.url);
  const [, table = ""] = /\| Check \| Error \|\n([\s\S]+?)\n\n/.exec(await readFile(guide, "utf8")) ?? [];
  const listed = [...table.matchAll(/`(\d{3})` \[`(\w+)`\]/g)].map(([, status, code]) => `${status} ${code}`);
  expect(found).toEqual(listed);
});
