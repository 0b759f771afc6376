import { html } from "hono/html";
import type { DeliveryAttempt } from "../../../domain/delivery.js";
import type { Html } from "../../page.js";
import type { DeliveryDetails, EventDetails } from "../reads.js";
import type { LoggedAttempt } from "../recording/attempt-log.js";
import { sizeOf } from "../recording/capture.js";
import type { View } from "./layout.js";
import { badge, button, code, facts, fold, formatCount, idLink, statusBadge, time } from "./parts.js";
import { bodyOf, headerFold } from "./request.js";
import { formatDuration } from "./requests.js";

/** Finds an attempt in the log of this process. */
export type FindAttempt = (delivery: string, attempt: number) => LoggedAttempt | undefined;

/** The most characters of receivers' responses on a page. Receivers decide how long a response is. */
const shownCharacters = 200_000;

/** An event with its deliveries. */
export function eventView({ event, deliveries }: EventDetails, findAttempt: FindAttempt): View {
  const { id, type, created_at, data } = event;
  const showAttempt = limitAttempts(findAttempt);
  const content = html`<p class="crumb"><a href="/window/events">Events</a></p>
<div class="head"><h1 class="mono">${type}</h1><p class="soft"><code>${id}</code> · ${time(created_at)} · ${idLink(data.object.id)}</p></div>
<div class="columns even"><div data-live="deliveries">
${deliveries.length === 0 ? noDeliveries : deliveries.map((one) => deliveryPanel(id, one, showAttempt))}
</div><div>
<section class="panel" aria-labelledby="body"><h2 id="body">Body of each delivery</h2>${code(event)}</section>
</div></div>`;
  return { title: `${type} ${id}`, section: "events", content };
}

const noDeliveries = html`<section class="panel"><h2>Deliveries</h2><p class="soft">None: no webhook endpoint had enabled this event type when it happened.</p></section>`;

function deliveryPanel(
  event: string,
  { delivery, attemptCount, nextAttempt, endpoint }: DeliveryDetails,
  showAttempt: ShowAttempt,
): Html {
  const { id, status, attempts } = delivery;
  const firstPlace = attemptCount - attempts.length;
  // Starts with the last one, which the reader most likely came for.
  const items = attempts.map((one, index) => ({ one, place: firstPlace + index })).toReversed();
  const shown = items.map(({ one, place }) => attemptItem(one, showAttempt(id, place))).reverse();
  const replay = button(
    `/window/deliveries/${id}`,
    "Replay",
    { state: String(attemptCount), back: `/window/events/${event}` },
    "main",
  );
  return html`<section class="panel" aria-labelledby="${id}"><h2 id="${id}">Delivery ${badge(status)}</h2>
${facts([
  ["To", html`<code>${endpoint?.url ?? `${delivery.endpoint} (deleted)`}</code>`],
  ["Id", html`<code>${id}</code>`],
  ["Next retry", nextAttempt === undefined ? undefined : time(nextAttempt)],
])}
${firstPlace === 0 ? "" : html`<p class="soft">The last ${attempts.length} of ${formatCount(attemptCount)} attempts.</p>`}
${shown.length === 0 ? html`<p class="soft">Not sent yet.</p>` : html`<ol class="attempts">${shown}</ol>`}
${endpoint === undefined ? "" : html`<div class="buttons">${replay}</div>`}</section>`;
}

function attemptItem({ at, status, error, isReplay }: DeliveryAttempt, { after, content }: ShownAttempt): Html {
  return html`<li><p>${status === undefined ? html`<span class="badge badge-bad">no response</span>` : statusBadge(status)}
${time(at)}${after === undefined ? "" : html` · ${formatDuration(after)}`}${isReplay ? html` · <span class="soft">replay</span>` : ""}</p>
${error === undefined ? "" : html`<p class="small">${error.slice(0, 500)}</p>`}
${content}</li>`;
}

/** The request and response of an attempt, and the milliseconds between them. */
interface ShownAttempt {
  readonly after: number | undefined;
  readonly content: Html;
}

type ShowAttempt = (delivery: string, attempt: number) => ShownAttempt;

/** Shows the attempts of a page with their requests and responses, until the page is full. */
function limitAttempts(findAttempt: FindAttempt): ShowAttempt {
  let left = shownCharacters;
  return (delivery, attempt) => {
    const logged = findAttempt(delivery, attempt);
    if (logged === undefined) return { after: undefined, content: notLogged };
    const { response, milliseconds: after } = logged;
    left -= response === undefined ? 0 : sizeOf(response.headers) + (response.body ?? "").length;
    return { after, content: left < 0 ? notShown : requestAndResponse(`${delivery}-${attempt}`, logged) };
  };
}

const notShown = html`<p class="small soft">Headers and response are not shown: this page is full.</p>`;

const notLogged = html`<p class="small soft">Headers and response are kept by the process that sent it, for the last 500 attempts.</p>`;

function requestAndResponse(id: string, { url, headers, response }: LoggedAttempt): Html {
  const sent = html`<p class="small"><code>POST ${url}</code></p>${headerFold(`${id}-sent`, headers)}`;
  if (response === undefined) return sent;
  return html`${sent}${fold(`${id}-received`, "Response", html`${facts(response.headers.map(([name, value]) => [name, html`<code>${value}</code>`] as const))}${bodyOf(response.body)}`)}`;
}
