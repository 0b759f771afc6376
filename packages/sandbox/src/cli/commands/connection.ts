import { maxRestorationBytes } from "../../control/limits.js";
import { accountOfSecretKey } from "../../domain/secret-key.js";
import { readHttpUrl } from "../../http-url.js";
import { redact } from "../../pages/window/recording/redact.js";
import { CommandError, UsageError } from "./command.js";
import { inMessage, longest } from "./printable.js";

/** The options of every command that talks to a running sandbox, for `parseArgs`. */
export const connectionOptions = {
  url: { type: "string", default: "http://127.0.0.1:4020" },
  key: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

export const connectionUsage = `  --url URL   the sandbox (default http://127.0.0.1:4020)
  --key KEY   the account's secret key (default the environment variable VINR_SECRET_KEY, or else sk_test_sandbox)`;

/**
 * Reads the address of the sandbox, and the account.
 *
 * @throws {UsageError} for a URL of another kind, or a key that may not be sent there.
 */
export function readConnection(
  values: { readonly url: string; readonly key?: string | undefined },
  env: Readonly<Record<string, string | undefined>>,
): Connection {
  const url = readHttpUrl(values.url);
  if (url?.pathname !== "/" || url.search !== "") {
    throw new UsageError(`--url takes the address of a sandbox without a path, such as http://127.0.0.1:4020.`);
  }
  return new Connection(url.origin, readKey(values.key, env.VINR_SECRET_KEY));
}

/** No message repeats the key: it may be one for production. */
function readKey(option: string | undefined, variable: string | undefined): string {
  const key = option ?? variable ?? "sk_test_sandbox";
  if (accountOfSecretKey(key) !== undefined) return key;
  const place = option === undefined ? "The environment variable VINR_SECRET_KEY" : "--key";
  throw new UsageError(
    `${place} must be a secret key for tests, which starts with sk_test_. The key that was given was not sent.`,
  );
}

/** The largest response that is read, in bytes: twice as much as can be restored. */
const largestResponse = 2 * maxRestorationBytes;

/** The most objects that a page of a list has. */
export const largestPage = 100;

type Body = string | Uint8Array<ArrayBuffer> | undefined;

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: Body;
  readonly signal: AbortSignal | undefined;
}

/** One account of a running sandbox, over HTTP. */
export class Connection {
  readonly origin: string;
  readonly #key: string;

  constructor(origin: string, key: string) {
    this.origin = origin;
    this.#key = key;
  }

  /** The name of the account. */
  get account(): string {
    return accountOfSecretKey(this.#key) ?? "";
  }

  /** Reads from the control API, until the signal is aborted. */
  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.#ask<T>("GET", `/sandbox${path}`, undefined, signal);
  }

  /** Reads a page of a list from the control API. */
  async list<T extends { readonly data: readonly object[]; readonly page: object }>(
    path: string,
    signal?: AbortSignal,
  ): Promise<T> {
    const found: Partial<T> = await this.get(path, signal);
    const isPage = Array.isArray(found.data) && found.data.length <= largestPage && found.data.every(isObject);
    if (!isPage || !isObject(found.page)) throw this.#isOther(200);
    return found as T;
  }

  /** Posts to the control API. */
  post<T>(path: string, body?: unknown): Promise<T> {
    return this.#ask<T>("POST", `/sandbox${path}`, body === undefined ? undefined : JSON.stringify(body));
  }

  /** Posts a body that is already JSON text. */
  postText<T>(path: string, text: string | Uint8Array<ArrayBuffer>): Promise<T> {
    return this.#ask<T>("POST", `/sandbox${path}`, text);
  }

  /** Posts to the merchant's API. */
  postToApi<T>(path: string, body?: unknown): Promise<T> {
    return this.#ask<T>("POST", `/v1${path}`, body === undefined ? undefined : JSON.stringify(body));
  }

  async #ask<T>(method: string, path: string, body: Body, signal?: AbortSignal): Promise<T> {
    const response = await this.#send({ method, path, body, signal });
    const value = parse(await this.#read(response));
    if (response.ok && isObject(value)) return value as T;
    const error = errorOf(value);
    const { headers } = response;
    if (error !== undefined) throw new SandboxError(error.code, error.message, Number(headers.get("retry-after")));
    throw this.#isOther(response.status);
  }

  #isOther(status: number): CommandError {
    return new CommandError(`${this.origin} responded with ${status}, but not like a VINR sandbox. Check --url.`);
  }

  #isSilent(cause: unknown): CommandError {
    return new CommandError(
      `${this.origin} has sent nothing for five minutes. What it has done by now stays done: look with npx @vinr/sandbox events before you run the command again.`,
      { cause },
    );
  }

  /** The body as text. The server decides how long it is, and whether it ends. */
  async #read({ body }: Response): Promise<string> {
    const [reader, decoder] = [body?.getReader(), new TextDecoder()];
    let [text, size] = ["", 0];
    try {
      while (reader !== undefined && size <= largestResponse) {
        const { done, value } = await reader.read();
        if (done) break;
        size += value.length;
        text += decoder.decode(value, { stream: true });
      }
      await reader?.cancel();
    } catch (cause) {
      if (isTimeout(cause)) throw this.#isSilent(cause);
      throw new CommandError(`The response of ${this.origin} was cut off. Try again.`, { cause });
    }
    if (size <= largestResponse) return text + decoder.decode();
    throw new CommandError(`The response of ${this.origin} is larger than ${largestResponse} bytes. Check --url.`);
  }

  async #send({ method, path, body, signal }: Asked): Promise<Response> {
    const type = body === undefined ? {} : { "content-type": "application/json" };
    const headers = { authorization: `Bearer ${this.#key}`, ...type };
    try {
      // A key is not sent on to an address that nobody chose.
      return await fetch(`${this.origin}${path}`, {
        method,
        headers,
        body: body ?? null,
        signal: signal ?? null,
        redirect: "manual",
      });
    } catch (cause) {
      if (isTimeout(cause)) throw this.#isSilent(cause);
      throw new CommandError(
        `No sandbox can be reached at ${this.origin}. Start one with: npx @vinr/sandbox, or name another with --url.`,
        { cause },
      );
    }
  }
}

/** An error that the sandbox responded with. */
export class SandboxError extends CommandError {
  readonly code: string;
  /** How many seconds to wait before the request is sent again; NaN if the sandbox named a date. */
  readonly retryAfter: number;

  constructor(code: string, message: string, retryAfter: number) {
    const known = textOf(code);
    super(`${textOf(message)} (${known})`);
    this.code = known;
    this.retryAfter = retryAfter;
  }
}

/**
 * Text from a server in a message. It is cut before it is searched for keys, with room for a key that begins where the
 * message ends.
 */
function textOf(text: string): string {
  return inMessage(redact(text.slice(0, longest + 200)));
}

/** Whether Node has given up on a response, for which it waits five minutes. */
function isTimeout(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause && /^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/.test(String(cause.code));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function errorOf(value: unknown): { readonly code: string; readonly message: string } | undefined {
  if (!isObject(value) || !("error" in value) || !isObject(value.error)) return undefined;
  const { error } = value;
  if (!("code" in error && typeof error.code === "string")) return undefined;
  if (!("message" in error && typeof error.message === "string")) return undefined;
  return { code: error.code, message: error.message };
}
