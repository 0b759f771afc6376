import { ownProperties } from "@vinr/server/internal";
import { html } from "hono/html";
import type { List } from "../../../account/find.js";
import { type Moment, timestampOf } from "../../../domain/time.js";
import { formatAmount } from "../../amount.js";
import type { Html } from "../../page.js";
import { indentJson } from "../indent-json.js";
import { pageSize } from "../reads.js";

/** An amount in the minor unit of its currency, such as `€10.00`. */
export function amountText(amount: number, currency: string): string {
  return formatAmount(amount, currency, "en");
}

export function formatCount(count: number): string {
  return new Intl.NumberFormat("en").format(count);
}

const dateTimeOptions = {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
} as const;
const dateTime = new Intl.DateTimeFormat("en-GB", ownProperties(dateTimeOptions));

/** A time in UTC, by the account's clock or the wall clock. */
export function time(at: Moment | string): Html {
  const moment = typeof at === "string" ? Date.parse(at) : at;
  return html`<time datetime="${timestampOf(moment)}">${dateTime.format(moment)}</time>`;
}

const good: readonly string[] = ["completed", "enabled", "paid", "succeeded", "won"];
const bad: readonly string[] = ["failed", "lost"];
const waiting: readonly string[] = ["authorized", "open", "pending", "requires_authentication"];

/** The state of an object. The word says everything; the colour only helps. */
export function badge(status: string, label = status.replaceAll("_", " ")): Html {
  const tone = good.includes(status)
    ? "good"
    : bad.includes(status)
      ? "bad"
      : waiting.includes(status)
        ? "warn"
        : "plain";
  return html`<span class="badge badge-${tone}">${label}</span>`;
}

/** The status of an HTTP response. */
export function statusBadge(status: number): Html {
  return html`<span class="badge badge-${status < 400 ? "good" : "bad"}">${status}</span>`;
}

const views: ReadonlyMap<string, string> = new Map([
  ["pay", "/window/payments/"],
  ["evt", "/window/events/"],
  ["setl", "/window/settlements/"],
  // These have no view of their own.
  ["re", "/window/find?id="],
  ["dp", "/window/find?id="],
]);
const ids = /\b((?:pay|evt|setl|re|dp)_[A-Za-z0-9]{1,60})\b/;

/** An id as a link to the view that has its object. */
export function idLink(id: string): Html {
  const view = views.get(id.slice(0, id.indexOf("_")));
  if (view === undefined) return html`<code>${id}</code>`;
  return html`<a href="${view}${encodeURIComponent(id)}"><code>${id}</code></a>`;
}

/** A text with its ids as links. */
function linkIds(text: string): Html[] {
  // `split` by one group returns the texts between the ids, and the ids, in turn.
  return text.split(ids).map((part, index) => (index % 2 === 1 ? idLink(part) : html`${part}`));
}

/** A body or an object: indented if it is JSON that is not deeply nested, otherwise unchanged. */
export function code(value: unknown, isLinked = true): Html {
  const text = typeof value === "string" ? (indentJson(value) ?? value) : JSON.stringify(value, null, 2);
  return html`<pre class="code">${isLinked ? linkIds(text) : text}</pre>`;
}

/** A fold that keeps its state while the page updates. */
export function fold(id: string, summary: string, content: Html): Html {
  return html`<details class="fold" id="${id}"><summary>${summary}</summary>${content}</details>`;
}

/** Names and values. */
export function facts(rows: readonly (readonly [name: string, value: Html | string | undefined])[]): Html {
  const known = rows.filter(([, value]) => value !== undefined);
  return html`<dl class="facts">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** Links to the previous and next pages of an API list. */
export function pager({ data, page }: List<{ readonly id: string }>, path: string, query: URLSearchParams): Html {
  const first = data[0];
  // Nothing is newer than the first page: only a reader who came from a newer page, or whose newer page is full, can go
  // back.
  const hasNewer = query.has("starting_after") || (query.has("ending_before") && data.length === pageSize);
  return html`<nav class="pager" aria-label="Pages">
${hasNewer && first ? pageLink(path, { ending_before: first.id }, "Newer") : html`<span></span>`}
${page.next_cursor === null ? "" : pageLink(path, { starting_after: page.next_cursor }, "Older")}
</nav>`;
}

export function pageLink(path: string, query: Readonly<Record<string, string>>, label: string): Html {
  return html`<a class="button button-quiet" href="${path}?${new URLSearchParams(query).toString()}">${label}</a>`;
}

/** A button that sends a form of hidden fields. */
export function button(
  action: string,
  label: string,
  fields: Readonly<Record<string, string>> = {},
  kind = "quiet",
): Html {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form method="post" action="${action}">${hidden}<button class="button${kind === "quiet" ? " button-quiet" : ""} button-small">${label}</button></form>`;
}
