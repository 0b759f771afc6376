/** A real HTTP server on loopback that answers as a test says, in order, and remembers what it was asked. */
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

/** What to answer: a status with a JSON body and headers, or whatever a function does with the connection. */
export type Answer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | ((response: ServerResponse, request: ReceivedRequest) => void);

export interface ScriptedServer {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  /** Resolves when so many requests have arrived. */
  received(count: number): Promise<void>;
}

/** Takes the request and never answers. */
export const hang: Answer = () => {};

/** Hangs up without an answer. */
export const reset: Answer = (response) => {
  response.socket?.destroy();
};

/** Sends the head and half of the body, then nothing. */
export const stall: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"id":');
};

/** Sends the head and half of the body, then hangs up. */
export const cut: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"id":', () => response.socket?.destroy());
};

/** An error as the API words it. */
export function apiError(status: number, code: string, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers,
    body: { error: { type: "api_error", code, message: "Told by the test.", request_id: "req_1" } },
  };
}

/** Starts a server for the length of a test; the last answer stands for all requests after it. */
export async function startServer(...answers: readonly [Answer, ...Answer[]]): Promise<ScriptedServer> {
  const requests: ReceivedRequest[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method = "", url = "", headers } = incoming;
    const request = { method, url, headers, body: Buffer.concat(chunks).toString() };
    const answer = answers[Math.min(requests.length, answers.length - 1)] ?? hang;
    requests.push(request);
    for (const { count, resolve } of waiting) if (requests.length >= count) resolve();
    reply(answer, response, request);
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

function reply(answer: Answer, response: ServerResponse, request: ReceivedRequest): void {
  if (typeof answer === "function") {
    answer(response, request);
    return;
  }
  const { status, body, headers } = answer;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
}
