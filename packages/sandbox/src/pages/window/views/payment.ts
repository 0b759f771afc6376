import type { Dispute, Event, Payment, Refund } from "@vinr/server";
import { html } from "hono/html";
import { listCards } from "../../../domain/cards.js";
import { amountInDispute } from "../../../domain/decide-dispute.js";
import { isWaiting } from "../../../domain/payment-life.js";
import { effectOf } from "../../card-effect.js";
import type { Html } from "../../page.js";
import type { PaymentDetails } from "../reads.js";
import type { LogEntry } from "../recording/bounded-log.js";
import type { LoggedRequest } from "../recording/request-log.js";
import type { View } from "./layout.js";
import { amountText, badge, button, code, facts, fold, time } from "./parts.js";
import { requestRow } from "./requests.js";

interface ShownPayment extends PaymentDetails {
  /** The id of the last request for a capture that was declined: after it, the same button is another request. */
  readonly lastDecline: string | undefined;
}

/** A payment: its history, what can be done with it, and all that belongs to it. */
export function paymentView(details: ShownPayment, requests: readonly LogEntry<LoggedRequest>[]): View {
  const { payment, refunds, disputes } = details;
  const { id, status, amount, currency, description } = payment;
  const content = html`<p class="crumb"><a href="/">Payments</a></p>
<div class="head" data-live="head"><h1>${amountText(amount, currency)} ${badge(status)}</h1>
<p class="soft">${description ?? "No description"} · <code>${id}</code></p></div>
<div class="columns lead"><div>
<section class="panel" aria-labelledby="life" data-live="life"><h2 id="life">History</h2>${life(details)}</section>
<div data-live="refunds">${refunds.length === 0 ? "" : refundsPanel(refunds)}</div>
<div data-live="disputes">${disputes.length === 0 ? "" : disputesPanel(disputes)}</div>
<div data-live="requests">${requests.length === 0 ? "" : requestsPanel(requests)}</div>
</div><div>
<section class="panel" aria-labelledby="acts" data-live="acts"><h2 id="acts">What happens next</h2>${acts(details)}</section>
<section class="panel" aria-labelledby="facts" data-live="facts"><h2 id="facts">Details</h2>${summary(details)}
${fold("json", "As JSON", code(payment))}</section>
</div></div>`;
  return { title: `${amountText(amount, currency)} ${id}`, section: "payments", content };
}

/** The sentence for each event. */
const sentences: Readonly<Partial<Record<Event["type"], string>>> = {
  "payment.created": "Created",
  "payment.authorized": "Authorized",
  "payment.completed": "Completed: the amount is captured",
  "payment.failed": "Failed",
  "payment.cancelled": "Cancelled",
  "payment.expired": "Expired",
  "refund.created": "Refund on its way",
  "refund.completed": "Refund reached the customer",
  "refund.failed": "Refund failed",
  "dispute.opened": "The customer's bank opened a dispute",
  "dispute.resolved": "The dispute is resolved",
};

/** The past steps, the current one, and the expiry that comes by itself. */
function life({ payment, events, expiresAt }: PaymentDetails): Html {
  const challenge = html`<li class="step step-now"><span class="step-what">Waiting for 3-D Secure</span></li>`;
  const expiry =
    expiresAt === undefined
      ? ""
      : html`<li class="step step-ahead"><span class="step-what">Expires</span><span class="step-when">${time(expiresAt)}</span></li>`;
  return html`<ol class="life">${events.map(step)}${payment.status === "requires_authentication" ? challenge : ""}${expiry}</ol>`;
}

function step({ id, type, created_at, data: { object } }: Event): Html {
  const tone = /\.(failed|expired|cancelled)$|^dispute.opened$/.test(type)
    ? "bad"
    : /completed$/.test(type)
      ? "good"
      : "plain";
  const amount =
    object.object === "payment" ? undefined : "amount" in object && amountText(object.amount, object.currency);
  const reason = object.object === "payment" && type === "payment.failed" ? object.failure?.message : undefined;
  return html`<li class="step step-${tone}"><span class="step-what">${sentences[type] ?? type}${amount ? html` · ${amount}` : ""}</span>
${reason === undefined ? "" : html`<span class="step-why">${reason}</span>`}
<span class="step-when">${time(created_at)} · <a href="/window/events/${id}"><code>${type}</code></a></span></li>`;
}

function summary({ payment, isCapturedAtOnce }: PaymentDetails): Html {
  const { currency, amountCapturable, amountCaptured, amountRefunded, failure, metadata, returnUrl, created_at } =
    payment;
  const amount = (value: number | undefined) => (value === undefined ? undefined : amountText(value, currency));
  return facts([
    ["Created", time(created_at)],
    ["Capture", isCapturedAtOnce ? "as soon as the customer pays" : "by your code, within 7 days"],
    ["Capturable", amount(amountCapturable)],
    ["Captured", amount(amountCaptured)],
    ["Refunded", amount(amountRefunded)],
    ["Failure", failure && html`<code>${failure.code}</code> ${failure.message}`],
    ["Returns to", html`<code>${returnUrl}</code>`],
    ...Object.entries(metadata).map(([name, value]) => [`metadata.${name}`, html`<code>${value}</code>`] as const),
  ]);
}

