import { ownProperties } from "@vinr/server/internal";
import { html } from "hono/html";
import type { Moment } from "../../../domain/time.js";
import { timestampOf } from "../../../domain/time.js";
import { type Html, renderPage } from "../../page.js";
import type { LogEntry } from "../recording/bounded-log.js";
import type { LoggedRequest } from "../recording/request-log.js";
import { statusBadge, time } from "./parts.js";

/** The views, as the navigation has them. */
export const sections = {
  payments: { label: "Payments", path: "/" },
  events: { label: "Events", path: "/window/events" },
  requests: { label: "Requests", path: "/window/requests" },
  settlements: { label: "Settlements", path: "/window/settlements" },
  balance: { label: "Balance", path: "/window/balance" },
  send: { label: "Send", path: "/window/send" },
} as const;

/** A view of an account. */
export interface View {
  readonly title: string;
  readonly section: keyof typeof sections;
  readonly content: Html;
  /** Default: 200. */
  readonly status?: number;
  /** Its own script, in `assets/`. */
  readonly script?: `${string}.js`;
}

/** The frame of a view: its account and what surrounds the content. */
export interface Frame {
  readonly account: string;
  /** The account's time. */
  readonly now: Moment;
  /** The address of the view, to which a form returns. */
  readonly address: string;
  /** The request that a button has just made. */
  readonly outcome: LogEntry<LoggedRequest> | undefined;
}

const assets = ["window.css", "window-views.css", "window.js"] as const;

/**
 * A view as a page. Parts that may change while it is open are elements with `data-live`, each with its own name:
 * `window.js` replaces them.
 */
export function renderView(view: View, frame: Frame): Promise<Response> {
  const { title, section, content, status, script } = ownProperties(view);
  const body = html`${renderOutcome(frame.outcome)}${content}`;
  return renderPage({
    title,
    header: renderHeader(section, frame),
    content: body,
    status: status ?? 200,
    assets: script === undefined ? assets : [...assets, script],
  });
}

function renderHeader(current: View["section"], { account, now, address }: Frame): Html {
  const links = Object.entries(sections).map(([name, { label, path }]) => {
    return html`<li><a href="${path}"${name === current ? html` aria-current="page"` : ""}>${label}</a></li>`;
  });
  return html`<nav class="window-nav" aria-label="Views"><ul>${links}</ul></nav>
<form class="find" action="/window/find" role="search"><label class="hidden" for="find">Find by id</label>
<input id="find" name="id" placeholder="Find pay_…, evt_…, req_…" maxlength="80" autocomplete="off" spellcheck="false"></form>
<p class="account"><span class="soft">Account</span> <a href="/window/account"><code>${account}</code></a></p><span class="live" data-connection hidden></span>
<div class="clock" data-live="clock">
<p><span class="soft">The account's clock</span> <strong>${time(now)}</strong> <abbr title="Coordinated Universal Time">UTC</abbr></p>
<div class="clock-buttons">
${Object.entries(clockMoves).map(([name, label]) => clockButton(name, label, now, address))}
</div></div>`;
}

/** How far a button moves the clock, and its label. */
const clockMoves = { hour: "+ 1 hour", day: "+ 1 day", settlement: "Next settlement" };

function clockButton(name: string, label: string, now: Moment, address: string): Html {
  return html`<form method="post" action="/window/clock">
<input type="hidden" name="move" value="${name}"><input type="hidden" name="state" value="${timestampOf(now)}">
<input type="hidden" name="back" value="${address}"><button class="chip" id="clock-${name}">${label}</button></form>`;
}

/** Shows the outcome of a button: the request that it made, and its error. */
function renderOutcome(outcome: Frame["outcome"]): Html {
  if (outcome === undefined) return html``;
  const { item, number } = outcome;
  const error = readError(item.response.body);
  const request = html`<a href="/window/requests/${number}"><code>${item.method} ${item.target}</code></a> ${statusBadge(item.status)}`;
  if (error === undefined) return html`<p class="notice notice-good outcome" role="status">Done: ${request}</p>`;
  return html`<p class="notice notice-bad outcome" role="alert"><strong>${error.message}</strong> ${documentation(error)} ${request}</p>`;
}

/** An error of the APIs. */
export interface ShownError {
  readonly code: string;
  readonly message: string;
  readonly docUrl: string | undefined;
}

/** The error in a body; undefined if it has none. */
export function readError(body: string | undefined): ShownError | undefined {
  try {
    const { error } = ownProperties(JSON.parse(body ?? "null") ?? {});
    if (typeof error?.code !== "string") return undefined;
    const isOurs = typeof error.doc_url === "string" && error.doc_url.startsWith("https://docs.vinr.com/");
    return { code: error.code, message: String(error.message), docUrl: isOurs ? error.doc_url : undefined };
  } catch {
    return undefined;
  }
}

export function documentation({ code, docUrl }: ShownError): Html {
  if (docUrl === undefined) return html`<code>${code}</code>`;
  return html`<a href="${docUrl}" rel="noreferrer" target="_blank">What to do about <code>${code}</code></a>`;
}
