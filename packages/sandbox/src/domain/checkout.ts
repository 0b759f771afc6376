/** Settings of a payment's hosted page that the payment does not show. Its id is the payment's. */
export interface Checkout {
  readonly id: string;
  /** Whether the payment is captured as soon as the customer pays. */
  readonly capture: boolean;
}
