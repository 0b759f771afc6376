import type { IncomingMessage } from "node:http";
import type { HttpResponse } from "../http-seam.js";

/** An answer of `node:http`. Its body is read as it comes, and its headers are looked at only where they are asked for. */
export class NodeResponse implements HttpResponse {
  readonly status: number;
  readonly #message: IncomingMessage;
  readonly #text: Promise<string>;
  #headers: Headers | undefined;

  constructor(message: IncomingMessage) {
    this.status = message.statusCode ?? 0;
    this.#message = message;
    this.#text = readText(message);
    // Who asks hears of it; a cut body that nobody asks for must not end the process.
    this.#text.catch(() => {});
  }

  get headers(): Headers {
    this.#headers ??= new Headers(pairs(this.#message.rawHeaders));
    return this.#headers;
  }

  text(): Promise<string> {
    return this.#text;
  }
}

function readText(message: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    message.setEncoding("utf8");
    message.on("data", (chunk: string) => {
      text += chunk;
    });
    // As fetch does, without the mark that some servers put before UTF-8.
    message.once("end", () => resolve(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text));
    message.once("error", reject);
    message.once("close", () => {
      if (!message.complete) reject(new Error("the connection was closed before the end of the body"));
    });
  });
}

function pairs(raw: readonly string[]): [string, string][] {
  return Array.from({ length: raw.length / 2 }, (_, index) => [raw[2 * index] ?? "", raw[2 * index + 1] ?? ""]);
}
