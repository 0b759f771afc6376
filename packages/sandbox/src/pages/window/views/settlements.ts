import type { Settlement, SettlementTransaction } from "@vinr/server";
import { html } from "hono/html";
import type { List } from "../../../account/find.js";
import type { Html } from "../../page.js";
import type { SettlementDetails } from "../reads.js";
import type { View } from "./layout.js";
import { amountText, badge, code, facts, fold, formatCount, idLink, pager, time } from "./parts.js";

/** The settlements of an account, newest first. */
export function settlementsView(settlements: List<Settlement>, query: URLSearchParams): View {
  const content = html`<div class="head"><h1>Settlements</h1>
<p class="soft" data-live="count">${formatCount(settlements.page.total_estimate)} in all. One per currency with movements, at midnight by the account's clock; paid out two days later.</p></div>
<div data-live="settlements">
${settlements.data.length === 0 ? empty : html`<ul class="rows">${settlements.data.map(row)}</ul>`}
${pager(settlements, "/window/settlements", query)}
</div>`;
  return { title: "Settlements", section: "settlements", content };
}

const empty = html`<div class="empty"><h2>No settlements yet</h2><p>Capture a payment, and move the clock to the next settlement.</p></div>`;

function row({ id, status, netAmount, currency, periodStart }: Settlement): Html {
  return html`<li class="row payment-row"><a class="row-link" href="/window/settlements/${id}"><span class="amount">${amountText(netAmount, currency)}</span>
<span class="hidden">, settlement </span><code>${id}</code></a>
${badge(status)}<span class="row-text">${periodStart.slice(0, 10)}</span><span class="row-time">${currency}</span></li>`;
}

/** A settlement and its lines. */
export function settlementView({ settlement, transactions }: SettlementDetails, query: URLSearchParams): View {
  const { id, status, currency, grossAmount, refundedAmount, feeAmount, netAmount, payoutId, periodStart, periodEnd } =
    settlement;
  const amount = (value: number) => amountText(value, currency);
  const content = html`<p class="crumb"><a href="/window/settlements">Settlements</a></p>
<div class="head" data-live="head"><h1>${amount(netAmount)} ${badge(status)}</h1><p class="soft"><code>${id}</code></p></div>
<div class="columns"><section class="panel" aria-labelledby="lines"><h2 id="lines">Lines (${formatCount(transactions.page.total_estimate)})</h2>
<ul class="rows">${transactions.data.map(line)}</ul>${pager(transactions, `/window/settlements/${id}`, query)}</section>
<section class="panel" aria-labelledby="sums" data-live="sums"><h2 id="sums">Totals</h2>
${facts([
  ["Gross", amount(grossAmount)],
  ["Refunded or held", amount(0 - refundedAmount)],
  ["Fees", amount(0 - feeAmount)],
  ["Net", html`<strong>${amount(netAmount)}</strong>`],
  ["From", time(periodStart)],
  ["To", time(periodEnd)],
  ["Payout", payoutId === null ? "two days after the period ends" : html`<code>${payoutId}</code>`],
])}${fold("json", "As JSON", code(settlement))}</section></div>`;
  return { title: `${amount(netAmount)} ${id}`, section: "settlements", content };
}

function line({ type, source, gross, fee, net, currency, created_at }: SettlementTransaction): Html {
  return html`<li class="row"><span class="amount">${amountText(net, currency)}</span> ${badge(type)} <span class="small">${source === null ? "" : idLink(source)}</span>
<span class="row-text small soft">${amountText(gross, currency)} gross, ${amountText(fee, currency)} fee</span><span class="row-time">${time(created_at)}</span></li>`;
}
