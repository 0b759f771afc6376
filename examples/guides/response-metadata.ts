import type { Vinr } from "@vinr/client";

/** Describes a payment for a support ticket: `requestId` is what VINR's support asks for. */
export async function describePayment(vinr: Vinr, id: string): Promise<string> {
  const { data, requestId, attempts, rateLimit } = await vinr.payments.retrieve(id).withResponse();
  return `${data.status} (${requestId}, ${attempts} attempts, ${rateLimit?.remaining} requests left)`;
}
