import { html } from "hono/html";
import type { Html } from "../page.js";
import { amount, type CheckoutView, shopOf } from "./parts.js";

/** The customer's bank asks whether the customer is making the payment. */
export function challengeForm(view: CheckoutView): Html {
  const { payment, path } = view;
  return html`<section class="card result" aria-labelledby="challenge">
<p class="small soft">Test bank · 3-D Secure</p>
<h1 id="challenge">Are you making this payment?</h1>
<p>${shopOf(payment).name} asks for ${amount(view)}. A real bank would now ask for a code or your fingerprint.</p>
<form class="choices" method="post" action="${path}">
<button class="button button-wide" name="challenge" value="passed">Pass the challenge</button>
<button class="button button-quiet button-wide" name="challenge" value="failed">Fail the challenge</button>
</form>
<p class="small soft">Payment <code>${payment.id}</code> is waiting, with the status <code>${payment.status}</code>.</p>
</section>`;
}
