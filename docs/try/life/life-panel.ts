/// <reference lib="dom" />
/** The steps of a payment's life once one was run: what each returned, and the events. */
import { html, nothing, render } from "lit-html";
import { type Connection, connect } from "../connection.ts";
import { loadStyles } from "../panel/load-styles.ts";
import { renderCode } from "../panel/response-view.ts";
import { renderEvents } from "../panel/sandbox-view.ts";
import { endChallenge, runStep, type StepInput, type StepOutcome } from "./run-step.ts";
import type { StepName } from "./steps.ts";

/**
 * Opens the panel, with the events in a place of their own.
 *
 * @throws {TryError} where no sandbox can run.
 */
export async function openLifePanel(events: HTMLElement): Promise<LifePanel> {
  const panel = new LifePanel(events);
  await loadStyles();
  return panel;
}

export class LifePanel {
  readonly #connection: Connection;

  constructor(events: HTMLElement) {
    this.#connection = connect();
    this.#connection.watch((view) => render(renderEvents(view), events));
  }

  /** Runs a step, and shows what came of it in a place. `onChange` is called with the outcome, again after a challenge. */
  async run(
    name: StepName,
    input: StepInput,
    place: HTMLElement,
    onChange: (outcome: StepOutcome) => void,
  ): Promise<void> {
    const show = (outcome: StepOutcome): void => {
      render(
        this.#renderOutcome(outcome, (isPassed) => void this.#challenge(outcome, isPassed, show)),
        place,
      );
      onChange(outcome);
    };
    show(await runStep(name, input, this.#connection));
  }

  /** Where it cannot be ended, it can be tried again. */
  async #challenge(before: StepOutcome, isPassed: boolean, show: (outcome: StepOutcome) => void): Promise<void> {
    try {
      show(await endChallenge(before.payment, isPassed, this.#connection));
    } catch (error) {
      show({ ...before, status: error instanceof Error ? error.message : String(error) });
    }
  }

  #renderOutcome({ shown }: StepOutcome, end: (isPassed: boolean) => void) {
    const isChallenged = shown.includes('"status": "requires_authentication"');
    return html`${shown === "" ? nothing : renderCode("Result", shown)}
      ${
        isChallenged
          ? html`<p>The bank asks for 3-D Secure:</p>
            <div class="try-row">
              <button type="button" @click=${() => end(true)}>Pass</button>
              <button type="button" @click=${() => end(false)}>Fail</button>
            </div>`
          : nothing
      }`;
  }
}
