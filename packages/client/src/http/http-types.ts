import type { ErrorResponse, paths } from "@vinr/types";
import type { WriteOptions } from "../config/call-options.js";
import type { JsonBody, PathParams, QueryParams, SuccessData } from "../request/operation-types.js";

/** The methods of an OpenAPI path item, without `trace`, which fetch does not send. */
type Method = "delete" | "get" | "head" | "options" | "patch" | "post" | "put";

/** The paths that have a method. */
export type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends { responses: unknown } ? P : never;
}[keyof paths];

/** A property that is required, optional or absent, as its type allows undefined or is it. */
type Property<Name extends string, T> = [T] extends [undefined]
  ? { [N in Name]?: undefined }
  : undefined extends T
    ? { [N in Name]?: T | undefined }
    : { [N in Name]: T };

type ParamsOf<O> = Property<"path", PathParams<O>> & { query?: QueryParams<O> | undefined };

type BodyProperty<O> = O extends { requestBody: unknown }
  ? Property<"body", JsonBody<O>>
  : { body?: JsonBody<O> | undefined };

/** The second argument of a method: parameters and body, as openapi-fetch takes them, and the options of a call. */
export type HttpInit<O> = ([PathParams<O>] extends [undefined]
  ? { params?: ParamsOf<O> | undefined }
  : { params: ParamsOf<O> }) &
  BodyProperty<O> &
  Omit<WriteOptions, "headers"> & {
    /** Headers to add; undefined adds none. `Idempotency-Key` is used only without `idempotencyKey`. */
    headers?: Readonly<Record<string, string | undefined>> | undefined;
  };

/** The data of a success, or the error that the API returned, with the response. Its body has been read. */
export type HttpResult<O> = (
  | { data: SuccessData<O>; error?: undefined }
  | { data?: undefined; error: ErrorResponse }
) & {
  response: Response;
  /** How many times the request was sent. */
  attempts: number;
  /**
   * The idempotency key of the request, even if the client made it; undefined if it has none. After an `error` such as a 429 or
   * 503, an attempt may still have taken effect: to find out, send this key again as `idempotencyKey`.
   */
  idempotencyKey: string | undefined;
};

/** The argument is required if the operation needs an id or a body. */
type InitArguments<O> = Partial<HttpInit<O>> extends HttpInit<O> ? [init?: HttpInit<O>] : [init: HttpInit<O>];

type HttpMethod<M extends Method> = <P extends PathWith<M>>(
  path: P,
  ...init: InitArguments<paths[P][M]>
) => Promise<HttpResult<paths[P][M]>>;

/**
 * Middleware of openapi-fetch. What it throws after the request was sent is the `cause` of a `VinrResponseError` with the code
 * `response_invalid`.
 */
export interface HttpMiddleware {
  readonly onRequest?: (options: {
    request: Request;
    schemaPath: string;
  }) => MaybePromise<Request | Response | undefined>;
  readonly onResponse?: (options: {
    request: Request;
    response: Response;
    schemaPath: string;
  }) => MaybePromise<Response | undefined>;
  readonly onError?: (options: { request: Request; error: unknown }) => MaybePromise<Response | Error | undefined>;
}

type MaybePromise<T> = T | Promise<T> | Promise<void> | undefined;

/**
 * Calls the API by method and path, with the client of openapi-fetch and this client's key, retries, timeouts and
 * idempotency keys. API errors are returned as `error`; everything else throws a `VinrError`.
 *
 * @example
 * const { data, error } = await vinr.http.GET("/payments/{id}", { params: { path: { id: "pay_1234567890" } } });
 */
export interface VinrHttp {
  readonly GET: HttpMethod<"get">;
  readonly PUT: HttpMethod<"put">;
  readonly POST: HttpMethod<"post">;
  readonly DELETE: HttpMethod<"delete">;
  readonly OPTIONS: HttpMethod<"options">;
  readonly HEAD: HttpMethod<"head">;
  readonly PATCH: HttpMethod<"patch">;
  /** The same, with the method as an argument. */
  readonly request: <M extends Method, P extends PathWith<M>>(
    method: M,
    path: P,
    ...init: InitArguments<paths[P][M]>
  ) => Promise<HttpResult<paths[P][M]>>;
  /** Adds middleware. */
  use(...middleware: HttpMiddleware[]): void;
  /** Removes middleware. */
  eject(...middleware: HttpMiddleware[]): void;
}
