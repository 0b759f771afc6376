import type { Payment } from "@vinr/server";
import { html } from "hono/html";
import { readHttpUrl } from "../../http-url.js";
import { formatAmount } from "../amount.js";
import type { Html } from "../page.js";
import type { Notice } from "./notices.js";

/** A payment as its customer sees it. */
export interface CheckoutView {
  readonly payment: Payment;
  /** The path of the page. */
  readonly path: string;
  readonly locale: string;
  readonly notices: readonly Notice[];
}

/** The amount of the payment, in the reader's own notation, which may be written from right to left. */
export function amount(view: CheckoutView): Html {
  const text = amountText(view);
  // Too long for its digits to fit on a line of a phone.
  const size = text.length > 14 ? "amount-long" : "";
  return html`<bdi class="amount ${size}" lang="${view.locale}">${text}</bdi>`;
}

/** An amount in the payment's currency. Default: the payment's own. */
export function amountText({ payment, locale }: CheckoutView, minorUnits: number = payment.amount): string {
  return formatAmount(minorUnits, payment.currency, locale);
}

/** The merchant as the customer knows it, and the address to which the customer returns. */
export function shopOf({ returnUrl = "" }: Payment): { readonly name: string; readonly href: string | undefined } {
  // The API accepts no other, but a link of another kind could run a script.
  const url = readHttpUrl(returnUrl);
  return url === undefined ? { name: "the shop", href: undefined } : { name: url.host, href: url.href };
}

/** The link back to the merchant. */
export function returnLink(payment: Payment): Html | "" {
  const { name, href } = shopOf(payment);
  return href === undefined ? "" : html`<p><a class="button button-wide" href="${href}">Return to ${name}</a></p>`;
}
