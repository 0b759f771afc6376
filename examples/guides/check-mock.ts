import { validatePayment } from "@vinr/validators/strict/payment";

/** In a test: what a stand-in for VINR answers that VINR does not describe, such as a misspelt property. */
export function findSlips(answer: unknown): string[] {
  const result = validatePayment(answer);
  return result.ok ? [] : result.issues.map(({ message }) => message);
}
