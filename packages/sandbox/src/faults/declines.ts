import type { ErrorCode, OperationId } from "@vinr/server";

/** The errors by which a bank declines, and a reason for each, as the examples of the specification have it. */
const reasons = { card_declined: "insufficient_funds", authorization_declined: "do_not_honor" } as const;

export type Decline = keyof typeof reasons;

export function isDecline(code: ErrorCode | undefined): code is Decline {
  return code !== undefined && Object.hasOwn(reasons, code);
}

/** Why the bank declines; undefined for an error that is not the bank's. */
export function declineCodeOf(code: ErrorCode): string | undefined {
  return isDecline(code) ? reasons[code] : undefined;
}

/** Whether a bank is asked in an operation. */
export function asksBank(operation: OperationId): boolean {
  return operation === "createPayment" || operation === "capturePayment";
}
