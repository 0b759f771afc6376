import { ownProperties } from "@vinr/server/internal";
import { html } from "hono/html";
import { type Html, renderPage } from "../../page.js";

export interface AccountPage {
  /** The account that is shown now; undefined if a key is needed first. */
  readonly account: string | undefined;
  readonly problem?: string;
  /** The account shown without a key. Undefined: none. */
  readonly openAccount: string | undefined;
}

/** Asks for a key, which is sent in a form's body and kept in a cookie: no address, log or page contains it. */
export function renderAccountPage(page: AccountPage): Promise<Response> {
  const { account, problem, openAccount } = ownProperties(page);
  const content = html`<div class="message"><h1>${account === undefined ? "Choose an account" : "Switch account"}</h1>
<p>Each secret key that starts with <code>sk_test_</code> has its own account, and opens its window.${account === undefined ? "" : html` You are viewing <code>${account}</code>.`}</p>
<form class="form" method="post" action="/window/account">
<div class="field field-wide"><label for="key">Secret key</label><input id="key" name="key" type="password" required maxlength="220" autocomplete="off" spellcheck="false"
 placeholder="sk_test_…" aria-describedby="key-problem"${problem === undefined ? "" : html` aria-invalid="true"`}>
<p class="field-error" id="key-problem">${problem ?? ""}</p></div>
<button class="button">Open</button></form>
${account === undefined ? "" : leave(account, openAccount)}</div>`;
  const status = problem !== undefined ? 400 : account === undefined ? 401 : 200;
  return renderPage({ title: "Account", content, status, assets: ["window.css", "window-views.css"] });
}

/** Back to the window, or to the account that needs no key. */
function leave(account: string, openAccount: string | undefined): Html {
  const back = html`<p><a href="/">Back to the window</a></p>`;
  if (account === openAccount) return back;
  const label = openAccount === undefined ? "Forget the key" : `Back to the account ${openAccount}`;
  return html`<form method="post" action="/window/account/end"><button class="button button-quiet">${label}</button></form>${back}`;
}
