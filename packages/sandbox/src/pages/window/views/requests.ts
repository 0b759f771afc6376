import { html } from "hono/html";
import type { Html } from "../../page.js";
import type { LogEntry, LogPage } from "../recording/bounded-log.js";
import type { LoggedRequest } from "../recording/request-log.js";
import type { View } from "./layout.js";
import { statusBadge, time } from "./parts.js";

/** The requests that an account made to the APIs. */
export function requestsView(page: LogPage<LoggedRequest>, query: URLSearchParams): View {
  const search = query.get("search") ?? "";
  const content = html`<div class="head"><h1>Requests</h1>
<p class="soft">The last 500 requests of this account that this process served. Other processes on the same database keep their own. The log is lost when the process ends.</p></div>
<form class="form filter" action="/window/requests" role="search"><div class="field"><label for="search">Method, path, status or text</label>
<input id="search" name="search" value="${search}" maxlength="100" autocomplete="off" spellcheck="false"></div><button class="button button-quiet">Search</button></form>
<div data-live="requests">
${page.entries.length === 0 ? empty(search) : html`<ul class="rows">${page.entries.map(requestRow)}</ul>`}
${pager(page, search, query)}
</div>`;
  return { title: "Requests", section: "requests", content };
}

/** A request as a row: its method and path, and its outcome. */
export function requestRow({ number, item }: LogEntry<LoggedRequest>): Html {
  const { id, at, milliseconds, method, target, status } = item;
  return html`<li class="row request-row">${statusBadge(status)}<a class="row-link" href="/window/requests/${number}"><code><b>${method}</b> ${target}</code></a>
<span class="row-text small soft"><code>${id}</code></span><span class="row-time">${time(at)} · ${formatDuration(milliseconds)}</span></li>`;
}

export function formatDuration(milliseconds: number): string {
  return milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${Math.round(milliseconds)} ms`;
}

function empty(search: string): Html {
  if (search !== "")
    return html`<div class="empty"><h2>Nothing found</h2><p>No logged request contains “${search}”.</p></div>`;
  return html`<div class="empty"><h2>No requests yet</h2><p>Each request with this account's key appears here as soon as it is served.</p></div>`;
}

function pager({ entries, hasOlder }: LogPage<LoggedRequest>, search: string, query: URLSearchParams): Html {
  const last = entries.at(-1);
  const path = (parts: Record<string, string>) =>
    `/window/requests?${new URLSearchParams(search === "" ? parts : { search, ...parts })}`;
  return html`<nav class="pager" aria-label="Pages">
${query.has("before") ? html`<a class="button button-quiet" href="${path({})}">Newest</a>` : html`<span></span>`}
${hasOlder && last ? html`<a class="button button-quiet" href="${path({ before: String(last.number) })}">Older</a>` : ""}
</nav>`;
}

/** Whether a request contains a text, in upper or lower case. */
export function hasText({ id, method, target, status, body = "", response }: LoggedRequest, search: string): boolean {
  const text = `${id} ${method} ${target} ${status} ${body} ${response.body ?? ""}`;
  return text.toLowerCase().includes(search.toLowerCase());
}
