import { configOf, type VinrCore } from "./core.js";
import { isVinrError, VinrError } from "./errors.js";
import type { HttpClient, HttpParts } from "./http-client.js";
import type { HttpMiddleware, VinrHttp } from "./http-types.js";
import { createJob, fillPath } from "./prepare.js";
import { perform } from "./send.js";

const parts: HttpParts = { createJob, fillPath, perform, isVinrError, VinrError };

/**
 * The openapi-fetch client of a `VinrCore`. It is loaded with the first request: its methods return promises anyway, and
 * who calls operations by name never waits for it.
 */
export function createHttp(core: VinrCore): VinrHttp {
  let opening: Promise<HttpClient> | undefined;
  const open = () => {
    opening ??= import("./http-client.js").then(({ openHttpClient }) => openHttpClient(configOf(core), parts));
    return opening;
  };
  const request = async (method: string, path: string, init?: object) => (await open()).request(method, path, init);
  const method = (name: string) => (path: string, init?: object) => request(name, path, init);
  // Middleware takes its place in the queue of requests; what is wrong with it fails those that follow.
  const change =
    (name: "eject" | "use") =>
    (...middleware: HttpMiddleware[]) => {
      opening = open().then((client) => client.change(name, middleware));
      opening.catch(() => {});
    };
  return {
    GET: method("get"),
    POST: method("post"),
    DELETE: method("delete"),
    request,
    use: change("use"),
    eject: change("eject"),
  } as VinrHttp;
}
