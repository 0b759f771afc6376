import type { WebhookEndpoint } from "@vinr/server";
import { html } from "hono/html";
import type { Html } from "../../page.js";
import { testEvents } from "../actions.js";
import type { DeliveredEvent, EventsDetails } from "../reads.js";
import type { View } from "./layout.js";
import { badge, button, formatCount, idLink, pager, time } from "./parts.js";

/** The events of an account, newest first, each with the state of its deliveries. */
export function eventsView({ events, rows, endpoints, nextDelivery }: EventsDetails, query: URLSearchParams): View {
  const content = html`<div class="head"><h1>Events</h1><p class="soft" data-live="count">${formatCount(events.page.total_estimate)} in all</p></div>
<div class="columns"><div data-live="events">
${rows.length === 0 ? empty : html`<ul class="rows">${rows.map(row)}</ul>`}
${pager(events, "/window/events", query)}
</div><div>
<section class="panel" aria-labelledby="deliveries" data-live="deliveries"><h2 id="deliveries">Deliveries</h2>
<p>${nextDelivery === undefined ? "Nothing is waiting to be sent." : html`The next one is due ${time(nextDelivery)}.`}</p>
<div class="buttons">${button("/window/deliveries", "Send due deliveries now")}</div></section>
<section class="panel" aria-labelledby="test"><h2 id="test">Send a test event</h2>
<form class="form" method="post" action="/window/events"><div class="field field-wide"><label for="type">Event type, triggered for a new payment</label>
<select id="type" name="type">${[...testEvents.keys()].map((type) => html`<option>${type}</option>`)}</select></div>
<button class="button">Trigger the event</button></form></section>
<section class="panel" aria-labelledby="endpoints" data-live="endpoints"><h2 id="endpoints">Webhook endpoints</h2>
${endpoints.length === 0 ? noEndpoints : html`<ul class="rows">${endpoints.map(endpointRow)}</ul>`}</section>
</div></div>`;
  return { title: "Events", section: "events", content };
}

function row({ event: { id, type, created_at, data }, deliveries, deliveryCount }: DeliveredEvent): Html {
  const badges = deliveries.map(({ status, attempts }) => {
    const isTold = attempts.length > 1 || (status === "pending" && attempts.length > 0);
    return badge(status, isTold ? `${status} after ${attempts.length}` : status);
  });
  const more = deliveryCount - deliveries.length;
  return html`<li class="row event-row"><a class="row-link" href="/window/events/${id}"><code><b>${type}</b></code></a>
<span class="row-badges">${badges.length === 0 ? html`<span class="small soft">not sent</span>` : badges}${more > 0 ? html`<span class="small soft">and ${more} more</span>` : ""}</span>
<span class="row-text small">${idLink(data.object.id)}</span><span class="row-time">${time(created_at)}</span></li>`;
}

const empty = html`<div class="empty"><h2>No events yet</h2><p>Each change to a payment, refund, dispute or settlement creates one.</p></div>`;

const noEndpoints = html`<p class="soft">None. Create one with <code>POST /v1/webhooks</code>, or start with <code>--forward-to</code> to send all events to a server on this machine.</p>`;

function endpointRow({ id, url, status, enabled_events }: WebhookEndpoint): Html {
  return html`<li class="row"><code>${url}</code> ${badge(status)}<span class="row-text small soft"><code>${id}</code> ${enabled_events.join(", ")}</span></li>`;
}
