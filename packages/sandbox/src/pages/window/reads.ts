import type { Dispute, Event, Payment, Refund, Settlement, SettlementTransaction, WebhookEndpoint } from "@vinr/server";
import type { Account } from "../../account/account.js";
import { find, type List, list } from "../../account/find.js";
import { showDeliveries } from "../../deliveries/shown-deliveries.js";
import { nextAttemptOf } from "../../domain/decide-delivery.js";
import { authorizationLifetime, checkoutLifetime } from "../../domain/decide-payment.js";
import type { Delivery } from "../../domain/delivery.js";
import { amountFor } from "../../domain/ledger.js";
import { isWaiting } from "../../domain/payment-life.js";
import { type DatedEntry, endOfPeriod } from "../../domain/settle.js";
import { day, type Moment } from "../../domain/time.js";
import type { PageRequest } from "../../store/store.js";
import { ownTree } from "../own-tree.js";

/** Rows of a list on a page. However long a list is, only these are read. */
export const pageSize = 25;
/** The most related objects that are shown with an object. */
const relatedSize = 50;
/** The most deliveries that are shown for an event in a list. */
const badgesOfEvent = 3;

/** The part of a list that an address asks for. */
export function pageOf(query: URLSearchParams): PageRequest {
  const [after, before] = [query.get("starting_after"), query.get("ending_before")];
  if (after !== null) return { limit: pageSize, starting_after: after };
  return { limit: pageSize, ...(before === null ? {} : { ending_before: before }) };
}

/** The most payments that are searched for those with a status. */
const searchedPayments = 500;

export interface PaymentsDetails {
  readonly payments: List<Payment>;
  /** The status of the payments, and how many payments were searched for it; undefined if all are listed. */
  readonly search: { readonly status: string; readonly searched: number } | undefined;
}

/**
 * A page of payments. Those with one status are found by searching a limited number of the newest, or of those after
 * the cursor. The next page continues where the search ended, even if it found nothing.
 */
export async function readPayments(account: Account, query: URLSearchParams): Promise<PaymentsDetails> {
  const status = query.get("status");
  if (status === null) return { payments: ownTree(await list(account, "payment", pageOf(query))), search: undefined };
  const cursor = query.get("starting_after");
  const page = { limit: searchedPayments, ...(cursor === null ? {} : { starting_after: cursor }) };
  const { data, page: place, object } = await list(account, "payment", page);
  const found = data.filter((payment) => payment.status === status).slice(0, pageSize);
  const last = found.length === pageSize ? found.at(-1) : data.at(-1);
  const hasMore = place.has_more || last !== data.at(-1);
  const next = hasMore ? (last?.id ?? null) : null;
  return {
    payments: { object, data: ownTree(found), page: { ...place, has_more: hasMore, next_cursor: next } },
    search: { status: status.slice(0, 40), searched: last === undefined ? 0 : data.indexOf(last) + 1 },
  };
}

/** A payment with all that belongs to it. */
export interface PaymentDetails {
  readonly payment: Payment;
  readonly refunds: readonly Refund[];
  /** How many refunds and disputes were ever created: it identifies the state in which a button is pressed. */
  readonly count: number;
  readonly disputes: readonly Dispute[];
  /** Oldest first. */
  readonly events: readonly Event[];
  /** When the payment ends by itself; undefined if it does not. */
  readonly expiresAt: Moment | undefined;
  readonly isCapturedAtOnce: boolean;
}

/** @throws {ApiError} `resource_not_found`. */
export async function readPayment(account: Account, id: string): Promise<PaymentDetails> {
  const payment = ownTree(await find(account, "payment", id));
  const page = { limit: relatedSize };
  const refunds = ownTree(await list(account, "refund", page, id));
  const disputes = await list(account, "dispute", page, id);
  const events = ownTree(await list(account, "event", page, id)).data.reverse();
  const { capture } = await account.read("checkout", id);
  return {
    payment,
    refunds: refunds.data,
    count: refunds.page.total_estimate + disputes.page.total_estimate,
    disputes: disputes.data,
    events,
    expiresAt: expiryOf(payment, events),
    isCapturedAtOnce: capture,
  };
}

function expiryOf({ status, created_at }: Payment, events: readonly Event[]): Moment | undefined {
  if (isWaiting(status)) return Date.parse(created_at) + checkoutLifetime;
  const authorized = events.findLast(({ type }) => type === "payment.authorized");
  if (status !== "authorized" || authorized === undefined) return undefined;
  return Date.parse(authorized.created_at) + authorizationLifetime;
}

/** An event and its deliveries: only the first ones, if it went to very many endpoints. */
export interface DeliveredEvent {
  readonly event: Event;
  readonly deliveries: readonly Delivery[];
  readonly deliveryCount: number;
}

export interface EventsDetails {
  readonly events: List<Event>;
  readonly rows: readonly DeliveredEvent[];
  readonly endpoints: readonly WebhookEndpoint[];
  /** When the next delivery is due; undefined if none is. */
  readonly nextDelivery: Moment | undefined;
}

export async function readEvents(account: Account, page: PageRequest): Promise<EventsDetails> {
  const events = await list(account, "event", page);
  const rows: DeliveredEvent[] = [];
  for (const event of events.data) {
    const { data, page } = await list(account, "delivery", { limit: badgesOfEvent }, event.id);
    rows.push({ event, deliveries: await showDeliveries(account, data), deliveryCount: page.total_estimate });
  }
  const endpoints = await list(account, "webhook_endpoint", { limit: relatedSize });
  const due = await account.records.nextDue(Number.MAX_SAFE_INTEGER, "delivery");
  return { events, rows, endpoints: endpoints.data, nextDelivery: due?.at };
}

