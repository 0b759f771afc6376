import { context, propagation, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from "@opentelemetry/api";
import type { CallInfo, Hooks } from "@vinr/client";

/** Hooks that write one span for each attempt, by OpenTelemetry's conventions for HTTP clients. */
export function createTracingHooks(tracer: Tracer): Hooks {
  // All attempts of a call share this object, and only one attempt runs at a time.
  const spans = new WeakMap<CallInfo, Span>();

  function fail(call: CallInfo, error: { readonly code: string; readonly message: string }): void {
    const span = spans.get(call);
    span?.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
    span?.setAttribute("error.type", error.code);
    span?.end();
  }

  return {
    onRequest({ call, attempt, headers }) {
      const { hostname } = new URL(call.url);
      const span = tracer.startSpan(`${call.method} ${call.urlTemplate}`, {
        kind: SpanKind.CLIENT,
        attributes: {
          "http.request.method": call.method,
          "url.template": call.urlTemplate,
          "url.full": call.url,
          "server.address": hostname,
          ...(attempt > 1 && { "http.request.resend_count": attempt - 1 }),
        },
      });
      spans.set(call, span);
      propagation.inject(trace.setSpan(context.active(), span), headers);
    },
    onResponse({ call, status, requestId }) {
      const span = spans.get(call);
      span?.setAttribute("http.response.status_code", status);
      if (requestId !== undefined) span?.setAttribute("vinr.request_id", requestId);
      // After a status from 400 on, the client calls onRetry or onError, which have the error. After another one it does so only
      // where it cannot read the body, which it tries next.
      const time = Date.now();
      if (status < 400) setTimeout(() => span?.isRecording() && span.end(time));
    },
    onRetry: ({ call, error }) => fail(call, error),
    onError: ({ call, error }) => fail(call, error),
  };
}
