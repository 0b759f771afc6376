import type { Settlement, SettlementTransaction } from "@vinr/server";
import { type Change, type Decision, eventChange, type Surroundings } from "./decision.js";
import { amountFor, type LedgerEntry, payoutEntry } from "./ledger.js";
import { day, type Moment, timestampOf } from "./time.js";

/** How long a settlement waits for its payout. */
const payoutDelay = 2 * day;

/** An entry of the ledger, when it was made. */
export interface DatedEntry {
  readonly entry: LedgerEntry;
  readonly at: Moment;
}

/** The first midnight in UTC after a moment: the end of its period. */
export function endOfPeriod(moment: Moment): Moment {
  return (Math.floor(moment / day) + 1) * day;
}

/** Settles the entries of a period, one settlement for each currency with movements, in the order of the currencies. */
export function settlePeriod(
  entries: readonly DatedEntry[],
  period: { readonly start: Moment; readonly end: Moment },
  surroundings: Surroundings,
): Change[] {
  const currencies = [...new Set(entries.filter(isMovement).map(({ entry }) => entry.currency))].sort();
  return currencies.flatMap((currency) => {
    const own = entries.filter((dated) => isMovement(dated) && dated.entry.currency === currency);
    const transactions = own.map((dated) => transactionOf(dated, surroundings));
    const settlement = settlementOf(transactions, currency, period, surroundings);
    const payout = { kind: "payout", subject: settlement.id, at: surroundings.now + payoutDelay } as const;
    return [
      { kind: "settlement", object: settlement, transactions },
      { kind: "due", work: payout },
    ] as const;
  });
}

/** The payout has arrived at the merchant's bank. */
export function payOut(settlement: Settlement, surroundings: Surroundings): Decision<Settlement> {
  const paid: Settlement = { ...settlement, status: "paid", payoutId: surroundings.newId("po") };
  return {
    result: paid,
    changes: [
      { kind: "settlement", object: paid, transactions: [] },
      { kind: "entry", entry: payoutEntry(paid.id, paid.currency, paid.netAmount) },
      eventChange("settlement.completed", paid, surroundings),
    ],
  };
}

/** Payouts settle, and a lost dispute moves nothing that was not held before: neither is a line of a settlement. */
function isMovement({ entry }: DatedEntry): boolean {
  return entry.type !== "payout" && amountFor(entry, "merchant") !== 0;
}

function transactionOf({ entry, at }: DatedEntry, { newId }: Surroundings): SettlementTransaction {
  const net = amountFor(entry, "merchant");
  // Plain zero, since -0 is not what JSON keeps.
  const fee = 0 - amountFor(entry, "fees");
  const { type, source, currency } = entry;
  if (type === "payout") throw new Error("A payout is not a line of a settlement.");
  return {
    id: newId("btx"),
    object: "settlement_transaction",
    type,
    source,
    gross: net - fee,
    fee,
    net,
    currency,
    created_at: timestampOf(at),
  };
}

/**
 * Money of a dispute that is held counts with the refunds, and money that comes back with the payments: only the net amount of a
 * settlement may be negative.
 */
function settlementOf(
  transactions: readonly SettlementTransaction[],
  currency: string,
  { start, end }: { readonly start: Moment; readonly end: Moment },
  { now, newId }: Surroundings,
): Settlement {
  const sum = (read: (transaction: SettlementTransaction) => number) =>
    transactions.reduce((total, transaction) => total + read(transaction), 0);
  return {
    id: newId("setl"),
    object: "settlement",
    status: "pending",
    currency,
    grossAmount: sum(({ gross }) => Math.max(gross, 0)),
    refundedAmount: 0 - sum(({ gross }) => Math.min(gross, 0)),
    feeAmount: 0 - sum(({ fee }) => fee),
    netAmount: sum(({ net }) => net),
    payoutId: null,
    periodStart: timestampOf(start),
    periodEnd: timestampOf(end),
    created_at: timestampOf(now),
  };
}
