import createClient from "openapi-fetch";
import type { Config } from "./config.js";
import type { VinrError } from "./errors.js";
import type { HttpMiddleware } from "./http-types.js";
import type { Job } from "./job.js";
import type { createJob, fillPath } from "./prepare.js";
import type { perform } from "./send.js";

/**
 * The parts of the client that are used here. They are handed over, not imported: a module that is loaded later would
 * make bundlers wrap whatever it imports, and that is all of the client.
 */
export interface HttpParts {
  readonly createJob: typeof createJob;
  readonly fillPath: typeof fillPath;
  readonly perform: typeof perform;
  readonly isVinrError: (value: unknown) => value is VinrError;
  readonly VinrError: typeof VinrError;
}

/** openapi-fetch behind the client's own way to send; names and types are the business of `VinrHttp`. */
export interface HttpClient {
  request(method: string, path: string, init?: AnyInit): Promise<unknown>;
  change(name: "eject" | "use", middleware: readonly HttpMiddleware[]): HttpClient;
}

/** openapi-fetch as it is used here. */
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

/** What openapi-fetch is told of a stream: to leave it as it is. */
const streamed = { bodySerializer: (body: unknown) => body, duplex: "half" };

/** Opens the openapi-fetch client of a configuration. */
export function openHttpClient(config: Config, parts: HttpParts): HttpClient {
  const client = createClient({ baseUrl: config.baseUrl, pathSerializer: parts.fillPath }) as unknown as AnyClient;
  const self: HttpClient = {
    async request(method, path, init = {}) {
      const isOneShot = init.body instanceof ReadableStream;
      const fetch = (request: Request) => exchange(config, parts, request, path, isOneShot);
      const params = { ...init.params, path: { ...init.params?.path } };
      try {
        return await client.request(method, path, { ...init, params, fetch, ...(isOneShot && streamed) });
      } catch (cause) {
        if (parts.isVinrError(cause)) throw cause;
        const message = `vinr.http cannot make the request: ${cause instanceof Error ? cause.message : cause}`;
        throw new parts.VinrError(message, { code: "invalid_argument", cause });
      }
    },
    change(name, middleware) {
      client[name](...middleware);
      return self;
    },
  };
  return self;
}

/** Sends what openapi-fetch made of a request in the way of all calls, and gives an answer for it to read. */
async function exchange(
  config: Config,
  parts: HttpParts,
  request: Request,
  path: string,
  isOneShot: boolean,
): Promise<Response> {
  const { method, url, signal } = request;
  if (!url.startsWith(`${config.baseUrl}/`)) {
    const message = `vinr.http sends to ${config.baseUrl} and nowhere else, since the key goes with it.`;
    throw new parts.VinrError(message, { code: "invalid_argument" });
  }
  const headers = Object.fromEntries(request.headers);
  const key = method === "POST" ? (headers["idempotency-key"] ?? config.runtime.createKey()) : undefined;
  const info = { operationId: undefined, method, urlTemplate: path, idempotencyKey: key };
  const body = await readBody(request, isOneShot);
  const job = parts.createJob(config, info, url.slice(config.baseUrl.length), headers, body);
  try {
    await parts.perform(config, job, { signal });
    return toResponse(job, true);
  } catch (error) {
    if (parts.isVinrError(error) && "status" in error) return toResponse(job, false);
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
