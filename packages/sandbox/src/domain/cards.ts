import type { PaymentFailure } from "@vinr/server";

/** The effect of a test card at the checkout. */
export type CardOutcome =
  | { readonly kind: "challenge" | "succeed" }
  | { readonly kind: "decline"; readonly failure: PaymentFailure };

const failures = {
  card_declined: { category: "issuer_declined", message: "The bank declined the card.", retryable: false },
  insufficient_funds: { category: "issuer_declined", message: "The card has insufficient funds.", retryable: true },
  expired_card: { category: "invalid_request", message: "The card has expired.", retryable: false },
  processing_error: { category: "processing_error", message: "The card could not be processed.", retryable: true },
  authorization_declined: {
    category: "issuer_declined",
    message: "The bank withdrew the authorization.",
    retryable: false,
  },
  authentication_failed: { category: "authentication_failed", message: "3-D Secure was not passed.", retryable: true },
} as const satisfies Record<string, Omit<PaymentFailure, "code">>;

/** A failure by its code. */
export function failureOf(code: keyof typeof failures): PaymentFailure {
  return { code, ...failures[code] };
}

/** The documented test cards. Every other number is rejected. */
const cards: ReadonlyMap<string, CardOutcome> = new Map<string, CardOutcome>([
  ["4242424242424242", { kind: "succeed" }],
  ["4000000000003220", { kind: "challenge" }],
  ["4000000000000002", { kind: "decline", failure: failureOf("card_declined") }],
  ["4000000000009995", { kind: "decline", failure: failureOf("insufficient_funds") }],
  ["4000000000000069", { kind: "decline", failure: failureOf("expired_card") }],
  ["4000000000000119", { kind: "decline", failure: failureOf("processing_error") }],
]);

/** The numbers of the test cards, without spaces, and their outcomes. */
export function listCards(): readonly (readonly [number: string, outcome: CardOutcome])[] {
  return [...cards];
}

/** The outcome of a card number, with or without spaces; undefined for a number that is not a test card. */
export function findCard(number: string): CardOutcome | undefined {
  return cards.get(number.replaceAll(/[ -]/g, ""));
}
