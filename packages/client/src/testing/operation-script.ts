import type { ErrorCode } from "../generated/error-codes.js";
import type { OperationId } from "../generated/operations.js";
import { VinrConnectionError } from "../index.js";
import type { BodyOf, DataOf } from "../request/operation-types.js";
import {
  createResponse,
  cutResponse,
  defaultResponse,
  type ExampleName,
  errorBody,
  findExample,
  neverRespond,
  type RecordedCall,
  type Responder,
  resetConnection,
} from "./responses.js";
import type { Script } from "./script.js";

/** How many consecutive requests get a scripted response. */
export interface ScriptOptions {
  /** A whole number from 1, or `Infinity` for all requests from then on. Default: 1. */
  readonly times?: number | undefined;
}

/** The headers of a raw response, and how many requests get it. */
export interface RawOptions extends ScriptOptions {
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The properties of an error besides its code. */
export interface ErrorDetails extends ScriptOptions {
  readonly message?: string | undefined;
  readonly param?: string | undefined;
  readonly decline_code?: string | undefined;
  /** Seconds, for the header `Retry-After`. */
  readonly retryAfter?: number | undefined;
}

/**
 * Scripts the next responses of an operation, in order. After the last one, the operation returns its first documented
 * example again.
 */
export class OperationScript<Id extends OperationId> {
  readonly #id: Id;
  readonly #script: Script;

  /** @internal */
  constructor(id: Id, script: Script) {
    this.#id = id;
    this.#script = script;
  }

  /** Returns this data. */
  data(data: DataOf<Id>, { times }: ScriptOptions = {}): this {
    return this.#add(async () => createResponse(defaultResponse(this.#id).status, data), times);
  }

  /**
   * Returns the data that a function creates from the request. If it throws, such as for an assertion about the request, the call
   * fails with a `VinrConnectionError`, `fetch_invalid`, and is not retried.
   */
  reply(
    make: (call: RecordedCall<Id, BodyOf<Id>>) => DataOf<Id> | Promise<DataOf<Id>>,
    { times }: ScriptOptions = {},
  ): this {
    const respond: Responder = async (call) => {
      const { status } = defaultResponse(this.#id);
      return createResponse(status, await this.#run(() => make(call as RecordedCall<Id, BodyOf<Id>>), status));
    };
    return this.#add(respond, times);
  }

  /** Returns a documented example, of a success or of an error. */
  example(name: ExampleName<Id>, { times }: ScriptOptions = {}): this {
    const { status, body } = findExample(this.#id, name);
    return this.#add(async () => createResponse(status, body), times);
  }

  /** Returns an API error. */
  error(code: ErrorCode, { times, retryAfter, ...details }: ErrorDetails = {}): this {
    const { status, body } = errorBody(code, details);
    const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
    return this.#add(async () => createResponse(status, body, headers), times);
  }

  /** Returns any status and text, as a proxy might. */
  raw(status: number, text: string, { headers, times }: RawOptions = {}): this {
    return this.#add(async () => createResponse(status, text, headers), times);
  }

  /** Returns 429 with `Retry-After`. */
  rateLimited({ times, retryAfter = 1 }: ErrorDetails = {}): this {
    return this.error("rate_limited", { times, retryAfter });
  }

  /** Does not respond until the attempt is aborted. */
  timeout({ times }: ScriptOptions = {}): this {
    return this.#add(neverRespond, times);
  }

  /** Closes the connection without a response. */
  reset({ times }: ScriptOptions = {}): this {
    return this.#add(resetConnection, times);
  }

  /** Closes the connection in the middle of the response. */
  cut({ times }: ScriptOptions = {}): this {
    return this.#add(cutResponse, times);
  }

  /** Runs a function of the test. A retry would get the next response, so the test would pass although an assertion failed. */
  async #run<T>(make: () => T | Promise<T>, status: number): Promise<T> {
    try {
      const data = await make();
      if (data === undefined && status !== 204) throw new TypeError("it returned nothing");
      return data;
    } catch (cause) {
      const text = cause instanceof Error ? cause.message : String(cause);
      const message = `The function that replies to ${this.#id} failed: ${text}`;
      throw new VinrConnectionError(message, { code: "fetch_invalid", cause });
    }
  }

  #add(respond: Responder, times = 1): this {
    this.#script.add(respond, times);
    return this;
  }
}
