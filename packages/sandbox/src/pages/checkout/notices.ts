/**
 * Sentences about the form that was just sent. The address names each by a word, and never contains what was typed:
 * after a form, the server redirects to the payment's page, so a reload sends nothing again.
 */

const problems = {
  number: "This is not a test card, so it was rejected and not stored. Never enter a real card number here.",
  expiry: "Any month that has not ended will do, as MM / YY.",
  cvc: "Any three or four digits will do, such as 123.",
} as const;

/** A field of the card form that is wrong. */
export type Problem = keyof typeof problems;

/** Words of the address: fields that are wrong, or that the payment had ended before the form arrived. */
export type Notice = Problem | "ended";

/** The notices in the query of an address. Anyone can write an address: unknown words are ignored. */
export function readNotices(query: URLSearchParams): readonly Notice[] {
  return query.getAll("notice").filter((word): word is Notice => word === "ended" || Object.hasOwn(problems, word));
}

/** The path of a page that shows notices. */
export function withNotices(path: string, notices: readonly Notice[]): string {
  return notices.length === 0 ? path : `${path}?${notices.map((word) => `notice=${word}`).join("&")}`;
}

/** The problem with a field; undefined if nothing is wrong. */
export function findProblem(notices: readonly Notice[], field: Problem): string | undefined {
  return notices.includes(field) ? problems[field] : undefined;
}