/** The most attempts of a delivery that are read: there may be thousands. */
const listedAttempts = 20;

/** A delivery with its last attempts, and with its endpoint, unless that was deleted. */
export interface DeliveryDetails {
  readonly delivery: Delivery;
  /** How many attempts were ever made. */
  readonly attemptCount: number;
  /** When the next attempt is made by itself; undefined if none is. */
  readonly nextAttempt: Moment | undefined;
  readonly endpoint: WebhookEndpoint | undefined;
}

/** An event with its deliveries. */
export interface EventDetails {
  readonly event: Event;
  readonly deliveries: readonly DeliveryDetails[];
}

/** @throws {ApiError} `resource_not_found`. */
export async function readEvent(account: Account, id: string): Promise<EventDetails> {
  const event = await find(account, "event", id);
  const deliveries: DeliveryDetails[] = [];
  const { data } = await list(account, "delivery", { limit: relatedSize }, id);
  for (const delivery of await showDeliveries(account, data)) {
    const { attempts } = delivery;
    deliveries.push({
      delivery: ownTree({ ...delivery, attempts: attempts.slice(-listedAttempts) }),
      attemptCount: attempts.length,
      nextAttempt: nextAttemptOf(delivery),
      endpoint: await account.findEndpoint(delivery.endpoint),
    });
  }
  return { event, deliveries };
}

export interface SettlementDetails {
  readonly settlement: Settlement;
  readonly transactions: List<SettlementTransaction>;
}

/** @throws {ApiError} `resource_not_found`, or `parameter_invalid` for a cursor that is not in the list. */
export async function readSettlement(account: Account, id: string, page: PageRequest): Promise<SettlementDetails> {
  const settlement = await find(account, "settlement", id);
  return { settlement, transactions: await list(account, "settlement_transaction", page, id) };
}

/** The most entries of the ledger that are read for a balance, and that are listed. */
const balanceEntries = 1000;
const listedEntries = 100;
/**
 * The most settlements that are read. Settlements wait two days for their payout, so these include all unpaid ones,
 * unless a day has very many.
 */
const balanceSettlements = 100;
/** The most currencies that are shown: those that moved last. A page with hundreds would block everyone. */
const balanceCurrencies = 20;

/** The amount that VINR owes the merchant in one currency. */
export interface CurrencyBalance {
  readonly currency: string;
  /** Settled, and not yet paid out. */
  readonly pending: number;
  /** Moved since midnight, and not yet settled. */
  readonly unsettled: number;
  /** The balance after each of the last entries, oldest first. The first one is the balance before all of them. */
  readonly history: readonly { readonly at: Moment; readonly balance: number }[];
}

export interface BalanceDetails {
  /** Undefined if more entries since midnight, or more pending settlements, exist than are read. */
  readonly balances: readonly CurrencyBalance[] | undefined;
  /** Whether there are more currencies than are shown. */
  readonly hasMoreCurrencies: boolean;
  /** The last entries of the ledger, newest first. */
  readonly entries: readonly DatedEntry[];
}

/** A balance is neither stored nor read from all entries: it is the amount not yet paid out, which is recent. */
export async function readBalance(account: Account): Promise<BalanceDetails> {
  const { data: settlements, page } = await list(account, "settlement", { limit: balanceSettlements });
  const entries = await account.records.recentEntries(balanceEntries);
  const midnight = endOfPeriod(account.now) - day;
  const hasAllOfToday = entries.length < balanceEntries || (entries.at(-1)?.at ?? 0) < midnight;
  const hasAllPending = !page.has_more || settlements.at(-1)?.status !== "pending";
  const moved = [...entries.map(({ entry }) => entry.currency), ...settlements.map(({ currency }) => currency)];
  const currencies = [...new Set(moved)];
  const shown = currencies.slice(0, balanceCurrencies).sort();
  const balances = shown.map((currency) => {
    const own = entries.filter(({ entry }) => entry.currency === currency);
    const pending = settlements.filter((one) => one.currency === currency && one.status === "pending");
    return balanceOf(currency, sum(pending.map(({ netAmount }) => netAmount)), own, { midnight, now: account.now });
  });
  return {
    balances: hasAllOfToday && hasAllPending ? balances : undefined,
    hasMoreCurrencies: currencies.length > shown.length,
    entries: entries.slice(0, listedEntries),
  };
}

function balanceOf(
  currency: string,
  pending: number,
  entries: readonly DatedEntry[],
  { midnight, now }: { readonly midnight: Moment; readonly now: Moment },
): CurrencyBalance {
  const today = entries.filter(({ entry, at }) => at >= midnight && entry.type !== "payout");
  const unsettled = sum(today.map(({ entry }) => amountFor(entry, "merchant")));
  let balance = pending + unsettled;
  const history = [{ at: now, balance }];
  for (const { entry, at } of entries) {
    history.push({ at, balance });
    balance -= amountFor(entry, "merchant");
  }
  const first = entries.at(-1);
  if (first !== undefined) history.push({ at: first.at, balance });
  return { currency, pending, unsettled, history: history.reverse() };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
