/** The pages on which a reader may go on, by what has happened in the sandbox. */
import type { SandboxView } from "../protocol.ts";

export interface NextStep {
  readonly label: string;
  readonly href: string;
}

const steps = {
  capture: { label: "Capture the payment", href: "/reference/payments/capture-payment/" },
  cancel: { label: "Cancel the payment", href: "/reference/payments/cancel-payment/" },
  refund: { label: "Refund the payment", href: "/reference/refunds/create-refund/" },
  settlement: { label: "See the settlement", href: "/reference/settlements/retrieve-settlement/" },
  lines: { label: "See the lines of the settlement", href: "/reference/settlements/list-settlement-transactions/" },
} as const satisfies Record<string, NextStep>;

/** All pages that a reader may be sent to. */
export const allNextSteps: readonly NextStep[] = Object.values(steps);

/** Where to go on, the most likely first. */
export function listNextSteps({ payment, settlement }: SandboxView): readonly NextStep[] {
  return [...stepsOf(payment), ...(settlement === undefined ? [] : [steps.settlement, steps.lines])];
}

function stepsOf(payment: SandboxView["payment"]): readonly NextStep[] {
  if (payment === undefined) return [];
  const { status, amountCaptured = 0, amountRefunded = 0 } = payment;
  if (status === "authorized") return [steps.capture, steps.cancel];
  if (status === "completed") return amountRefunded < amountCaptured ? [steps.refund] : [];
  return status === "pending" || status === "requires_authentication" ? [steps.cancel] : [];
}
