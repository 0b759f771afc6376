/** Reads request bodies: JSON in UTF-8, of a bounded size and depth. */
import type { IncomingMessage } from "node:http";
import { hasRepeatedNames, measureJson } from "../../packages/validators/src/runtime/requests/json-text.ts";
import { maxDepth } from "../../packages/validators/src/runtime/values.ts";
import { ApiError } from "./api-error.ts";
import type { MockOperation } from "./engine.ts";

const maxBytes = 1024 * 1024;

/** Reads a body to its end. Keeps nothing of one that is too large: it is drained, then rejected. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
    if (size > 16 * maxBytes) break;
  }
  if (size > maxBytes) {
    throw new ApiError("body_too_large", `The body of the request is larger than ${maxBytes} bytes.`, undefined, {
      connection: "close",
    });
  }
  return Buffer.concat(chunks);
}

/** Parses the body of a request; `undefined` where there is none. */
export function parseBody(operation: MockOperation, headers: Readonly<Record<string, string>>, raw: Buffer): unknown {
  const declared = operation.request?.body;
  // A body where none is documented is not read: many clients send `{}` there.
  if (declared === undefined) return undefined;
  if (raw.length === 0) {
    if (declared.required !== true) return undefined;
    throw new ApiError("parameter_missing", "the request needs a JSON body");
  }
  checkMediaType(headers);
  const text = decode(raw);
  const [colons, depth] = measureJson(text);
  if (depth > maxDepth) throw new ApiError("parameter_invalid", "the body is nested too deeply");
  const value = parseJson(text);
  if (hasRepeatedNames(colons, value)) throw malformed("the body must not have two properties with the same name");
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed("the body must be valid JSON");
  }
}

function checkMediaType(headers: Readonly<Record<string, string>>): void {
  const contentType = headers["content-type"];
  const [type = "", ...parameters] = (contentType ?? "").toLowerCase().split(";");
  if (type.trim() !== "application/json") throw wrongType("content-type must be application/json");
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith("charset="));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) {
    throw wrongType("JSON is UTF-8; leave the charset out of Content-Type.", "Content-Type");
  }
  const encoding = headers["content-encoding"]?.toLowerCase() ?? "identity";
  if (encoding !== "identity") throw wrongType("The body must not be compressed.", "Content-Encoding");
}

function decode(raw: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    throw malformed("the body must be valid UTF-8");
  }
}

function malformed(message: string): ApiError {
  return new ApiError("body_malformed", message);
}

function wrongType(message: string, header?: string): ApiError {
  return new ApiError("unsupported_media_type", message, header);
}
