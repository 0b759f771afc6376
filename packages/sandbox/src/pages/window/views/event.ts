import { html } from "hono/html";
import { nextAttemptOf } from "../../../domain/decide-delivery.js";
import type { DeliveryAttempt } from "../../../domain/delivery.js";
import type { Html } from "../../page.js";
import type { EventDetails } from "../reads.js";
import type { LoggedAttempt } from "../recording/attempt-log.js";
import type { View } from "./layout.js";
import { badge, button, code, facts, fold, idLink, statusBadge, time } from "./parts.js";
import { bodyOf, headerFold } from "./request.js";
import { formatDuration } from "./requests.js";

/** Finds an attempt in the log of this process. */
export type FindAttempt = (delivery: string, attempt: number) => LoggedAttempt | undefined;

/** An event with its deliveries. */
export function eventView({ event, deliveries }: EventDetails, findAttempt: FindAttempt): View {
  const { id, type, created_at, data } = event;
  const content = html`<p class="crumb"><a href="/window/events">Events</a></p>
<div class="head"><h1 class="mono">${type}</h1><p class="soft"><code>${id}</code> · ${time(created_at)} · ${idLink(data.object.id)}</p></div>
<div class="columns even"><div data-live="deliveries">
${deliveries.length === 0 ? noDeliveries : deliveries.map((one) => deliveryPanel(id, one, findAttempt))}
</div><div>
<section class="panel" aria-labelledby="body"><h2 id="body">Body of each delivery</h2>${code(event)}</section>
</div></div>`;
  return { title: `${type} ${id}`, section: "events", content };
}

const noDeliveries = html`<section class="panel"><h2>Deliveries</h2><p class="soft">None: no webhook endpoint wanted events of this type when it happened.</p></section>`;

function deliveryPanel(
  event: string,
  { delivery, endpoint }: EventDetails["deliveries"][number],
  findAttempt: FindAttempt,
): Html {
  const { id, status, attempts } = delivery;
  const next = nextAttemptOf(delivery);
  const replay = button(
    `/window/deliveries/${id}`,
    "Replay",
    { state: String(attempts.length), back: `/window/events/${event}` },
    "main",
  );
  return html`<section class="panel" aria-labelledby="${id}"><h2 id="${id}">Delivery ${badge(status)}</h2>
${facts([
  ["To", html`<code>${endpoint?.url ?? `${delivery.endpoint}, which is deleted`}</code>`],
  ["Id", html`<code>${id}</code>`],
  ["Next retry", next === undefined ? undefined : time(next)],
])}
${attempts.length === 0 ? html`<p class="soft">Not sent yet.</p>` : html`<ol class="attempts">${attempts.map((one, index) => attemptItem(id, one, index, findAttempt))}</ol>`}
${endpoint === undefined ? "" : html`<div class="buttons">${replay}</div>`}</section>`;
}

function attemptItem(delivery: string, attempt: DeliveryAttempt, index: number, findAttempt: FindAttempt): Html {
  const { at, status, error, isReplay } = attempt;
  const logged = findAttempt(delivery, index);
  return html`<li><p>${status === undefined ? html`<span class="badge badge-bad">no response</span>` : statusBadge(status)}
${time(at)}${logged === undefined ? "" : html` · ${formatDuration(logged.milliseconds)}`}${isReplay ? html` · <span class="soft">replay</span>` : ""}</p>
${error === undefined ? "" : html`<p class="small">${error.slice(0, 500)}</p>`}
${logged === undefined ? notLogged : exchange(`${delivery}-${index}`, logged)}</li>`;
}

const notLogged = html`<p class="small soft">Headers and response are kept by the process that sent it, for the last 500 attempts.</p>`;

function exchange(id: string, { url, headers, response }: LoggedAttempt): Html {
  const sent = html`<p class="small"><code>POST ${url}</code></p>${headerFold(`${id}-sent`, headers)}`;
  if (response === undefined) return sent;
  return html`${sent}${fold(`${id}-received`, "Response", html`${facts(response.headers.map(([name, value]) => [name, html`<code>${value}</code>`] as const))}${bodyOf(response.body)}`)}`;
}