function acts(details: ShownPayment): Html {
  const { payment, lastDecline = "" } = details;
  if (isWaiting(payment.status)) return customerActs(payment);
  if (payment.status === "authorized") return captureActs(payment, lastDecline);
  if (payment.status === "completed") return refundActs(details);
  return html`<p class="soft">Nothing: ${payment.status} is a final status.</p>`;
}

function customerActs({ id, status, checkoutUrl }: Payment): Html {
  const at = `/window/payments/${id}`;
  const challenge = html`<p>The bank asks the customer for 3-D Secure.</p><div class="buttons">
${button(`${at}/challenge`, "Pass", { result: "passed" }, "main")}${button(`${at}/challenge`, "Fail", { result: "failed" })}</div>`;
  const pay = html`<form class="form" method="post" action="${at}/pay"><input type="hidden" name="state" value="${status}">
<div class="field field-wide"><label for="card">Pay as the customer, with a test card</label><select id="card" name="card">
${listCards().map(([number, outcome]) => html`<option value="${number}">${number.replaceAll(/(\d{4})(?=\d)/g, "$1 ")}: ${effectOf(outcome)}</option>`)}</select></div>
<button class="button" id="pay">Pay</button></form>`;
  return html`${status === "requires_authentication" ? challenge : pay}
<div class="buttons">${checkoutUrl === undefined ? "" : html`<a class="button button-quiet button-small" href="${checkoutUrl}" rel="noreferrer" target="_blank">Open checkout</a>`}
${button(`${at}/cancel`, "Cancel")}</div>`;
}

function captureActs({ id, currency, amountCapturable = 0 }: Payment, lastDecline: string): Html {
  return html`<form class="form" method="post" action="/window/payments/${id}/capture"><input type="hidden" name="state" value="${lastDecline}">
${amountField(`Capture up to ${amountText(amountCapturable, currency)}`, amountCapturable)}<button class="button" id="capture">Capture</button></form>
<div class="buttons">${button(`/window/payments/${id}/cancel`, "Cancel")}</div>`;
}

function refundActs({ payment, count, disputes }: PaymentDetails): Html {
  const { id, currency, amountCaptured = 0, amountRefunded = 0 } = payment;
  const left = amountCaptured - amountRefunded - amountInDispute(disputes);
  if (left <= 0)
    return html`<p class="soft">Nothing: all of it is refunded${disputes.length > 0 ? ", or in dispute" : ""}.</p>`;
  return html`<form class="form" method="post" action="/window/payments/${id}/refund"><input type="hidden" name="state" value="${count}">
${amountField(`Refund up to ${amountText(left, currency)}`, left)}<button class="button" id="refund">Refund</button></form>
<div class="buttons">${button(`/window/payments/${id}/dispute`, "Open a dispute", { state: String(count) })}</div>`;
}

function amountField(label: string, amount: number): Html {
  return html`<div class="field"><label for="amount">${label}, in minor units</label>
<input id="amount" name="amount" inputmode="numeric" maxlength="12" value="${amount}"></div>`;
}

function refundsPanel(refunds: readonly Refund[]): Html {
  const rows = refunds.map(({ id, status, amount, currency, reason, created_at }) => {
    return html`<li class="row"><span class="amount">${amountText(amount, currency)}</span> <code>${id}</code> ${badge(status)}
<span class="row-text soft">${reason?.replaceAll("_", " ") ?? ""}</span><span class="row-time">${time(created_at)}</span></li>`;
  });
  return html`<section class="panel" aria-labelledby="refunds"><h2 id="refunds">Refunds</h2><ul class="rows">${rows}</ul></section>`;
}

function disputesPanel(disputes: readonly Dispute[]): Html {
  const rows = disputes.map(({ id, status, amount, currency, created_at, payment }) => {
    const at = `/window/disputes/${id}`;
    const decide = (outcome: string, label: string) =>
      button(at, label, { outcome, back: `/window/payments/${payment}` });
    return html`<li class="row"><span class="amount">${amountText(amount, currency)}</span> <code>${id}</code> ${badge(status)}
<span class="row-time">${time(created_at)}</span>${status === "open" ? html`<div class="buttons">${decide("won", "Resolve as won")}${decide("lost", "Resolve as lost")}</div>` : ""}</li>`;
  });
  return html`<section class="panel" aria-labelledby="disputes"><h2 id="disputes">Disputes</h2><ul class="rows">${rows}</ul></section>`;
}

function requestsPanel(requests: readonly LogEntry<LoggedRequest>[]): Html {
  return html`<section class="panel" aria-labelledby="requests"><h2 id="requests">Requests for this payment</h2>
<ul class="rows">${requests.map(requestRow)}</ul></section>`;
}
