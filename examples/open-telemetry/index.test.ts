import { setTimeout as sleep } from "node:timers/promises";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { VinrError } from "@vinr/client";
import { createTestKit } from "@vinr/client/testing";
import { describe, expect, it } from "vitest";
import { createTracingHooks } from "./tracing-hooks.ts";

function start() {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const kit = createTestKit({ hooks: createTracingHooks(provider.getTracer("test")) });
  // A span of a success ends once the client has read the response.
  const finishedSpans = async () => {
    await sleep(0);
    return exporter.getFinishedSpans();
  };
  return { ...kit, finishedSpans };
}

describe("tracing", () => {
  it("writes a span for each attempt, with the path's template", async () => {
    const { vinr, api, finishedSpans } = start();
    api.on("retrievePayment").rateLimited().reset();
    await vinr.payments.retrieve("pay_1234567890");
    const spans = await finishedSpans();
    expect(spans.map(({ name, attributes }) => [name, attributes["url.template"]])).toEqual(
      Array(3).fill(["GET /payments/{id}", "/payments/{id}"]),
    );
    expect(spans.map(({ attributes }) => attributes["http.response.status_code"])).toEqual([429, undefined, 200]);
    expect(spans.map(({ attributes }) => attributes["http.request.resend_count"])).toEqual([undefined, 1, 2]);
    expect(spans.map(({ attributes }) => attributes["error.type"])).toEqual([
      "rate_limited",
      "connection_failed",
      undefined,
    ]);
  });

  it("ends the span of a call that fails", async () => {
    const { vinr, api, finishedSpans } = start();
    api.on("createPayment").example("cardDeclined");
    const order = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
    await vinr.payments.create(order).catch(() => {});
    expect(await finishedSpans()).toMatchObject([{ attributes: { "error.type": "card_declined" } }]);
  });

  it.each([
    [200, "<html>maintenance</html>"],
    [301, ""],
  ])("says that a response of %d failed which the client cannot read", async (status, text) => {
    const { vinr, api, finishedSpans } = start();
    api.on("retrievePayment").raw(status, text);
    const error = await vinr.payments
      .retrieve("pay_1234567890", { maxRetries: 0 })
      .catch((reason: VinrError) => reason);
    expect(error).toBeInstanceOf(VinrError);
    expect(await finishedSpans()).toMatchObject([
      { attributes: { "http.response.status_code": status, "error.type": expect.any(String) }, status: { code: 2 } },
    ]);
  });
});
