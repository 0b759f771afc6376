import { validatePaymentCreateParams } from "@vinr/validators";

/** What is wrong with a body before it is sent; nothing where it is right. */
export function findProblems(body: unknown): string[] {
  const result = validatePaymentCreateParams(body);
  return result.ok ? [] : result.issues.map(({ message }) => message);
}
