/**
 * OpenTelemetry spans, if the host has loaded an SDK: `node --import …`. The SDK reads the standard environment
 * variables, such as OTEL_EXPORTER_OTLP_ENDPOINT; without one, nothing of this is loaded.
 */
import type * as OpenTelemetry from "@opentelemetry/api";
import type { Handler } from "@vinr/server";
import type { SendDelivery } from "../../deliveries/attempt.js";
import { redactAddress } from "../../pages/window/recording/redact.js";

/** Finds the public id of a request's account; undefined if its key belongs to none. */
export type FindPublicId = (request: Request, response: Response) => string | undefined;

/** Makes spans of requests and of deliveries. */
export interface Telemetry {
  traceRequests(handler: Handler, findAccount: FindPublicId): Handler;
  traceDeliveries(send: SendDelivery): SendDelivery;
}

/** An SDK registers itself under this symbol, by the API's own convention. */
const registered = Symbol.for("opentelemetry.js.api.1");

/** The spans of an SDK that is already loaded; undefined if none is. */
export async function loadTelemetry(): Promise<Telemetry | undefined> {
  if (!(registered in globalThis)) return undefined;
  const api = await import("@opentelemetry/api");
  return createTelemetry(api);
}

/** Why nothing is exported although the environment asks for it; undefined if it does not. */
export function findMissingSdk(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const isAsked = env.OTEL_EXPORTER_OTLP_ENDPOINT ?? env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT;
  if (isAsked === undefined || env.OTEL_SDK_DISABLED === "true" || registered in globalThis) return undefined;
  return "OpenTelemetry is asked for by the environment, and no SDK of it is loaded. Install one, and load it before: NODE_OPTIONS='--import @opentelemetry/auto-instrumentations-node/register'.";
}

function createTelemetry(api: typeof OpenTelemetry): Telemetry {
  const tracer = api.trace.getTracer("@vinr/sandbox");
  const { SpanKind, SpanStatusCode } = api;

  /** Ends a span with the result of work, or with its error. */
  async function follow<T>(
    span: OpenTelemetry.Span,
    context: OpenTelemetry.Context,
    { work, describe }: { work: () => Promise<T>; describe: (result: T) => void },
  ): Promise<T> {
    try {
      const result = await api.context.with(api.trace.setSpan(context, span), work);
      describe(result);
      return result;
    } catch (error) {
      fail(span, error instanceof Error ? error.name : "_OTHER");
      throw error;
    } finally {
      span.end();
    }
  }

  function fail(span: OpenTelemetry.Span, type: string): void {
    span.setAttribute("error.type", type);
    span.setStatus({ code: SpanStatusCode.ERROR });
  }

  return {
    traceRequests: (handler, findAccount) => (request) => {
      const method = methodOf(request);
      const { pathname, protocol } = new URL(request.url);
      const active = api.context.active();
      // An instrumentation of Node's server may already have made the server span.
      const isInside = api.trace.getSpan(active) !== undefined;
      const context = isInside ? active : api.propagation.extract(active, request.headers, headerGetter);
      const kind = isInside ? SpanKind.INTERNAL : SpanKind.SERVER;
      const attributes = {
        "http.request.method": method,
        "url.path": redactAddress(pathname).slice(0, 200),
        "url.scheme": protocol.replace(":", ""),
      };
      const span = tracer.startSpan(method, { kind, attributes }, context);
      const describe = (response: Response): void => {
        const route = unrouted.includes(response.status) ? undefined : routeOf(pathname);
        if (route !== undefined) span.updateName(`${method} ${route}`).setAttribute("http.route", route);
        span.setAttribute("http.response.status_code", response.status);
        setKnown(span, "vinr.request_id", response.headers.get("x-request-id"));
        setKnown(span, "vinr.account", findAccount(request, response));
        if (response.status >= 500) fail(span, String(response.status));
      };
      return follow(span, context, { work: () => handler(request), describe });
    },
    traceDeliveries: (send) => (url, init, place) => {
      const { hostname, port, protocol } = new URL(url);
      const attributes = {
        "http.request.method": "POST",
        "http.request.resend_count": place.attempt,
        "server.address": hostname,
        "server.port": Number(port) || (protocol === "https:" ? 443 : 80),
      };
      const context = api.context.active();
      const span = tracer.startSpan("POST", { kind: SpanKind.CLIENT, attributes }, context);
      const describe = ({ status }: { readonly status: number }): void => {
        span.setAttribute("http.response.status_code", status);
        if (status >= 400) fail(span, String(status));
      };
      return follow(span, context, { work: () => send(url, init, place), describe });
    },
  };
}

const headerGetter: OpenTelemetry.TextMapGetter<Headers> = {
  keys: (headers) => [...headers.keys()],
  get: (headers, name) => headers.get(name) ?? undefined,
};

function setKnown(span: OpenTelemetry.Span, name: string, value: string | null | undefined): void {
  if (value !== null && value !== undefined) span.setAttribute(name, value);
}

/** By the conventions, an unknown method is not used as a name. */
function methodOf({ method }: Request): string {
  return ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"].includes(method) ? method : "_OTHER";
}

/** Statuses of requests that may not have reached an operation: their sender can make up any path. */
const unrouted: readonly number[] = [401, 403, 404, 405, 413, 415, 429, 503];

/** The path with its ids left out; undefined for one that may have been made up, or hides something. */
export function routeOf(path: string): string | undefined {
  if (redactAddress(path) !== path) return undefined;
  const parts = path.split("/").map((part) => (/^[a-z]{2,5}_[A-Za-z0-9]+$/.test(part) ? "{id}" : part));
  return parts.every((part) => part === "{id}" || /^(?:[a-z][a-z\d.-]{0,29})?$/.test(part))
    ? parts.join("/")
    : undefined;
}
