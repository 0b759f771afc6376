import { addMetadata, type CallResult, type VinrResponse } from "../response/response-metadata.js";

/** The type of a method's parameter, which TypeScript compares loosely, so that `catch((error: VinrError) => …)` compiles. */
type Rejected<B> = { handle(reason: unknown): B | PromiseLike<B> }["handle"];

/**
 * A call in progress: a promise of the resource.
 *
 * @example
 * const payment = await vinr.payments.retrieve("pay_1234567890");
 * const { data, requestId } = await vinr.payments.retrieve("pay_1234567890").withResponse();
 */
export class VinrCall<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = "VinrCall";
  readonly #result: Promise<CallResult<T>>;

  /** @internal */
  constructor(result: Promise<CallResult<T>>) {
    this.#result = result;
  }

  /** Also returns response metadata: response, request id, attempts, idempotency key and rate limit. */
  withResponse(): Promise<VinrResponse<T>> {
    return this.#result.then(addMetadata);
  }

  // biome-ignore lint/suspicious/noThenProperty: this is a promise. It chains only when asked, so that a rejection is reported once.
  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: Rejected<B> | null,
  ): Promise<A | B> {
    return this.#result.then(
      ({ data }) => (typeof onFulfilled === "function" ? onFulfilled(data) : (data as unknown as A)),
      onRejected,
    );
  }

  catch<B = never>(onRejected?: Rejected<B> | null): Promise<T | B> {
    return this.then(undefined, onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<T> {
    return this.then().finally(onFinally);
  }
}
