import { html } from "hono/html";
import { type CardOutcome, listCards } from "../../domain/cards.js";
import { effectOf } from "../card-effect.js";
import type { Html } from "../page.js";
import { findProblem, type Notice, type Problem } from "./notices.js";
import { amountText, type CheckoutView } from "./parts.js";

/** A card to type, and the test cards, each of which a button pays with. */
export function cardForm(view: CheckoutView): Html {
  const numbers = listCards().map(([number]) => number);
  return html`<section class="card" aria-labelledby="card-form">
<h2 id="card-form">Card</h2>
<form class="fields" method="post" action="${view.path}" data-cards="${numbers.join(" ")}">
${field(view.notices, { name: "number", label: "Card number", sentAs: "card", example: "4242 4242 4242 4242", length: 23 })}
${field(view.notices, { name: "expiry", label: "Expiry date", sentAs: "expiry", example: "MM / YY", length: 9 })}
${field(view.notices, { name: "cvc", label: "CVC", sentAs: "cvc", example: "123", length: 4 })}
<button class="button button-wide">Pay ${amountText(view)}</button>
</form>
<h2 class="or" id="test-cards">Or one click with a test card</h2>
<form class="test-cards" method="post" action="${view.path}" aria-labelledby="test-cards">
${listCards().map(([number, outcome]) => testCard(number, outcome))}
</form>
</section>`;
}

interface Field {
  readonly name: Problem;
  readonly label: string;
  readonly sentAs: string;
  readonly example: string;
  readonly length: number;
}

/** `autocomplete` is off, so that browsers do not offer the cards that they have saved. */
function field(notices: readonly Notice[], { name, label, sentAs, example, length }: Field): Html {
  const problem = findProblem(notices, name);
  return html`<div class="field field-${name}">
<label for="${name}">${label}</label>
<input id="${name}" name="${sentAs}" required inputmode="numeric" autocomplete="off" maxlength="${length}"
 placeholder="${example}" aria-describedby="${name}-problem" ${problem === undefined ? "" : html`aria-invalid="true" autofocus`}>
<p class="field-error" id="${name}-problem">${problem ?? ""}</p>
</div>`;
}

function testCard(number: string, outcome: CardOutcome): Html {
  const shown = number.replaceAll(/(\d{4})(?=\d)/g, "$1 ");
  return html`<button class="test-card test-card-${outcome.kind}" name="card" value="${number}">
<span class="test-card-number">${shown}</span> <span class="test-card-outcome">${capitalize(effectOf(outcome))}</span>
</button>`;
}

function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
