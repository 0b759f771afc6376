/**
 * Double entry: money moves between accounts of the ledger, and the postings of an entry add up to zero. A balance is never
 * stored without the entries that make it. Amounts are integers in the minor unit.
 */

/**
 * - `card_network`: what card networks owe;
 * - `merchant`: what VINR owes the merchant;
 * - `disputed`: what is held until a dispute is resolved;
 * - `fees`: what VINR earned;
 * - `bank`: what was paid out.
 */
export type LedgerAccount = "bank" | "card_network" | "disputed" | "fees" | "merchant";

export interface Posting {
  readonly account: LedgerAccount;
  /** Positive: the account has more. */
  readonly amount: number;
}

/** A movement of money, and its line on a settlement. */
export interface LedgerEntry {
  readonly type: "dispute" | "payment" | "payout" | "refund";
  /** The payment, refund, dispute or settlement that caused it. */
  readonly source: string;
  readonly currency: string;
  readonly postings: readonly Posting[];
}

/** A capture: the card network owes the amount, of which the merchant gets all but the fee. */
export function captureEntry(source: string, currency: string, amount: number, fee: number): LedgerEntry {
  return entry("payment", source, currency, [
    { account: "card_network", amount: -amount },
    { account: "merchant", amount: amount - fee },
    { account: "fees", amount: fee },
  ]);
}

/** A refund that reached the customer. The fee stays. */
export function refundEntry(source: string, currency: string, amount: number): LedgerEntry {
  return entry("refund", source, currency, [
    { account: "merchant", amount: -amount },
    { account: "card_network", amount },
  ]);
}

/** The amount of a dispute is held while it is open. */
export function holdEntry(source: string, currency: string, amount: number): LedgerEntry {
  return entry("dispute", source, currency, [
    { account: "merchant", amount: -amount },
    { account: "disputed", amount },
  ]);
}

/** The held amount goes back to the merchant, or to the customer. */
export function releaseEntry(source: string, currency: string, amount: number, isWon: boolean): LedgerEntry {
  return entry("dispute", source, currency, [
    { account: "disputed", amount: -amount },
    { account: isWon ? "merchant" : "card_network", amount },
  ]);
}

/** The net amount of a settlement leaves for the merchant's bank, or is collected if it is negative. */
export function payoutEntry(source: string, currency: string, amount: number): LedgerEntry {
  return entry("payout", source, currency, [
    // Plain zero if nothing is paid out, since JSON does not keep -0.
    { account: "merchant", amount: 0 - amount },
    { account: "bank", amount },
  ]);
}

/** The sum that an entry posts to an account. */
export function amountFor({ postings }: LedgerEntry, account: LedgerAccount): number {
  return postings.filter((posting) => posting.account === account).reduce((sum, { amount }) => sum + amount, 0);
}

/** @throws {Error} unless the postings are integers that add up to zero: money that appears is a bug. */
function entry(type: LedgerEntry["type"], source: string, currency: string, postings: readonly Posting[]): LedgerEntry {
  const sum = postings.reduce((total, { amount }) => total + amount, 0);
  if (sum !== 0 || !postings.every(({ amount }) => Number.isSafeInteger(amount))) {
    throw new Error(`The entry for ${source} does not balance: ${postings.map(({ amount }) => amount).join(", ")}.`);
  }
  return { type, source, currency, postings };
}
