import type { Payment } from "@vinr/server";
import { ownProperties } from "@vinr/server/internal";
import { html } from "hono/html";
import type { Html, Page } from "../page.js";
import { amountText, type CheckoutView, returnLink, shopOf } from "./parts.js";

/** How a payment ended, in words for its customer and for a developer. */
interface Result {
  readonly tone: "bad" | "good" | "neutral";
  readonly title: string;
  readonly text: string;
  readonly next?: string | undefined;
  readonly forDevelopers?: Html | undefined;
}

/** The page of a payment that no longer waits for its customer. */
export function resultOf(view: CheckoutView): Page {
  const { payment, notices } = view;
  const { tone, title, text, next, forDevelopers } = ownProperties(describe(view));
  const ended = html`<p class="notice" role="status">This payment had already ended when you sent the form. Nothing was charged twice.</p>`;
  const content = html`<section class="card result" aria-labelledby="result">
${icon(tone)}
<h1 id="result">${title}</h1>
<p>${text}</p>
${next === undefined ? "" : html`<p>${next}</p>`}
${notices.includes("ended") ? ended : ""}
${returnLink(payment)}
<p class="for-developers small soft">Payment <code>${payment.id}</code> has the status <code>${payment.status}</code>. ${forDevelopers}</p>
</section>`;
  return { title, content, assets: ["checkout.css"] };
}

function describe(view: CheckoutView): Result {
  const { payment } = view;
  const shop = shopOf(payment).name;
  switch (payment.status) {
    case "completed":
      return describePaid(view, shop);
    case "authorized":
      return {
        tone: "good",
        title: "Payment approved",
        text: `Your bank has reserved ${amountText(view)} for ${shop}, which takes the money later.`,
        forDevelopers: html`Capture it within 7 days.`,
      };
    case "failed":
      return describeFailed(view);
    case "cancelled":
      return {
        tone: "neutral",
        title: "Payment cancelled",
        text: `${shop} has cancelled this payment. Nothing was charged.`,
        next: `Still want to buy? Start again at ${shop}.`,
      };
    default:
      return {
        tone: "neutral",
        title: "Payment expired",
        text: "This payment was not finished in time. Nothing was charged.",
        next: `Still want to buy? Start again at ${shop}.`,
      };
  }
}

function describePaid(view: CheckoutView, shop: string): Result {
  const { amount, amountCaptured = amount, amountRefunded = 0 } = view.payment;
  const refunded = amountRefunded > 0 ? ` ${amountText(view, amountRefunded)} of it is refunded.` : "";
  return {
    tone: "good",
    title: "Payment complete",
    text: `You have paid ${amountText(view, amountCaptured)} to ${shop}.${refunded}`,
    forDevelopers: html`Fulfil the order when <code>payment.completed</code> arrives: the customer’s return does not prove payment.`,
  };
}

function describeFailed({ payment }: CheckoutView): Result {
  const { failure } = payment;
  return {
    tone: "bad",
    title: "Payment declined",
    text: `${failure?.message ?? "The payment could not be made."} Nothing was charged.`,
    next: nextStep(payment),
    ...(failure === undefined ? {} : { forDevelopers: html`Failure code: <code>${failure.code}</code>.` }),
  };
}

/** A payment can be tried once: the next attempt is another payment. */
function nextStep(payment: Payment): string {
  const shop = shopOf(payment).name;
  return payment.failure?.retryable === true
    ? `The same card may work on another try. Start again at ${shop}.`
    : `Another card may work. Start again at ${shop}.`;
}

function icon(tone: Result["tone"]): Html {
  const shapes = {
    good: html`<path d="m7 12.5 3.5 3.5L17 9" />`,
    bad: html`<path d="m8.5 8.5 7 7m0-7-7 7" />`,
    neutral: html`<path d="M12 7.5v5l3 2" />`,
  };
  return html`<svg class="result-icon result-icon-${tone}" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10.5" />${shapes[tone]}</svg>`;
}
