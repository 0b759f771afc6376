import { BasicTracerProvider, ConsoleSpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { Vinr } from "@vinr/client";
import { createTracingHooks } from "./tracing-hooks.ts";

const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())] });

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
  hooks: createTracingHooks(provider.getTracer("vinr")),
});

const payment = await vinr.payments.retrieve("pay_1234567890");
console.log(payment.status);
