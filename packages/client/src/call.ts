import { describe, type Outcome, type VinrResponse } from "./outcome.js";

/** Taken from a method, which TypeScript compares loosely, so that `catch((error: VinrError) => …)` is allowed. */
type Rejected<B> = { handle(reason: unknown): B | PromiseLike<B> }["handle"];

/**
 * A call under way: a promise of the resource.
 *
 * @example
 * const payment = await vinr.payments.retrieve("pay_1234567890");
 * const { data, requestId } = await vinr.payments.retrieve("pay_1234567890").withResponse();
 */
export class VinrCall<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = "VinrCall";
  readonly #outcome: Promise<Outcome<T>>;

  /** @internal */
  constructor(outcome: Promise<Outcome<T>>) {
    this.#outcome = outcome;
  }

  /** The resource with the circumstances: answer, request id, attempts, idempotency key, rate limit. */
  withResponse(): Promise<VinrResponse<T>> {
    return this.#outcome.then(describe);
  }

  // biome-ignore lint/suspicious/noThenProperty: this is a promise, and one that chains from the outcome only when asked, so that a rejection is reported once.
  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: Rejected<B> | null,
  ): Promise<A | B> {
    return this.#outcome.then(
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
