/** The customer's bank, after the payment. */
import type { Dispute } from "@vinr/server";
import type { Account } from "../account/account.js";
import { find } from "../account/find.js";
import { openDispute, resolveDispute } from "../domain/decide-dispute.js";
import { controlError } from "./errors.js";

/**
 * @throws {ApiError} `resource_not_found`, or `payment_not_refundable` if nothing was captured, or nothing of it is
 *   left.
 */
export async function disputePayment(account: Account, payment: string): Promise<Dispute> {
  const found = await find(account, "payment", payment);
  return account.apply(openDispute(found, await account.readAll("dispute", payment), account.context));
}

/** @throws {ApiError} `resource_not_found` or `dispute_not_open`. */
export async function decideDispute(account: Account, id: string, outcome: "lost" | "won"): Promise<Dispute> {
  const dispute = await find(account, "dispute", id);
  if (dispute.status !== "open") {
    throw controlError("dispute_not_open", { message: `${id} is ${dispute.status} already.`, resource: id });
  }
  return account.apply(resolveDispute(dispute, outcome === "won", account.context));
}
