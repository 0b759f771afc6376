/** The transport for Node against responses that were compressed so that they cost much. */
import { setTimeout as wait } from "node:timers/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { startServer } from "../../test/scripted-server.js";
import { createTestClient, errorOf, payment, testKey } from "../../test/test-client.js";
import { Vinr } from "../index.js";
import { createNodeFetch } from "../node.js";

function createFetch() {
  const fetch = createNodeFetch();
  onTestFinished(() => fetch.close());
  return fetch;
}

/** A body that is compressed again and again, and how often. */
function compressOften(json: Buffer, times: number): Buffer {
  let bytes = json;
  for (let level = 0; level < times; level++) bytes = gzipSync(bytes, { level: 9 });
  return bytes;
}

/** A few bytes that decompress for seconds, and to nothing: Brotli of gzip of very many empty blocks. */
function createBomb(): Buffer {
  const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
  const blocks = Buffer.alloc(200_000_000, Buffer.from([0, 0, 0, 255, 255]));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 3 };
  return brotliCompressSync(Buffer.concat([header, blocks]), { params });
}

describe("a response that was compressed to cost much", () => {
  it.each([3, 1400])("is not decompressed with %i encodings", async (count) => {
    const server = await startServer((response) => {
      const headers = { "content-encoding": Array(count).fill("gzip").join(",") };
      response.writeHead(200, headers).end(compressOften(Buffer.from(JSON.stringify(payment)), count));
    });
    const { vinr } = createTestClient(server, { fetch: createFetch(), maxRetries: 0 });
    expect(await errorOf(vinr.payments.retrieve("pay_1"))).toMatchObject({
      code: "response_cut",
      message: expect.stringContaining("more than two content-encodings"),
    });
  });

  it("is decompressed no further once its call has ended", async () => {
    const bomb = createBomb();
    const server = await startServer((response) => {
      response.writeHead(200, { "content-encoding": "gzip, br" }).end(bomb);
    });
    const vinr = new Vinr({ secretKey: testKey, baseUrl: server.url, fetch: createFetch(), maxRetries: 0 });
    expect(await errorOf(vinr.payments.retrieve("pay_1", { timeout: 200 }))).toMatchObject({ code: "timeout" });
    await wait(200);
    const start = process.cpuUsage();
    await wait(1000);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(500);
  });
});
