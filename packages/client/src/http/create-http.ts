import { getConfig, type VinrCore } from "../vinr-core.js";
import type { HttpMiddleware, VinrHttp } from "./http-types.js";
import { createOpenapiFetchClient, type OpenapiFetchClient } from "./openapi-fetch-client.js";
import { readInit } from "./read-init.js";

/**
 * Creates `vinr.http`. The first request creates its client, which has to load openapi-fetch.
 */
export function createHttp(core: VinrCore): VinrHttp {
  let loading: Promise<OpenapiFetchClient> | undefined;
  const load = () => {
    loading ??= createOpenapiFetchClient(getConfig(core));
    return loading;
  };
  const request = async (method: string, path: string, given?: object) => {
    const read = readInit(given);
    return (await load()).request(method, path, read);
  };
  const method = (name: string) => (path: string, init?: object) => request(name, path, init);
  // Middleware applies to the requests after it. If it is invalid, those requests fail.
  const changeMiddleware =
    (change: "eject" | "use") =>
    (...middleware: HttpMiddleware[]) => {
      loading = load().then((client) => client.changeMiddleware(change, middleware));
      loading.catch(() => {});
    };
  return {
    GET: method("get"),
    PUT: method("put"),
    POST: method("post"),
    DELETE: method("delete"),
    OPTIONS: method("options"),
    HEAD: method("head"),
    PATCH: method("patch"),
    request,
    use: changeMiddleware("use"),
    eject: changeMiddleware("eject"),
  } as VinrHttp;
}
