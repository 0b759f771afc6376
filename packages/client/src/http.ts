import type createClient from "openapi-fetch";
import { isVinrApiError } from "./api-error.js";
import type { Config } from "./config.js";
import { configOf, type VinrCore } from "./core.js";
import { isVinrError, VinrError } from "./errors.js";
import type { HttpMiddleware, VinrHttp } from "./http-types.js";
import type { Job } from "./job.js";
import { createJob, fillPath } from "./prepare.js";
import { perform } from "./send.js";

/** openapi-fetch as it is used here: names and types are the business of `VinrHttp`, which has them by path. */
interface AnyClient {
  request(method: string, path: string, init: object): Promise<unknown>;
  use(...middleware: HttpMiddleware[]): void;
  eject(...middleware: HttpMiddleware[]): void;
}

/** As much of a request's options as is looked at. */
interface AnyInit {
  readonly params?: { readonly path?: Readonly<Record<string, unknown>> };
  readonly body?: unknown;
}

/**
 * The openapi-fetch client of a `VinrCore`. openapi-fetch itself is loaded with the first request: its methods return
 * promises anyway, and who calls operations by name never waits for it.
 */
export function createHttp(core: VinrCore): VinrHttp {
  let loading: Promise<AnyClient> | undefined;
  const load = () => {
    loading ??= import("openapi-fetch").then(({ default: create }) => openClient(create, configOf(core).baseUrl));
    return loading;
  };
  // Middleware takes its place in the queue of requests; what is wrong with it fails those that follow.
  const change = (name: "eject" | "use", middleware: HttpMiddleware[]) => {
    loading = load().then((client) => {
      client[name](...middleware);
      return client;
    });
    loading.catch(() => {});
  };
  const request = async (method: string, path: string, init: AnyInit = {}) => {
    const isOneShot = init.body instanceof ReadableStream;
    const fetch = (request: Request) => exchange(configOf(core), request, path, isOneShot);
    const params = { ...init.params, path: { ...init.params?.path } };
    try {
      const client = await load();
      return await client.request(method, path, { ...init, params, fetch, ...(isOneShot && streamed) });
    } catch (cause) {
      if (isVinrError(cause)) throw cause;
      const message = `vinr.http cannot make the request: ${cause instanceof Error ? cause.message : cause}`;
      throw new VinrError(message, { code: "invalid_argument", cause });
    }
  };
  const method = (name: string) => (path: string, init?: AnyInit) => request(name, path, init);
  return {
    GET: method("get"),
    POST: method("post"),
    DELETE: method("delete"),
    request,
    use: (...middleware: HttpMiddleware[]) => change("use", middleware),
    eject: (...middleware: HttpMiddleware[]) => change("eject", middleware),
  } as VinrHttp;
}

const streamed = { bodySerializer: (body: unknown) => body, duplex: "half" };

function openClient(create: typeof createClient, baseUrl: string): AnyClient {
  return create({ baseUrl, pathSerializer: fillPath }) as unknown as AnyClient;
}

/** Sends what openapi-fetch made of a request in the way of all calls, and gives an answer for it to read. */
async function exchange(config: Config, request: Request, path: string, isOneShot: boolean): Promise<Response> {
  const { method, url, signal } = request;
  if (!url.startsWith(`${config.baseUrl}/`)) {
    throw new VinrError(`vinr.http sends to ${config.baseUrl} and nowhere else, since the key goes with it.`, {
      code: "invalid_argument",
    });
  }
  const headers = Object.fromEntries(request.headers);
  const key = method === "POST" ? (headers["idempotency-key"] ?? config.runtime.createKey()) : undefined;
  const info = { operationId: undefined, method, urlTemplate: path, idempotencyKey: key };
  const body = await readBody(request, isOneShot);
  const job = createJob(config, info, url.slice(config.baseUrl.length), headers, body);
  try {
    await perform(config, job, { signal });
    return toResponse(job, true);
  } catch (error) {
    if (isVinrApiError(error)) return toResponse(job, false);
    throw error;
  }
}

async function readBody(request: Request, isOneShot: boolean): Promise<Job["body"]> {
  if (request.body === null) return undefined;
  return isOneShot ? request.body : new Uint8Array(await request.arrayBuffer());
}

/** The answer, to be read once more. A deletion that found nothing left to delete has succeeded. */
function toResponse({ answer }: Job, isSuccess: boolean): Response {
  const status = answer?.response.status ?? 204;
  if (isSuccess && (status === 204 || status >= 400)) return new Response(null, { status: 204 });
  return new Response(answer?.text, { status, headers: new Headers(answer?.response.headers) });
}
