import { html } from "hono/html";
import type { Html, Page } from "../page.js";
import { cardForm } from "./card-form.js";
import { challengeForm } from "./challenge-form.js";
import { amount, amountText, type CheckoutView, shopOf } from "./parts.js";
import { resultOf } from "./result.js";

/** The page of a payment in its current state. */
export function checkoutPage(view: CheckoutView): Page {
  const { payment } = view;
  const assets = ["checkout.css", "checkout.js"] as const;
  if (payment.status === "pending") {
    // A screen reader begins with the title.
    const title = `${view.notices.length > 0 ? "Error: " : ""}Pay ${amountText(view)}`;
    return { title, assets, content: html`<div class="checkout">${summary(view)}${cardForm(view)}</div>` };
  }
  if (payment.status === "requires_authentication") {
    return { title: "Confirm the payment", assets, content: challengeForm(view) };
  }
  return resultOf(view);
}

/** The amount, and the shop that it goes to. */
function summary(view: CheckoutView): Html {
  const { id, description } = view.payment;
  const shop = shopOf(view.payment);
  return html`<section class="summary" aria-labelledby="summary">
<h1 id="summary"><span class="summary-shop">Pay ${shop.name}</span> ${amount(view)}</h1>
${description === undefined ? "" : html`<p class="summary-description">${description}</p>`}
<p class="small soft">Payment <code>${id}</code></p>
<p class="notice notice-warn small">This is a test page. No money moves, and no real card is accepted.</p>
${shop.href === undefined ? "" : html`<p class="small"><a href="${shop.href}">Return to ${shop.name} without paying</a></p>`}
</section>`;
}
