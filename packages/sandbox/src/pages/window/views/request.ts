import { html } from "hono/html";
import { secretKeyOf } from "../../../domain/secret-key.js";
import type { Html } from "../../page.js";
import type { LogEntry } from "../recording/bounded-log.js";
import { type Header, hasGaps } from "../recording/capture.js";
import type { LoggedRequest } from "../recording/request-log.js";
import { documentation, readError, type View } from "./layout.js";
import { code, facts, fold, statusBadge, time } from "./parts.js";
import { formatDuration } from "./requests.js";
import { editLink, gapsNote } from "./send.js";

/** How a request can be sent again from a command line. */
export interface CurlOptions {
  /** The server's address, as the reader has it. */
  readonly origin: string;
  /** The account whose key is shown. Undefined: a variable stands for it. */
  readonly keyOfAccount: string | undefined;
}

/** A request with its response. */
export function requestView({ number, item }: LogEntry<LoggedRequest>, options: CurlOptions): View {
  const { id, at, milliseconds, method, target, status, headers, body, response } = item;
  const error = readError(response.body);
  const content = html`<p class="crumb"><a href="/window/requests">Requests</a></p>
<div class="head"><h1 class="mono">${method} ${target}</h1>${editLink(item, number)}</div>
${error === undefined ? "" : html`<p class="notice notice-bad"><strong>${error.message}</strong> ${documentation(error)}</p>`}
<div class="columns even"><div>
<section class="panel" aria-labelledby="sent"><h2 id="sent">Request</h2>
${facts([["Sent", html`${time(at)} by this machine's clock`]])}
${headerFold("sent-headers", headers, "The key and other headers are not kept.")}${bodyOf(body)}</section>
<section class="panel" aria-labelledby="again"><h2 id="again">Send it again</h2>${repeat(item, number, options)}</section>
</div><div>
<section class="panel" aria-labelledby="received"><h2 id="received">Response ${statusBadge(status)}</h2>
${facts([
  ["Request id", html`<code>${id}</code>`],
  ["Duration", formatDuration(milliseconds)],
])}
${headerFold("received-headers", response.headers)}${bodyOf(response.body)}
${hasGaps(response.body) ? html`<p class="soft small">A secret, a key or the end of a long body was left out when it was recorded. The caller got all of it.</p>` : ""}</section>
</div></div>`;
  return { title: `${method} ${target}`, section: "requests", content };
}

/** Headers, folded. */
export function headerFold(id: string, headers: readonly Header[], note = ""): Html {
  const rows = headers.map(([name, value]) => [name, html`<code>${value}</code>`] as const);
  return fold(
    id,
    `Headers (${headers.length})`,
    html`${facts(rows)}${note === "" ? "" : html`<p class="soft small">${note}</p>`}`,
  );
}

/** A body, or a note that there is none. */
export function bodyOf(body: string | undefined): Html {
  return body === undefined ? html`<p class="soft">No body.</p>` : code(body);
}

function repeat(item: LoggedRequest, number: number, options: CurlOptions): Html {
  const isKeyShown = options.keyOfAccount !== undefined;
  const key = isKeyShown
    ? html`<a href="/window/requests/${number}">Hide the key</a>`
    : html`<a href="/window/requests/${number}?key=shown">Show the key</a>`;
  return html`<div data-copy>${code(curlOf(item, options), false)}</div><p class="small">${key}</p>
${hasGaps(`${item.target} ${item.body ?? ""}`) ? html`<p class="soft small">${gapsNote}</p>` : ""}`;
}

/**
 * A command for a shell. It is a new request, without the old idempotency key: with that, it would only get the old
 * response again.
 */
function curlOf({ method, target, body }: LoggedRequest, { origin, keyOfAccount }: CurlOptions): string {
  const key =
    keyOfAccount === undefined
      ? '"Authorization: Bearer $VINR_SECRET_KEY"'
      : quote(`Authorization: Bearer ${secretKeyOf(keyOfAccount)}`);
  // Without `-g`, brackets and braces stand for many addresses, and curl requests each of them.
  const parts = [
    `curl ${/[[\]{}]/.test(target) ? "-g " : ""}${quote(`${origin}${target}`)}`,
    ...(method === "GET" ? [] : [`-X ${method}`]),
    `-H ${key}`,
  ];
  // Not `-d`, to which a body that begins with `@` is the name of a file on the reader's machine.
  if (body !== undefined) parts.push("-H 'Content-Type: application/json'", `--data-raw ${quote(body)}`);
  return parts.join(" \\\n  ");
}

/** Characters that a terminal may act on when they are pasted, before a shell sees them. */
const control = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu;

/**
 * An argument of a shell, whatever its content: of any POSIX shell or, with control characters, of one that knows
 * `$'…'`.
 */
function quote(text: string): string {
  const plain = text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll(control, octal);
  return text.search(control) < 0 ? `'${text.replaceAll("'", `'\\''`)}'` : `$'${plain}'`;
}

/** The bytes of a character, as `$'…'` takes them. */
function octal(character: string): string {
  return [...new TextEncoder().encode(character)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}
