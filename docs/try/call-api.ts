/** Requests to the merchant's API of a sandbox, in its account's name. */
import type { Sandbox } from "@vinr/sandbox";
import type { TryRequest, TryResponse } from "./protocol.ts";

/** As much of a sandbox as a request needs. */
export type Api = Pick<Sandbox, "fetch" | "key">;

/** The headers that a program would send. */
export function headersOf({ body, idempotencyKey }: TryRequest, key: string): Record<string, string> {
  return {
    authorization: `Bearer ${key}`,
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
  };
}

/** Sends a request. A body that is not valid is sent as well: the response says what is wrong with it. */
export async function sendRequest(api: Api, request: TryRequest): Promise<TryResponse> {
  const { method, url, body } = request;
  const response = await api.fetch(`https://sandbox.api.vinr.com${url}`, {
    method,
    headers: headersOf(request, api.key()),
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: [...response.headers],
    body: text === "" ? "" : JSON.stringify(JSON.parse(text), null, 2),
  };
}

/** Reads an object or a list that is known to be there. */
export async function read<Found>(api: Api, url: string): Promise<Found> {
  return expectSuccess(await sendRequest(api, { operationId: "", method: "GET", url }), url);
}

/** Creates an object by a request that is known to be valid. */
export async function create<Made>(api: Api, url: string, body: object): Promise<Made> {
  const request = { operationId: "", method: "POST", url, body: JSON.stringify(body) };
  return expectSuccess(await sendRequest(api, { ...request, idempotencyKey: crypto.randomUUID() }), url);
}

function expectSuccess({ status, body }: TryResponse, url: string) {
  if (status >= 400) throw new Error(`${url} responded with ${status}: ${body}`);
  return JSON.parse(body);
}
