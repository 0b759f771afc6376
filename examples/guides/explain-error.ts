import { isVinrError } from "@vinr/client";

/** Explains a failed call to the person who can act on it. */
export function explainError(error: unknown): string {
  if (!isVinrError(error)) throw error;
  switch (error.code) {
    case "card_declined":
    case "authorization_declined":
      return "Ask the customer for another way to pay.";
    case "amount_too_large":
      return "More than is left: read the payment again.";
    case "idempotency_key_reused":
      return "The same key was used with another body: a bug on our side.";
    case "rate_limited":
      return `Wait ${error.retryAfter ?? 1} s.`;
    default:
      return `Tell VINR's support about ${error.requestId ?? "this request"}: ${error.message}`;
  }
}
