import { type OperationId, operations } from "../generated/operations.js";
import type { BodyOf } from "../request/operation-types.js";
import type { Fetch, HttpRequest, HttpResponse } from "../transport/transport.js";
import { checkName } from "./check-name.js";
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
import { Script } from "./script.js";
import { rejectInvalid } from "./validate-request.js";
import { VirtualClock } from "./virtual-clock.js";

/** The options of a fake API. */
export interface FakeApiOptions {
  /** Rejects a request that VINR would reject, such as an unknown property or a decimal amount. Default: true. */
  readonly validateRequests?: boolean | undefined;
}

/**
 * A fake API in this process. It returns the specification's first example of each operation, or what a test scripts, and
 * records every request. It rejects invalid requests with VINR's own errors, before any scripted response. Nothing leaves
 * the process, and no global is changed.
 */
export class FakeApi {
  /** Every request that it received, including retries. */
  readonly calls: RecordedCall[] = [];
  readonly #scripts = new Map<OperationId, Script>();
  readonly #clock: VirtualClock;
  readonly #validatesRequests: boolean;

  constructor(clock: VirtualClock = new VirtualClock(), { validateRequests = true }: FakeApiOptions = {}) {
    this.#clock = clock;
    this.#validatesRequests = validateRequests;
  }

  /**
   * Scripts the next responses of an operation.
   *
   * @example
   * api.on("createPayment").rateLimited({ times: 2 }).reset().example("pending");
   * @throws {TypeError} for an operation that the API does not have.
   */
  on<Id extends OperationId>(operationId: Id): OperationScript<Id> {
    checkName("operation", operationId, operations);
    const script = this.#scripts.get(operationId) ?? new Script();
    this.#scripts.set(operationId, script);
    return new OperationScript(operationId, script);
  }

  /**
   * Returns the requests of one operation.
   *
   * @throws {TypeError} for an operation that the API does not have.
   */
  callsOf<Id extends OperationId>(operationId: Id): RecordedCall<Id, BodyOf<Id>>[] {
    checkName("operation", operationId, operations);
    return this.calls.filter((call) => call.operationId === operationId) as RecordedCall<Id, BodyOf<Id>>[];
  }

  /** Clears the recorded requests and the scripted responses. */
  reset(): void {
    this.calls.length = 0;
    this.#scripts.clear();
  }

  /** The option `fetch` of a client. */
  readonly fetch: Fetch = async (url, init) => {
    const { pathname, search, searchParams } = new URL(url);
    const path = pathname.replace(/^\/v1/, "");
    const route = findRoute(init.method, path);
    if (route === undefined) {
      const { status, body } = errorBody("route_not_found", {});
      return createResponse(status, body);
    }
    const text = await this.#clock.hold(() => readText(init.body));
    const call = record(route, url, searchParams, init, text);
    this.calls.push(call);
    const rejected = this.#validatesRequests ? rejectInvalid(path + search, init, text) : undefined;
    return this.#withReset(rejected ?? (await this.#respond(call, init.signal)));
  };

  #respond(call: RecordedCall, signal: AbortSignal): Promise<HttpResponse> {
    const responder = this.#scripts.get(call.operationId)?.next() ?? respondByDefault;
    // The clock does not advance while a response is created, unless there will never be one.
    const work =
      responder === neverRespond ? neverRespond(call, signal) : this.#clock.hold(() => responder(call, signal));
    return rejectOnAbort(signal, work);
  }

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

async function readText(body: HttpRequest["body"]): Promise<string | undefined> {
  if (body === undefined || typeof body === "string") return body;
  return new Response(body).text();
}

/** Parses a body; one that is not JSON stays the text that it is. */
function parseBody(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

function record(
  { operationId, params }: Route,
  url: string,
  query: URLSearchParams,
  { method, headers }: HttpRequest,
  text: string | undefined,
): RecordedCall {
  const { authorization: _, ...rest } = headers;
  return {
    operationId,
    method,
    url,
    params,
    query: Object.fromEntries(query),
    body: parseBody(text),
    headers: rest,
    idempotencyKey: headers["idempotency-key"],
  };
}
