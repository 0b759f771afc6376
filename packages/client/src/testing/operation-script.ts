import type { ErrorCode } from "../generated/error-codes.js";
import type { OperationId } from "../generated/operations.js";
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

/** How many consecutive requests a fault affects. Default: 1. */
export interface FaultOptions {
  readonly times?: number | undefined;
}

/** The properties of an error besides its code. */
export interface ErrorDetails extends FaultOptions {
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
  readonly #responders: Responder[];

  /** @internal */
  constructor(id: Id, responders: Responder[]) {
    this.#id = id;
    this.#responders = responders;
  }

  /** Returns this data. */
  data(data: DataOf<Id>): this {
    return this.#add(async () => createResponse(defaultResponse(this.#id).status, data));
  }

  /** Returns the data that a function creates from the request. */
  reply(make: (call: RecordedCall<Id, BodyOf<Id>>) => DataOf<Id> | Promise<DataOf<Id>>): this {
    return this.#add(async (call) => {
      const data = await make(call as RecordedCall<Id, BodyOf<Id>>);
      return createResponse(defaultResponse(this.#id).status, data);
    });
  }

  /** Returns a documented example, of a success or of an error. */
  example(name: ExampleName<Id>): this {
    const { status, body } = findExample(this.#id, name);
    return this.#add(async () => createResponse(status, body));
  }

  /** Returns an API error. */
  error(code: ErrorCode, { times, retryAfter, ...details }: ErrorDetails = {}): this {
    const { status, body } = errorBody(code, details);
    const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
    return this.#add(async () => createResponse(status, body, headers), times);
  }

  /** Returns any status and text, as a proxy might. */
  raw(status: number, text: string, headers: Record<string, string> = {}): this {
    return this.#add(async () => createResponse(status, text, headers));
  }

  /** Returns 429 with `Retry-After`. */
  rateLimited({ times = 1, retryAfter = 1 }: ErrorDetails = {}): this {
    return this.error("rate_limited", { times, retryAfter });
  }

  /** Does not respond until the attempt is aborted. */
  timeout({ times }: FaultOptions = {}): this {
    return this.#add(neverRespond, times);
  }

  /** Closes the connection without a response. */
  reset({ times }: FaultOptions = {}): this {
    return this.#add(resetConnection, times);
  }

  /** Closes the connection in the middle of the response. */
  cut({ times }: FaultOptions = {}): this {
    return this.#add(cutResponse, times);
  }

  #add(responder: Responder, times = 1): this {
    for (let count = 0; count < times; count++) this.#responders.push(responder);
    return this;
  }
}
