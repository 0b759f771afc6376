// Loaded by `node --import` before the command, as whoever hosts the sandbox loads an SDK.
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { NodeTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";

// The exporter reads OTEL_EXPORTER_OTLP_ENDPOINT.
new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new OTLPTraceExporter())] }).register();
