import type { OperationId } from "../generated/operations.js";
import type { Fetch, HttpRequest, HttpResponse } from "../http-seam.js";
import type { BodyOf } from "../operation-types.js";
import { OperationScript } from "./operation-script.js";
import { answer, defaultAnswer, errorBody, hang, lastPage, type RecordedCall, type Reply } from "./replies.js";
import { findRoute, type Route } from "./routes.js";
import { VirtualClock } from "./virtual-clock.js";

/**
 * An API in this process: it answers each operation with the description's first example, or as a test says, and
 * remembers what it was asked. Nothing leaves the process, and no global is touched.
 */
export class FakeApi {
  /** Every request that arrived, retries included. */
  readonly calls: RecordedCall[] = [];
  readonly #replies = new Map<OperationId, Reply[]>();
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock = new VirtualClock()) {
    this.#clock = clock;
  }

  /**
   * Says what becomes of the next requests of an operation.
   *
   * @example
   * api.on("createPayment").rateLimited({ times: 2 }).reset().example("pending");
   */
  on<Id extends OperationId>(operationId: Id): OperationScript<Id> {
    const replies = this.#replies.get(operationId) ?? [];
    this.#replies.set(operationId, replies);
    return new OperationScript(operationId, replies);
  }

  /** The requests of one operation. */
  callsOf<Id extends OperationId>(operationId: Id): RecordedCall<Id, BodyOf<Id>>[] {
    return this.calls.filter((call) => call.operationId === operationId) as RecordedCall<Id, BodyOf<Id>>[];
  }

  /** Forgets what was asked and what was said. */
  reset(): void {
    this.calls.length = 0;
    this.#replies.clear();
  }

  /** The option `fetch` of a client. */
  readonly fetch: Fetch = async (url, init) => {
    const { pathname, searchParams } = new URL(url);
    const route = findRoute(init.method, pathname.replace(/^\/v1/, ""));
    if (route === undefined) {
      const { status, body } = errorBody("route_not_found", {});
      return answer(status, body);
    }
    const call = record(route, url, searchParams, init, await this.#clock.hold(() => readBody(init.body)));
    this.calls.push(call);
    const reply = this.#replies.get(route.operationId)?.shift() ?? replyByDefault;
    // The clock stands still while a reply is made, but not for one that never comes.
    const work = reply === hang ? hang(call, init.signal) : this.#clock.hold(() => reply(call, init.signal));
    return interrupted(init.signal, work);
  };
}

const replyByDefault: Reply = async ({ operationId, query }) => {
  const { status, body } = query.starting_after === undefined ? defaultAnswer(operationId) : lastPage(operationId);
  return answer(status, body);
};

/** As fetch does: an abort settles at once, whatever the reply is doing. */
function interrupted(signal: AbortSignal, work: Promise<HttpResponse>): Promise<HttpResponse> {
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
