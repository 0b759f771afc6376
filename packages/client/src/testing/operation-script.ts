import type { ErrorCode } from "../generated/error-codes.js";
import type { OperationId } from "../generated/operations.js";
import type { BodyOf, DataOf } from "../operation-types.js";
import {
  answer,
  cutShort,
  defaultAnswer,
  type ExampleName,
  errorBody,
  findExample,
  hang,
  hangUp,
  type RecordedCall,
  type Reply,
} from "./replies.js";

/** How often a fault happens, one request after another. Default: once. */
export interface FaultOptions {
  readonly times?: number | undefined;
}

/** What an error says besides its code. */
export interface ErrorDetails extends FaultOptions {
  readonly message?: string | undefined;
  readonly param?: string | undefined;
  readonly decline_code?: string | undefined;
  /** Seconds, for the header `Retry-After`. */
  readonly retryAfter?: number | undefined;
}

/**
 * What becomes of the next requests of an operation, one after another; when they are used up, the operation answers
 * with its first documented example again.
 */
export class OperationScript<Id extends OperationId> {
  readonly #id: Id;
  readonly #replies: Reply[];

  /** @internal */
  constructor(id: Id, replies: Reply[]) {
    this.#id = id;
    this.#replies = replies;
  }

  /** Succeeds with this data. */
  data(data: DataOf<Id>): this {
    return this.#add(async () => answer(defaultAnswer(this.#id).status, data));
  }

  /** Succeeds with what a function makes of the request. */
  reply(make: (call: RecordedCall<Id, BodyOf<Id>>) => DataOf<Id> | Promise<DataOf<Id>>): this {
    return this.#add(async (call) => {
      const data = await make(call as RecordedCall<Id, BodyOf<Id>>);
      return answer(defaultAnswer(this.#id).status, data);
    });
  }

  /** Answers with a documented example, of a success or of an error. */
  example(name: ExampleName<Id>): this {
    const { status, body } = findExample(this.#id, name);
    return this.#add(async () => answer(status, body));
  }

  /** Fails with an error of the API's. */
  error(code: ErrorCode, { times, retryAfter, ...details }: ErrorDetails = {}): this {
    const { status, body } = errorBody(code, details);
    const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
    return this.#add(async () => answer(status, body, headers), times);
  }

  /** Answers with whatever a proxy may send. */
  raw(status: number, text: string, headers: Record<string, string> = {}): this {
    return this.#add(async () => answer(status, text, headers));
  }

  /** A storm of 429s, each with `Retry-After`. */
  rateLimited({ times = 1, retryAfter = 1 }: ErrorDetails = {}): this {
    return this.error("rate_limited", { times, retryAfter });
  }

  /** Never answers, until the attempt is given up. */
  timeout({ times }: FaultOptions = {}): this {
    return this.#add(hang, times);
  }

  /** Hangs up without an answer. */
  reset({ times }: FaultOptions = {}): this {
    return this.#add(hangUp, times);
  }

  /** Hangs up in the middle of the answer. */
  cut({ times }: FaultOptions = {}): this {
    return this.#add(cutShort, times);
  }

  #add(reply: Reply, times = 1): this {
    for (let count = 0; count < times; count++) this.#replies.push(reply);
    return this;
  }
}
