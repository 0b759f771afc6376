import { html } from "hono/html";
import { amountFor } from "../../../domain/ledger.js";
import type { DatedEntry } from "../../../domain/settle.js";
import type { Html } from "../../page.js";
import type { BalanceDetails, CurrencyBalance } from "../reads.js";
import type { View } from "./layout.js";
import { amountText, idLink, time } from "./parts.js";

/** The amount that VINR owes the merchant, and the entries of the ledger behind it. */
export function balanceView({ balances, hasMoreCurrencies, entries }: BalanceDetails): View {
  const content = html`<div class="head"><h1>Balance</h1><p class="soft">What VINR owes the merchant: captured and not yet paid out.</p></div>
<div data-live="balances">${balances === undefined ? tooMany : balances.length === 0 ? empty : balances.map(balancePanel)}${hasMoreCurrencies ? moreCurrencies : ""}</div>
<section class="panel" aria-labelledby="ledger" data-live="ledger"><h2 id="ledger">Ledger</h2>
<p class="soft">The last ${entries.length} entries. The postings of each add up to zero.</p>${entries.length === 0 ? "" : ledger(entries)}</section>`;
  return { title: "Balance", section: "balance", content };
}

const empty = html`<div class="empty"><h2>No money has moved yet</h2><p>Capture a payment.</p></div>`;

const tooMany = html`<p class="notice">The balance is not shown: more than 1,000 entries since midnight, or more than 100 settlements awaiting payout. It returns when they are settled and paid.</p>`;

const moreCurrencies = html`<p class="notice">Only the currencies that moved last are shown.</p>`;

function balancePanel({ currency, pending, unsettled, history }: CurrencyBalance): Html {
  const amount = (value: number) => amountText(value, currency);
  return html`<section class="panel" aria-labelledby="balance-${currency}"><div class="balance"><h2 id="balance-${currency}">${currency}</h2>
<p class="balance-now">${amount(pending + unsettled)}</p>
<p class="soft">${amount(unsettled)} since midnight, ${amount(pending)} settled and on its way to the bank</p></div>
${history.length < 3 ? "" : plot(currency, history)}</section>`;
}

const width = 600;
const height = 120;

/**
 * The balance over time, as a line with steps. Its text alternative has the figures that a reader would take from it.
 */
function plot(currency: string, history: CurrencyBalance["history"]): Html {
  const [first, last] = [history[0], history.at(-1)];
  if (first === undefined || last === undefined) return html``;
  const amounts = history.map(({ balance }) => balance);
  const [low, high] = [Math.min(0, ...amounts), Math.max(0, ...amounts)];
  const x = (at: number) => round(((at - first.at) / Math.max(1, last.at - first.at)) * width);
  const y = (balance: number) => round(height - ((balance - low) / Math.max(1, high - low)) * height);
  const steps = history.slice(1).map(({ at, balance }) => `H${x(at)}V${y(balance)}`);
  const line = `M0 ${y(first.balance)}${steps.join("")}`;
  const amount = (value: number) => amountText(value, currency);
  const text = `The balance in ${currency}: ${amount(first.balance)} at first, ${amount(high)} at most, ${amount(low)} at least, ${amount(last.balance)} now.`;
  return html`<figure class="plot"><svg viewBox="0 -4 ${width} ${height + 8}" preserveAspectRatio="none" role="img" aria-label="${text}">
<path class="plot-area" d="${line}V${y(0)}H0Z"/><path class="plot-zero" d="M0 ${y(0)}H${width}"/><path class="plot-line" d="${line}"/></svg>
<figcaption class="small soft"><span>${time(first.at)}</span><span>at most ${amount(high)}</span><span>${time(last.at)}</span></figcaption></figure>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function ledger(entries: readonly DatedEntry[]): Html {
  const rows = entries.map(({ entry, at }) => {
    const { type, source, currency, postings } = entry;
    const others = postings.filter(({ account }) => account !== "merchant");
    return html`<li class="row"><span class="amount">${amountText(amountFor(entry, "merchant"), currency)}</span> <span class="badge badge-plain">${type}</span> <span class="small">${idLink(source)}</span>
<span class="row-text small soft">${others.map(({ account, amount }) => `${account.replaceAll("_", " ")} ${amountText(amount, currency)}`).join(", ")}</span><span class="row-time">${time(at)}</span></li>`;
  });
  return html`<ul class="rows">${rows}</ul>`;
}
