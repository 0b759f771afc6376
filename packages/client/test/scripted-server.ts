/** A real HTTP server on loopback that sends scripted responses, in order, and records requests. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface ReceivedRequest {
  readonly method: string;
  /** The path and query as they came. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A response: a status with a JSON body and headers, or a function that does anything with the connection. */
export type ScriptedResponse =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | ((response: ServerResponse, request: ReceivedRequest) => void);

export interface ScriptedServer {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  /** Resolves when so many requests have arrived. */
  received(count: number): Promise<void>;
}

/** Receives the request and never responds. */
export const hang: ScriptedResponse = () => {};

/** Closes the connection without a response. */
export const reset: ScriptedResponse = (response) => {
  response.socket?.destroy();
};

/** Sends the head and half of the body, then nothing. */
export const stall: ScriptedResponse = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"id":');
};

/** Sends the head and half of the body, then closes the connection. */
export const cut: ScriptedResponse = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"id":', () => response.socket?.destroy());
};

/** An API error. */
export function apiError(status: number, code: string, headers: Record<string, string> = {}): ScriptedResponse {
  return {
    status,
    headers,
    body: { error: { type: "api_error", code, message: "Scripted by the test.", request_id: "req_1" } },
  };
}

/** Starts a server for the duration of a test. The last response is sent to all further requests. */
export async function startServer(
  ...responses: readonly [ScriptedResponse, ...ScriptedResponse[]]
): Promise<ScriptedServer> {
  const requests: ReceivedRequest[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method = "", url = "", headers } = incoming;
    const request = { method, url, headers, body: Buffer.concat(chunks).toString() };
    const scripted = responses[Math.min(requests.length, responses.length - 1)] ?? hang;
    requests.push(request);
    for (const { count, resolve } of waiting) if (requests.length >= count) resolve();
    respond(scripted, response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    received: (count) =>
      new Promise((resolve) => {
        if (requests.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
  };
}

function respond(scripted: ScriptedResponse, response: ServerResponse, request: ReceivedRequest): void {
  if (typeof scripted === "function") {
    scripted(response, request);
    return;
  }
  const { status, body, headers } = scripted;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
}
