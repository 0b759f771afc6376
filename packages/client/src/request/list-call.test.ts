import { describe, expect, it } from "vitest";
import { apiError, startServer } from "../../test/scripted-server.js";
import { createTestClient, errorOf, payment, testKey } from "../../test/test-client.js";
import { type CallOptions, VinrResponseError } from "../index.js";

/** A page that holds payments of these ids; a cursor makes it one that has a next. */
function page(ids: readonly string[], cursor: string | null = null, has_more = cursor !== null) {
  return {
    status: 200,
    body: {
      object: "list",
      data: ids.map((id) => ({ ...payment, id })),
      page: { has_more, next_cursor: cursor, total_estimate: 9 },
    },
  };
}

async function collectIds(items: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of items) ids.push(id);
  return ids;
}

describe("a list", () => {
  it("resolves with its first page, unchanged", async () => {
    const first = page(["pay_1"], "pay_1");
    const server = await startServer(first);
    expect([await createTestClient(server).vinr.payments.list(), server.requests.length]).toEqual([first.body, 1]);
  });

  it("iterates over the items of all pages", async () => {
    const server = await startServer(page(["pay_1", "pay_2"], "pay_2"), page(["pay_3"]));
    expect(await collectIds(createTestClient(server).vinr.payments.list())).toEqual(["pay_1", "pay_2", "pay_3"]);
  });

  it("asks for each page with the parameters of the first and the cursor", async () => {
    const server = await startServer(page(["re_1"], "re_1"), page(["re_2"]));
    await collectIds(createTestClient(server).vinr.refunds.list({ payment: "pay_1", limit: 1 }));
    expect(server.requests.map(({ url }) => url)).toEqual([
      "/v1/refunds?payment=pay_1&limit=1",
      "/v1/refunds?payment=pay_1&limit=1&starting_after=re_1",
    ]);
  });

  it("asks for each page as its call did, whatever becomes of the parameters and options", async () => {
    const server = await startServer(page(["re_1"], "re_1"), page(["re_2"]));
    const params: { payment?: string; ending_before?: string } = { payment: "pay_1" };
    const headers: Record<string, string> = { "x-shop": "1" };
    const options: CallOptions & { timeout?: number } = { headers };
    const list = createTestClient(server).vinr.refunds.list(params, options);
    Object.assign(params, { payment: "pay_2", ending_before: "re_9" });
    headers["x-shop"] = "2";
    options.timeout = -1;
    expect(await collectIds(list)).toEqual(["re_1", "re_2"]);
    expect(server.requests.map(({ url, headers }) => [url, headers["x-shop"]])).toEqual([
      ["/v1/refunds?payment=pay_1", "1"],
      ["/v1/refunds?payment=pay_1&starting_after=re_1", "1"],
    ]);
  });

  it.each([
    ["5", 5],
    ["a list", []],
    [
      "one that cannot be read",
      {
        get limit() {
          throw new Error("no");
        },
      },
    ],
  ])("rejects where its parameters are %s", async (_, params) => {
    const list = createTestClient(await startServer(page(["pay_1"]))).vinr.payments.list(params as never);
    expect(await errorOf(list)).toMatchObject({ code: "invalid_argument" });
  });

  it("does not fetch a page that is not needed", async () => {
    const server = await startServer(page(["pay_1"], "pay_1"), page(["pay_2"]));
    for await (const _ of createTestClient(server).vinr.payments.list()) break;
    expect(server.requests).toHaveLength(1);
  });

  it("skips an empty page", async () => {
    const server = await startServer(page(["pay_1"], "pay_1"), page([], "pay_x"), page(["pay_2"]));
    expect(await collectIds(createTestClient(server).vinr.payments.list())).toEqual(["pay_1", "pay_2"]);
  });

  it("ends with an error after 100 empty pages in a row, whatever their cursors", async () => {
    const empty = Array.from({ length: 101 }, (_, index) => page([], `pay_x${index}`));
    const server = await startServer(page(["pay_1"], "pay_1"), ...empty);
    const list = createTestClient(server).vinr.payments.list();
    expect(await errorOf(list.toArray({ limit: 2 }))).toMatchObject({ code: "page_invalid" });
    expect(server.requests).toHaveLength(101);
  });

  it("counts no page as empty whose items the program takes out", async () => {
    const rest = Array.from({ length: 109 }, (_, index) =>
      page([`pay_${index}`], index < 108 ? `pay_${index}` : undefined),
    );
    const list = createTestClient(await startServer(page(["pay_x"], "pay_x"), ...rest)).vinr.payments.list();
    let count = 0;
    for await (const { data } of list.pages()) count += (data as unknown[]).splice(0).length;
    expect(count).toBe(110);
  });

  it("iterates over its pages", async () => {
    const server = await startServer(page(["pay_1"], "pay_1"), page(["pay_2"]));
    const sizes: number[] = [];
    for await (const { data } of createTestClient(server).vinr.payments.list().pages()) sizes.push(data.length);
    expect(sizes).toEqual([1, 1]);
  });

  it("gives as many items in an array as asked for, and fetches no more", async () => {
    const server = await startServer(page(["pay_1", "pay_2"], "pay_2"), page(["pay_3"]));
    const items = await createTestClient(server).vinr.payments.list().toArray({ limit: 2 });
    expect([items.map(({ id }) => id), server.requests.length]).toEqual([["pay_1", "pay_2"], 1]);
  });

  it.each([undefined, null, {}, { limit: -1 }, { limit: Number.NaN }, { limit: null }, { limit: "2" }])(
    "gives no array for %j",
    async (options) => {
      const list = createTestClient(await startServer(page(["pay_1"]))).vinr.payments.list();
      expect(await errorOf(list.toArray(options as never))).toMatchObject({ code: "invalid_argument" });
    },
  );

  it("ends with its error even if no items are asked for", async () => {
    const server = await startServer(apiError(401, "invalid_api_key"));
    const list = createTestClient(server).vinr.payments.list();
    expect(await errorOf(list.toArray({ limit: 0 }))).toMatchObject({ code: "invalid_api_key" });
  });

  it("gives each item once to those who ask at once", async () => {
    const server = await startServer(page(["pay_1"], "pay_1"), page(["pay_2"]));
    const items = createTestClient(server).vinr.payments.list()[Symbol.asyncIterator]();
    const results = await Promise.all([items.next(), items.next(), items.next()]);
    expect(results.map(({ value }) => value?.id)).toEqual(["pay_1", "pay_2", undefined]);
  });

  it("ends with an error if a cursor comes twice", async () => {
    const server = await startServer(page(["pay_1"], "pay_1"), page(["pay_2"], "pay_2"), page(["pay_1"], "pay_1"));
    const error = await errorOf(collectIds(createTestClient(server).vinr.payments.list()));
    expect(error).toBeInstanceOf(VinrResponseError);
    expect([error, server.requests.length]).toEqual([expect.objectContaining({ code: "cursor_repeated" }), 3]);
  });

  it("does not repeat a cursor of the server in its error, which may hold anything", async () => {
    const cursor = `${testKey}\nFAKE LINE`;
    const server = await startServer(page(["pay_1"], cursor));
    const error = await errorOf(collectIds(createTestClient(server).vinr.payments.list()));
    expect(error).toMatchObject({ code: "cursor_repeated" });
    expect(JSON.stringify(error)).not.toMatch(/sk_test|FAKE/);
  });

  it.each([
    ["has a cursor that is longer than any id", page(["pay_1"], "x".repeat(256))],
    ["has more but no cursor", page(["pay_1"], null, true)],
    ["has no data", { status: 200, body: { page: { has_more: false } } }],
    ["has no page", { status: 200, body: { data: [] } }],
  ])("ends with an error if a page %s", async (_, scripted) => {
    const server = await startServer(scripted);
    expect(await errorOf(collectIds(createTestClient(server).vinr.payments.list()))).toMatchObject({
      code: "page_invalid",
    });
  });

  it("with ending_before is awaited, not iterated", async () => {
    const server = await startServer(page(["pay_1"], "pay_1"));
    const list = createTestClient(server).vinr.payments.list({ ending_before: "pay_0" });
    expect((await list).data).toHaveLength(1);
    expect(await errorOf(collectIds(list))).toMatchObject({ code: "invalid_argument" });
  });

  it("ends with the error of the page that fails", async () => {
    const server = await startServer(page(["pay_1"], "pay_1"), apiError(401, "expired_api_key"));
    const ids: string[] = [];
    const readAll = async () => {
      for await (const { id } of createTestClient(server).vinr.payments.list()) ids.push(id);
    };
    expect([await errorOf(readAll()), ids]).toEqual([expect.objectContaining({ code: "expired_api_key" }), ["pay_1"]]);
  });

  it("ends between two pages when its signal aborts", async () => {
    const server = await startServer(page(["pay_1"], "pay_1"), page(["pay_2"]));
    const controller = new AbortController();
    const readAll = async () => {
      const list = createTestClient(server).vinr.payments.list({}, { signal: controller.signal });
      for await (const _ of list) controller.abort();
    };
    expect([await errorOf(readAll()), server.requests.length]).toEqual([
      expect.objectContaining({ code: "aborted" }),
      1,
    ]);
  });

  it("can be iterated again from its first page", async () => {
    const server = await startServer(page(["pay_1"], "pay_1"), page(["pay_2"]));
    const list = createTestClient(server).vinr.payments.list();
    expect([await collectIds(list), await collectIds(list)]).toEqual([
      ["pay_1", "pay_2"],
      ["pay_1", "pay_2"],
    ]);
  });
});
