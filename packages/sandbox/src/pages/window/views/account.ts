import { ownProperties } from "@vinr/server/internal";
import { html } from "hono/html";
import { type Html, renderPage } from "../../page.js";

export interface AccountPage {
  /** The account that is shown now; undefined where a key is needed first. */
  readonly account: string | undefined;
  readonly problem?: string;
  /** The account that is shown without a key; undefined: none is. */
  readonly openAccount: string | undefined;
}

/** Asks for a key. It is sent in a form's body, and stays in a cookie: no address, log or page has it. */
export function renderAccountPage(page: AccountPage): Promise<Response> {
  const { account, problem, openAccount } = ownProperties(page);
  const content = html`<div class="message"><h1>${account === undefined ? "Which account?" : "Another account"}</h1>
<p>Each secret key that starts with <code>sk_test_</code> has an account of its own, and opens a window on it.${account === undefined ? "" : html` You look at <code>${account}</code>.`}</p>
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
