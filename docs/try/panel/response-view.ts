/// <reference lib="dom" />
/** The response to a request: its body and its headers. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { TryResponse } from "../protocol.ts";

/** The reason phrases of the API's statuses (RFC 9110). */
const reasons: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  204: "No Content",
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  409: "Conflict",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  503: "Service Unavailable",
};

/** A status as one line, such as `201 Created in 4 ms`. */
export function describeStatus(status: number, milliseconds: number): string {
  const reason = reasons[status];
  const time = milliseconds < 1 ? "less than 1 ms" : `${Math.round(milliseconds)} ms`;
  return `${status}${reason === undefined ? "" : ` ${reason}`} in ${time}`;
}

export function renderResponse({ body, headers }: TryResponse): TemplateResult {
  return html`<section class="try-part" aria-label="Response">
    ${body === "" ? html`<p class="try-soft">The response has no body.</p>` : renderCode("Response body", body)}
    <details class="try-details">
      <summary>Headers</summary>
      ${renderCode("Response headers", headers.map(([name, value]) => `${name}: ${value}`).join("\n"))}
    </details>
    ${renderErrorLink(body)}
  </section>`;
}

/** Text as it is, which the keyboard can scroll. */
export function renderCode(label: string, text: string): TemplateResult {
  return html`<pre class="try-code" tabindex="0" role="region" aria-label=${label}><code>${text}</code></pre>`;
}

/** The page about the code of an error, which is on this site. */
function renderErrorLink(body: string): TemplateResult | typeof nothing {
  const { error }: { error?: { code: string } } = body === "" ? {} : JSON.parse(body);
  if (error === undefined) return nothing;
  return html`<p>What to do about it: <a href="/errors/${error.code}/"><code>${error.code}</code></a></p>`;
}
