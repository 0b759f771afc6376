import { ownProperties } from "@vinr/server/internal";
import type { KnownObjects } from "./check-object.js";
import { Damage, type Json } from "./check-value.js";

/** Checks that no more was captured than the amount of the payment, and no more refunded or held than was captured. */
export function checkMoney(known: KnownObjects): void {
  const [refunded, disputed] = [new Map<unknown, number>(), new Map<unknown, number>()];
  for (const refund of known.get("refund")?.values() ?? []) {
    if (refund.status === "pending" || refund.status === "succeeded") addAmount(refunded, refund);
  }
  for (const dispute of known.get("dispute")?.values() ?? [])
    if (dispute.status !== "won") addAmount(disputed, dispute);
  for (const [id, payment] of known.get("payment") ?? [])
    checkAmounts(payment, refunded.get(id) ?? 0, disputed.get(id) ?? 0);
}

function checkAmounts(payment: Json, refunded: number, disputed: number): void {
  const { id, status, amount, amountCapturable = 0, amountCaptured = 0, amountRefunded = 0 } = ownProperties(payment);
  // A later capture replaces the amount, and might be less than was disputed before.
  if (status !== "completed" && amountCaptured !== 0)
    throw new Damage("objects", `must have nothing captured of ${id}, which is ${status}`);
  if (Math.max(Number(amountCapturable), Number(amountCaptured)) > Number(amount))
    throw new Damage("objects", `must have no more captured of ${id} than its amount`);
  // A pending refund may fail, and then its amount no longer counts as refunded.
  if (Number(amountRefunded) < refunded)
    throw new Damage("objects", `must have at least the refunds of ${id} in its amountRefunded`);
  if (Number(amountRefunded) + disputed > Number(amountCaptured))
    throw new Damage("objects", `must have no more refunded and disputed of ${id} than was captured`);
}

function addAmount(sums: Map<unknown, number>, { payment, amount }: Json): void {
  sums.set(payment, (sums.get(payment) ?? 0) + Number(amount));
}

/** The most disputes of one payment, far more than one ever has: each request about its money reads all of them. */
const maxDisputes = 1_000;

export function checkDisputes(known: KnownObjects): void {
  const counts = new Map<unknown, number>();
  for (const { payment } of known.get("dispute")?.values() ?? []) {
    const count = (counts.get(payment) ?? 0) + 1;
    if (count > maxDisputes) throw new Damage("objects", `must have at most ${maxDisputes} disputes of ${payment}`);
    counts.set(payment, count);
  }
}
