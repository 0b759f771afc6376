import type { Settlement, SettlementTransaction } from "@vinr/server";
import { type Change, type Decision, type DecisionContext, eventChange } from "./decision.js";
import { amountFor, type LedgerEntry, payoutEntry } from "./ledger.js";
import { day, type Moment, timestampOf } from "./time.js";

/** How long a settlement waits for its payout. */
const payoutDelay = 2 * day;

/** The largest figure that the specification allows in a settlement. */
const maxFigure = 999_999_999_999;

/** The sums of a settlement. */
type Figures = Pick<Settlement, "feeAmount" | "grossAmount" | "netAmount" | "refundedAmount">;

/** The transactions of one settlement, and their sums. */
interface Batch {
  readonly transactions: readonly SettlementTransaction[];
  readonly figures: Figures;
}

/** An entry of the ledger, when it was made. */
export interface DatedEntry {
  readonly entry: LedgerEntry;
  readonly at: Moment;
}

/** The first midnight in UTC after a moment: the end of its period. */
export function endOfPeriod(moment: Moment): Moment {
  return (Math.floor(moment / day) + 1) * day;
}

/**
 * Settles the entries of a period: one settlement for each currency with movements, in the order of the currencies, or
 * several if the sums would exceed the largest figure of a settlement.
 */
export function settlePeriod(
  entries: readonly DatedEntry[],
  period: { readonly start: Moment; readonly end: Moment },
  context: DecisionContext,
): Change[] {
  const byCurrency = movementsByCurrency(entries);
  return [...byCurrency.keys()].sort().flatMap((currency) => {
    const own = byCurrency.get(currency) ?? [];
    const batches = batchesOf(own.map((dated) => transactionOf(dated, context)));
    return batches.flatMap(({ transactions, figures }) => {
      const settlement = settlementOf(figures, currency, period, context);
      const payout = { kind: "payout", subject: settlement.id, at: context.now + payoutDelay } as const;
      return [
        { kind: "settlement", object: settlement, transactions },
        { kind: "due", work: payout },
      ] as const;
    });
  });
}

/** In one pass: there may be as many currencies as movements. */
function movementsByCurrency(entries: readonly DatedEntry[]): ReadonlyMap<string, readonly DatedEntry[]> {
  const found = new Map<string, DatedEntry[]>();
  for (const dated of entries) {
    if (!isMovement(dated)) continue;
    const { currency } = dated.entry;
    const own = found.get(currency);
    if (own === undefined) found.set(currency, [dated]);
    else own.push(dated);
  }
  return found;
}

/** Keeps the order: a batch ends before the transaction that would make one of its figures too large. */
function batchesOf(transactions: readonly SettlementTransaction[]): readonly Batch[] {
  const batches: Batch[] = [];
  let start = 0;
  let figures = noFigures;
  for (const [index, transaction] of transactions.entries()) {
    const more = addTo(figures, transaction);
    const isFull = Object.values(more).some((figure) => Math.abs(figure) > maxFigure);
    if (isFull) {
      batches.push({ transactions: transactions.slice(start, index), figures });
      start = index;
    }
    figures = isFull ? addTo(noFigures, transaction) : more;
  }
  return [...batches, { transactions: transactions.slice(start), figures }];
}

/** The payout has arrived at the merchant's bank. */
export function payOut(settlement: Settlement, context: DecisionContext): Decision<Settlement> {
  const paid: Settlement = { ...settlement, status: "paid", payoutId: context.newId("po") };
  return {
    result: paid,
    changes: [
      { kind: "settlement", object: paid, transactions: [] },
      { kind: "entry", entry: payoutEntry(paid.id, paid.currency, paid.netAmount) },
      eventChange("settlement.completed", paid, context),
    ],
  };
}

/**
 * A payout settles, and a lost dispute moves only what was already held: neither is a line of a settlement. A capture
 * is one, even if its fee leaves nothing of it.
 */
export function isMovement({ entry }: DatedEntry): boolean {
  return entry.type !== "payout" && entry.postings.some(({ account }) => account === "merchant");
}

/** The line of a settlement that an entry makes. */
export function transactionOf(
  { entry, at }: DatedEntry,
  { newId }: Pick<DecisionContext, "newId">,
): SettlementTransaction {
  const net = amountFor(entry, "merchant");
  // Plain zero, since JSON does not keep -0.
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

const noFigures: Figures = { grossAmount: 0, refundedAmount: 0, feeAmount: 0, netAmount: 0 };

/**
 * Money held for a dispute counts with the refunds, and money that comes back counts with the payments: only the net
 * amount of a settlement may be negative.
 */
function addTo(figures: Figures, { gross, fee, net }: SettlementTransaction): Figures {
  return {
    grossAmount: figures.grossAmount + Math.max(gross, 0),
    refundedAmount: figures.refundedAmount + Math.max(-gross, 0),
    feeAmount: figures.feeAmount - fee,
    netAmount: figures.netAmount + net,
  };
}

function settlementOf(
  { grossAmount, refundedAmount, feeAmount, netAmount }: Figures,
  currency: string,
  { start, end }: { readonly start: Moment; readonly end: Moment },
  { now, newId }: DecisionContext,
): Settlement {
  return {
    id: newId("setl"),
    object: "settlement",
    status: "pending",
    currency,
    grossAmount,
    refundedAmount,
    feeAmount,
    netAmount,
    payoutId: null,
    periodStart: timestampOf(start),
    periodEnd: timestampOf(end),
    created_at: timestampOf(now),
  };
}
