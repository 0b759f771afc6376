import { validateSettlementTransaction } from "@vinr/validators/strict";
import { type DatedEntry, isMovement, transactionOf } from "../domain/settle.js";
import { lastTimestamp } from "../domain/time.js";
import {
  checkCount,
  checkEach,
  checkIndexed,
  checkNames,
  checkOneOf,
  checkText,
  Damage,
  type Json,
  readMembers,
} from "./check-value.js";

/** The entries of a period are found by their order in time, in which a clock makes them. */
export function checkEntries(snapshot: Json, time: number): void {
  let last = 0;
  checkEach(snapshot, "entries", (dated) => {
    checkEntry(dated);
    const at = Number(dated.at);
    if (at < last || at > time) throw new Damage("at", "must be in the order of time, and not after the snapshot");
    last = at;
  });
}

/** The largest figure of a settlement: the amounts of entries become such figures. */
const maxAmount = 999_999_999_999;

/** The most postings of an entry, more than any has: a page that shows an entry names the amount of each. */
const maxPostings = 10;

function checkEntry(dated: Json): void {
  checkCount(dated.at, "at", lastTimestamp);
  const entry = readMembers(dated.entry, "entry");
  checkNames(dated, ["at", "entry"]);
  checkNames(entry, ["type", "source", "currency", "postings"], "entry");
  checkOneOf(entry.type, ["dispute", "payment", "payout", "refund"], "entry.type");
  checkIndexed(entry.source, "entry.source");
  checkText(entry.currency, "entry.currency");
  if (!/^[A-Z]{3}$/.test(entry.currency)) throw new Damage("entry.currency", "must be three upper-case letters");
  if (!Array.isArray(entry.postings)) throw new Damage("entry.postings", "must be an array");
  if (entry.postings.length > maxPostings) throw new Damage("entry.postings", `must be at most ${maxPostings}`);
  let sum = 0;
  for (const posting of entry.postings) {
    const members = readMembers(posting, "entry.postings");
    const { account, amount } = members;
    checkNames(members, ["account", "amount"], "entry.postings");
    checkOneOf(account, ["bank", "card_network", "disputed", "fees", "merchant"], "entry.postings");
    if (!Number.isSafeInteger(amount)) throw new Damage("entry.postings", "must have integers as amounts");
    if (Math.abs(Number(amount)) > maxAmount)
      throw new Damage("entry.postings", `must have amounts up to ${maxAmount}`);
    sum += Number(amount);
  }
  if (sum !== 0) throw new Damage("entry.postings", "must add up to zero");
  checkLine(dated as unknown as DatedEntry);
}

/** Checks the line of a settlement that an entry becomes. */
function checkLine(dated: DatedEntry): void {
  if (!isMovement(dated)) return;
  const line = transactionOf(dated, { newId: (prefix) => `${prefix}_1` });
  const result = validateSettlementTransaction(line);
  if (!result.ok) throw new Damage("entry", `is not a line of a settlement: ${result.issues[0]?.message}`);
  if (line.fee > 0) throw new Damage("entry.postings", "must have fees that VINR gets");
}
