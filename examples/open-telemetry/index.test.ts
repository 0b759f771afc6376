import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { createTestKit } from "@vinr/client/testing";
import { describe, expect, it } from "vitest";
import { createTracingHooks } from "./tracing-hooks.ts";

function start() {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const kit = createTestKit({ hooks: createTracingHooks(provider.getTracer("test")) });
  return { ...kit, exporter };
}

describe("tracing", () => {
  it("writes a span for each attempt, with the path's template", async () => {
    const { vinr, api, exporter } = start();
    api.on("retrievePayment").rateLimited().reset();
    await vinr.payments.retrieve("pay_1234567890");
    const spans = exporter.getFinishedSpans();
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
    const { vinr, api, exporter } = start();
    api.on("createPayment").example("cardDeclined");
    const order = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };
    await vinr.payments.create(order).catch(() => {});
    expect(exporter.getFinishedSpans()).toMatchObject([{ attributes: { "error.type": "card_declined" } }]);
  });
});
