import { ownProperties } from "@vinr/server/internal";
import { html } from "hono/html";
import type { Html } from "../../page.js";
import type { LoggedRequest } from "../recording/request-log.js";
import {
  bounds,
  canRewrite,
  type FieldProblems,
  isIncomplete,
  methods,
  sendPath,
  type WrittenRequest,
} from "../send-request.js";
import type { View } from "./layout.js";

/** The account, problems and notes of a request that is being written. */
export interface Writing {
  /** The account that sends it. */
  readonly account: string;
  readonly problems?: FieldProblems;
  /** Why nothing was sent. */
  readonly notice?: string;
  /** Something to do before it is sent. */
  readonly note?: string | undefined;
}

/** A form for a request to the API. `window-send.js` fills it from the fragment of a link; everything else works without it. */
export function sendView(written: WrittenRequest, writing: Writing): View {
  const { account, problems: given = {}, notice, note } = ownProperties(writing);
  const problems = ownProperties(given);
  const content = html`<div class="head"><h1>Send a request</h1>
<p class="soft">To the API of this sandbox, as the account <code>${account}</code>.</p></div>
${notice === undefined ? "" : html`<p class="notice notice-bad" role="alert">${notice}</p>`}
${note === undefined ? "" : html`<p class="notice">${note}</p>`}
<p class="notice" role="status" data-filled hidden>A link filled this in. Nothing is sent until you press Send. Replace ids from another sandbox with ids from this one.</p>
<p class="notice notice-bad" role="alert" data-unusable hidden>The link that opened this page has no valid request to this API, so nothing was filled in.</p>
<form class="send panel" method="post" action="${sendPath}" data-send>
<input type="hidden" name="account" value="${account}">
${methodField(written, problems)}${pathField(written, problems)}${bodyField(written, problems)}${keyField(written, problems)}
<button class="button">Send</button></form>`;
  return { title: "Send a request", section: "send", content, script: "window-send.js" };
}

function methodField({ method }: WrittenRequest, { method: problem }: FieldProblems): Html {
  const options = methods.map((name) => html`<option${name === method ? html` selected` : ""}>${name}</option>`);
  return html`<div class="field"><label for="method">Method</label><select id="method" name="method"${stateOf("method", problem)}>${options}</select>${problemOf("method", problem)}</div>`;
}

function pathField({ path }: WrittenRequest, { path: problem }: FieldProblems): Html {
  return html`<div class="field"><label for="path">Path</label>
<input id="path" name="path" value="${path}" required maxlength="${bounds.path}" placeholder="/v1/payments" autocomplete="off" autocapitalize="off" spellcheck="false"${stateOf("path", problem)}>${problemOf("path", problem)}</div>`;
}

/** A browser leaves out the first line break in a text area. */
function bodyField({ body }: WrittenRequest, { body: problem }: FieldProblems): Html {
  return html`<div class="field field-wide"><label for="body">Body <span class="soft">JSON; leave empty for none</span></label>
<textarea id="body" name="body" rows="12" maxlength="${bounds.body}" autocomplete="off" autocapitalize="off" spellcheck="false"${stateOf("body", problem)}>
${body}</textarea>${problemOf("body", problem)}</div>`;
}

function keyField({ idempotencyKey }: WrittenRequest, { idempotencyKey: problem }: FieldProblems): Html {
  return html`<div class="field field-wide"><label for="idempotencyKey">Idempotency-Key <span class="soft">optional</span></label>
<input id="idempotencyKey" name="idempotencyKey" value="${idempotencyKey}" maxlength="${bounds.idempotencyKey}" autocomplete="off" autocapitalize="off" spellcheck="false"${stateOf("idempotencyKey", problem)}>${problemOf("idempotencyKey", problem)}</div>`;
}

function stateOf(name: string, problem: string | undefined): Html {
  return problem === undefined ? html`` : html` aria-invalid="true" aria-describedby="${name}-problem"`;
}

function problemOf(name: string, problem: string | undefined): Html {
  return problem === undefined ? html`` : html`<p class="field-error" id="${name}-problem">${problem}</p>`;
}

/** The note that the log left something out of a request. */
export const gapsNote = "A key, a card number or the end of a long body was left out when it was recorded: fill it in.";

/** Links from a request in the log to a form that is filled with it. */
export function editLink(item: LoggedRequest, number: number): Html {
  if (!canRewrite(item)) return html``;
  return html`<a class="button button-quiet button-small" href="${sendPath}?request=${number}">Edit and send again</a>`;
}

/** The note about a request from the log; undefined if it is complete. */
export function noteOf(item: LoggedRequest): string | undefined {
  return isIncomplete(item) ? gapsNote : undefined;
}
