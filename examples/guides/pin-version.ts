import { Vinr, type VinrOptions } from "@vinr/client";

/** Creates a client that keeps to one version of the API, whatever your account's version becomes. */
export function createClient(options: VinrOptions = {}): Vinr {
  return new Vinr({ ...options, apiVersion: "2026-04-01" });
}

/** Says what to do with an order. A status that is not known yet is treated like `pending`. */
export async function decide(vinr: Vinr, payment: string): Promise<"fulfil" | "offer to pay again" | "wait"> {
  const { status } = await vinr.payments.retrieve(payment);
  switch (status) {
    case "completed":
      return "fulfil";
    case "failed":
    case "cancelled":
    case "expired":
      return "offer to pay again";
    default:
      return "wait";
  }
}
