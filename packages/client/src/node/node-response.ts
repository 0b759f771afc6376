import type { IncomingMessage } from "node:http";
import type { HttpResponse } from "../http-seam.js";

/** Reads an answer of `node:http` to its end, or to where it is cut. Without being read, it would hold its connection. */
export function readResponse(message: IncomingMessage): Promise<HttpResponse> {
  return new Promise((resolve) => {
    let text = "";
    message.setEncoding("utf8");
    message.on("data", (chunk: string) => {
      text += chunk;
    });
    message.on("end", () => resolve(new NodeResponse(message, text)));
    // What was wrong is told by `text`; unheard, it would end the process.
    message.on("error", () => {});
    message.on("close", () => resolve(new NodeResponse(message, text)));
  });
}

/** An answer whose headers are looked at only where they are asked for. */
class NodeResponse implements HttpResponse {
  readonly status: number;
  readonly #message: IncomingMessage;
  readonly #text: string;
  #headers: Headers | undefined;

  constructor(message: IncomingMessage, text: string) {
    this.status = message.statusCode ?? 0;
    this.#message = message;
    this.#text = text;
  }

  get headers(): Headers {
    this.#headers ??= new Headers(pairs(this.#message.rawHeaders));
    return this.#headers;
  }

  async text(): Promise<string> {
    if (!this.#message.complete) throw new Error("the connection was closed before the end of the body");
    // As fetch does, without the mark that some servers put before UTF-8.
    return this.#text.charCodeAt(0) === 0xfeff ? this.#text.slice(1) : this.#text;
  }
}

function pairs(raw: readonly string[]): [string, string][] {
  return Array.from({ length: raw.length / 2 }, (_, index) => [raw[2 * index] ?? "", raw[2 * index + 1] ?? ""]);
}
