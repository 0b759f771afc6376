import { validatePayment } from "@vinr/validators/strict/payment";

/** For tests: finds what a fake VINR returns that the specification does not describe, such as a misspelt property. */
export function findSlips(response: unknown): string[] {
  const result = validatePayment(response);
  return result.ok ? [] : result.issues.map(({ message }) => message);
}
