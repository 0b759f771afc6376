import type { ErrorResponse, paths } from "@vinr/types";

type Method = "delete" | "get" | "post";

/** The paths that have a method. */
export type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends { responses: unknown } ? P : never;
}[keyof paths];

type Json<T> = T extends { content: { "application/json": infer Body } } ? Body : undefined;

type SuccessOf<R> = R extends { 200: infer S }
  ? S
  : R extends { 201: infer S }
    ? S
    : R extends { 204: infer S }
      ? S
      : never;

type DataOf<O> = O extends { responses: infer R } ? Json<SuccessOf<R>> : never;

type PathParamsOf<O> = O extends { parameters: { path: infer P } } ? { path: P } : { path?: undefined };

type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? { query?: Q } : { query?: undefined };

type BodyOf<O> = O extends { requestBody: { content: { "application/json": infer B } } }
  ? { body: B }
  : O extends { requestBody?: { content: { "application/json": infer B } } }
    ? { body?: B }
    : { body?: undefined };

type ParamsOf<O> = { params: PathParamsOf<O> & QueryOf<O> };

/** What is passed beside the path, as openapi-fetch takes it. */
export type HttpInit<O> = (O extends { parameters: { path: object } } ? ParamsOf<O> : Partial<ParamsOf<O>>) &
  BodyOf<O> & { headers?: Readonly<Record<string, string>>; signal?: AbortSignal };

/** The data of a success, or what the API said about an error; and the answer, whose body has been read. */
export type HttpResult<O> =
  | { data: DataOf<O>; error?: undefined; response: Response }
  | { data?: undefined; error: ErrorResponse; response: Response };

/** Required where the operation needs an id or a body. */
type InitArguments<O> = Partial<HttpInit<O>> extends HttpInit<O> ? [init?: HttpInit<O>] : [init: HttpInit<O>];

type HttpMethod<M extends Method> = <P extends PathWith<M>>(
  path: P,
  ...init: InitArguments<paths[P][M]>
) => Promise<HttpResult<paths[P][M]>>;

/** What openapi-fetch's middleware may do, as far as it is of use here. */
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
 * The API by method and path: the client of openapi-fetch, with the key, the retries, the time-outs and the idempotency
 * keys of this one. Errors of the API are in `error`; whatever else goes wrong is thrown, as a `VinrError`.
 *
 * @example
 * const { data, error } = await vinr.http.GET("/payments/{id}", { params: { path: { id: "pay_1234567890" } } });
 */
export interface VinrHttp {
  readonly GET: HttpMethod<"get">;
  readonly POST: HttpMethod<"post">;
  readonly DELETE: HttpMethod<"delete">;
  /** The same with the method as an argument. */
  readonly request: <M extends Method, P extends PathWith<M>>(
    method: M,
    path: P,
    ...init: InitArguments<paths[P][M]>
  ) => Promise<HttpResult<paths[P][M]>>;
  /** Adds middleware of openapi-fetch's. */
  use(...middleware: HttpMiddleware[]): void;
  /** Takes middleware away. */
  eject(...middleware: HttpMiddleware[]): void;
}
