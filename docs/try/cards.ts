/** The contract's test cards, in the order and the words of the reference. A test compares them with it. */
export const testCards = [
  { number: "4242 4242 4242 4242", result: "succeeds" },
  { number: "4000 0000 0000 0002", result: "fails with card_declined" },
  { number: "4000 0000 0000 9995", result: "fails with insufficient_funds" },
  { number: "4000 0000 0000 3220", result: "asks for 3-D Secure" },
  { number: "4000 0000 0000 0069", result: "fails with expired_card" },
  { number: "4000 0000 0000 0119", result: "fails with processing_error" },
] as const;
