import { validatePaymentCreateParams } from "@vinr/validators";

/** Finds the problems of a body before it is sent; an empty list means that it is valid. */
export function findProblems(body: unknown): string[] {
  const result = validatePaymentCreateParams(body);
  return result.ok ? [] : result.issues.map(({ message }) => message);
}
