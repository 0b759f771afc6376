import type { Payment } from "@vinr/server";
import { html } from "hono/html";
import type { List } from "../../../account/find.js";
import type { Html } from "../../page.js";
import type { PaymentsDetails } from "../reads.js";
import type { View } from "./layout.js";
import { amountText, badge, formatCount, pageLink, pager, time } from "./parts.js";

/** The payments of an account, newest first. */
export function paymentsView({ payments, search }: PaymentsDetails, query: URLSearchParams): View {
  const pages = search === undefined ? pager(payments, "/", query) : searchPager(payments, search.status, query);
  const none = search === undefined ? empty : nothingFound(search);
  const content = html`<div class="head"><h1>Payments</h1>
<p class="soft" data-live="count">${formatCount(payments.page.total_estimate)} in all</p></div>
<nav class="filters" aria-label="Status"><ul>${[undefined, ...statuses].map((status) => filter(status, search?.status))}</ul></nav>
<div data-live="payments">
${payments.data.length === 0 ? none : html`<ul class="rows">${payments.data.map(row)}</ul>`}
${pages}
</div>
${creation}`;
  return { title: "Payments", section: "payments", content };
}

const statuses: readonly Payment["status"][] = [
  "pending",
  "requires_authentication",
  "authorized",
  "completed",
  "failed",
  "cancelled",
  "expired",
];

function filter(status: string | undefined, current: string | undefined): Html {
  const [path, label] = status === undefined ? ["/", "all"] : [`/?status=${status}`, status.replaceAll("_", " ")];
  return html`<li><a class="chip" href="${path}"${status === current ? html` aria-current="true"` : ""}>${label}</a></li>`;
}

function searchPager({ page }: List<Payment>, status: string, query: URLSearchParams): Html {
  return html`<nav class="pager" aria-label="Pages">
${query.has("starting_after") ? pageLink("/", { status }, "Newest") : html`<span></span>`}
${page.next_cursor === null ? "" : pageLink("/", { status, starting_after: page.next_cursor }, "Older")}
</nav>`;
}

function nothingFound({ status, searched }: NonNullable<PaymentsDetails["search"]>): Html {
  return html`<div class="empty"><p>None of the ${formatCount(searched)} payments searched is ${status.replaceAll("_", " ")}.</p></div>`;
}

function row({ id, status, amount, currency, description, created_at }: Payment): Html {
  return html`<li class="row payment-row"><a class="row-link" href="/window/payments/${id}"><span class="amount">${amountText(amount, currency)}</span>
<span class="hidden">, payment </span><code>${id}</code></a>
${badge(status)}<span class="row-text">${description ?? html`<span class="soft">No description</span>`}</span><span class="row-time">${time(created_at)}</span></li>`;
}

const empty = html`<div class="empty"><h2>No payments yet</h2>
<p>They appear here as soon as your code creates them, without a reload. The form below creates one too.</p></div>`;

const currencies = ["EUR", "USD", "GBP", "JPY", "KWD"];

const creation = html`<details class="fold panel" id="create"><summary>Create a payment</summary>
<form class="form" method="post" action="/window/payments">
<div class="field"><label for="amount">Amount, in minor units</label><input id="amount" name="amount" inputmode="numeric" value="1000" required maxlength="12"></div>
<div class="field"><label for="currency">Currency</label><select id="currency" name="currency">${currencies.map((code) => html`<option>${code}</option>`)}</select></div>
<div class="field field-wide"><label for="description">Description</label><input id="description" name="description" maxlength="500" placeholder="Order 1042"></div>
<p class="check"><input type="checkbox" id="authorize" name="authorize"><label for="authorize">Authorize only; capture later</label></p>
<button class="button">Create</button>
</form></details>`;
