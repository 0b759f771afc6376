/// <reference lib="dom" />
/** The sandbox beside a request: the customer, the clock, and the events as they happen. */
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { testCards } from "../cards.ts";
import type { ClockMove, SandboxView } from "../protocol.ts";
import { listNextSteps, type NextStep } from "./next-steps.ts";
import { renderCode } from "./response-view.ts";

/** The acts of a reader upon the sandbox. */
export interface SandboxHandlers {
  pay(payment: string, card: string): void;
  endChallenge(payment: string, isPassed: boolean): void;
  moveClock(move: ClockMove): void;
  reset(): void;
}

export interface ShownSandbox extends SandboxHandlers {
  readonly view: SandboxView;
  /** Whether it will be there after a reload. */
  readonly isKept: boolean;
  /** Begins the ids of the elements. */
  readonly prefix: string;
  /** The page that shows it, which needs no link to itself. */
  readonly pathname: string;
}

export function renderSandbox(shown: ShownSandbox): TemplateResult {
  return html`${renderCustomer(shown)} ${renderClock(shown)} ${renderEvents(shown.view)} ${renderNext(shown)}
    <p class="try-foot try-soft">
      ${shown.isKept ? "This sandbox belongs to this tab and survives a reload." : "This browser cannot store the sandbox: a reload starts over."}
      <button type="button" class="try-quiet" @click=${() => shown.reset()}>Start over</button>
    </p>`;
}

function renderCustomer({
  view: { payment },
  prefix,
  pay,
  endChallenge,
}: ShownSandbox): TemplateResult | typeof nothing {
  if (payment?.status === "pending") {
    const submit = (event: Event): void => {
      event.preventDefault();
      pay(payment.id, new FormData(event.target as HTMLFormElement).get("card") as string);
    };
    return html`<form class="try-part" aria-label="Customer" @submit=${submit}>
      <p>Your customer opens the <code>checkoutUrl</code> of <code>${payment.id}</code>, and pays:</p>
      <div class="try-row">
        <label for="${prefix}-card">Test card</label>
        <select id="${prefix}-card" name="card">
          ${testCards.map(({ number, result }) => html`<option value=${number}>${number} ${result}</option>`)}
        </select>
        <button type="submit">Pay</button>
      </div>
    </form>`;
  }
  if (payment?.status !== "requires_authentication") return nothing;
  return html`<section class="try-part" aria-label="Customer">
    <p>The bank asks the customer of <code>${payment.id}</code> for 3-D Secure:</p>
    <div class="try-row">
      <button type="button" @click=${() => endChallenge(payment.id, true)}>Pass</button>
      <button type="button" @click=${() => endChallenge(payment.id, false)}>Fail</button>
    </div>
  </section>`;
}

const moves: readonly { readonly move: ClockMove; readonly label: string }[] = [
  { move: "hour", label: "1 hour" },
  { move: "day", label: "1 day" },
  { move: "settlement", label: "Next settlement" },
];

function renderClock({ view: { now }, moveClock }: ShownSandbox): TemplateResult {
  return html`<section class="try-part" aria-label="Clock">
    <p>The sandbox's clock shows <time datetime=${now}>${formatTime(now)}</time>. Move it forward:</p>
    <div class="try-row">
      ${moves.map(({ move, label }) => html`<button type="button" @click=${() => moveClock(move)}>${label}</button>`)}
    </div>
  </section>`;
}

/** The events as they happened. */
export function renderEvents({ events, eventCount }: SandboxView): TemplateResult | typeof nothing {
  if (eventCount === 0) return nothing;
  const hidden = eventCount - events.length;
  return html`<section class="try-part" aria-label="Events">
    <p>${eventCount === 1 ? "1 event" : `${eventCount} events`}, newest first:</p>
    <ol class="try-events">
      ${repeat(
        events,
        ({ id }) => id,
        (event) => html`<li>
          <details class="try-details">
            <summary><code>${event.type}</code> <span class="try-soft">${event.data.object.id}, ${formatTime(event.created_at)}</span></summary>
            ${renderCode(event.type, JSON.stringify(event, null, 2))}
          </details>
        </li>`,
      )}
    </ol>
    ${hidden > 0 ? html`<p class="try-soft">Older events that are not shown: ${hidden}.</p>` : nothing}
  </section>`;
}

function renderNext({ view, pathname }: ShownSandbox): TemplateResult | typeof nothing {
  const steps = listNextSteps(view).filter(({ href }) => href !== pathname);
  if (steps.length === 0) return nothing;
  const link = ({ label, href }: NextStep) => html`<li><a href=${href}>${label}</a></li>`;
  return html`<nav class="try-part" aria-label="Next"><p>Continue in the same sandbox:</p><ul>${steps.map(link)}</ul></nav>`;
}

/** A time as people read it, in UTC, in which settlements are reckoned. */
function formatTime(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
