import type { OperationId } from "../generated/operations.js";
import type { BodyOf } from "../request/operation-types.js";
import type { Fetch, HttpRequest, HttpResponse } from "../transport/transport.js";
import { OperationScript } from "./operation-script.js";
import {
  createResponse,
  defaultResponse,
  errorBody,
  lastPage,
  neverRespond,
  type RecordedCall,
  type Responder,
} from "./responses.js";
import { findRoute, type Route } from "./routes.js";
import { VirtualClock } from "./virtual-clock.js";

/**
 * A fake API in this process. It returns the specification's first example of each operation, or what a test scripts, and
 * records every request. Nothing leaves the process, and no global is changed.
 */
export class FakeApi {
  /** Every request that it received, including retries. */
  readonly calls: RecordedCall[] = [];
  readonly #responders = new Map<OperationId, Responder[]>();
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock = new VirtualClock()) {
    this.#clock = clock;
  }

  /**
   * Scripts the next responses of an operation.
   *
   * @example
   * api.on("createPayment").rateLimited({ times: 2 }).reset().example("pending");
   */
  on<Id extends OperationId>(operationId: Id): OperationScript<Id> {
    const responders = this.#responders.get(operationId) ?? [];
    this.#responders.set(operationId, responders);
    return new OperationScript(operationId, responders);
  }

  /** Returns the requests of one operation. */
  callsOf<Id extends OperationId>(operationId: Id): RecordedCall<Id, BodyOf<Id>>[] {
    return this.calls.filter((call) => call.operationId === operationId) as RecordedCall<Id, BodyOf<Id>>[];
  }

  /** Clears the recorded requests and the scripted responses. */
  reset(): void {
    this.calls.length = 0;
    this.#responders.clear();
  }

  /** The option `fetch` of a client. */
  readonly fetch: Fetch = async (url, init) => {
    const { pathname, searchParams } = new URL(url);
    const route = findRoute(init.method, pathname.replace(/^\/v1/, ""));
    if (route === undefined) {
      const { status, body } = errorBody("route_not_found", {});
      return createResponse(status, body);
    }
    const call = record(route, url, searchParams, init, await this.#clock.hold(() => readBody(init.body)));
    this.calls.push(call);
    const responder = this.#responders.get(route.operationId)?.shift() ?? respondByDefault;
    // The clock does not advance while a response is created, unless there will never be one.
    const work =
      responder === neverRespond
        ? neverRespond(call, init.signal)
        : this.#clock.hold(() => responder(call, init.signal));
    return this.#withReset(await rejectOnAbort(init.signal, work));
  };

  /** Adds when the rate limit's bucket is full again: in a second, by the clock that the client reads. */
  #withReset(response: HttpResponse): HttpResponse {
    const { headers } = response;
    if (!headers.has("x-ratelimit-reset")) {
      headers.set("x-ratelimit-reset", String(Math.ceil(this.#clock.now() / 1000) + 1));
    }
    return response;
  }
}

const respondByDefault: Responder = async ({ operationId, query }) => {
  const { status, body } = query.starting_after === undefined ? defaultResponse(operationId) : lastPage(operationId);
  return createResponse(status, body);
};

/** Like fetch, rejects as soon as the signal aborts, whatever the responder is doing. */
function rejectOnAbort(signal: AbortSignal, work: Promise<HttpResponse>): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort);
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

async function readBody(body: HttpRequest["body"]): Promise<unknown> {
  if (body === undefined) return undefined;
  return JSON.parse(typeof body === "string" ? body : await new Response(body).text());
}

function record(
  { operationId, params }: Route,
  url: string,
  query: URLSearchParams,
  { method, headers }: HttpRequest,
  body: unknown,
): RecordedCall {
  const { authorization: _, ...rest } = headers;
  return {
    operationId,
    method,
    url,
    params,
    query: Object.fromEntries(query),
    body,
    headers: rest,
    idempotencyKey: headers["idempotency-key"],
  };
}
