/// <reference lib="dom" />
/** The buttons of the quickstart's steps. Until one is pressed, nothing of the sandbox is loaded. */
import type { LifePanel } from "./life/life-panel.ts";
import { keepProgress, type Progress, readProgress } from "./life/progress.ts";
import type { StepOutcome } from "./life/run-step.ts";
import type { StepName } from "./life/steps.ts";

class TryLife extends HTMLElement {
  #panel: LifePanel | undefined;
  #progress: Progress = { done: 0, payment: "" };

  connectedCallback(): void {
    this.#steps.forEach((step, index) => {
      find(step, ".try-run").addEventListener("click", () => void this.#run(step, index));
    });
    this.#setProgress(readProgress());
  }

  get #steps(): readonly HTMLElement[] {
    return Array.from(this.querySelectorAll<HTMLElement>("[data-step]"));
  }

  async #run(step: HTMLElement, index: number): Promise<void> {
    const button = find(step, ".try-run");
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    try {
      if (this.#panel === undefined) find(step, ".try-status").textContent = "Starting the sandbox…";
      this.#panel ??= await this.#load();
      const card = this.querySelector("select")?.value ?? "";
      const input = { payment: this.#progress.payment, card };
      const name = step.dataset.step as StepName;
      const place = find(step, ".try-result");
      await this.#panel.run(name, input, place, (outcome) => this.#finish(step, index, outcome));
      place.hidden = false;
    } catch (error) {
      find(step, ".try-status").textContent = error instanceof Error ? error.message : String(error);
    } finally {
      button.ariaBusy = null;
    }
  }

  async #load(): Promise<LifePanel> {
    const { openLifePanel } = await import("./life/life-panel.ts").catch(() => {
      throw new Error("The sandbox could not be loaded. Check your connection and press Run again.");
    });
    return openLifePanel(find(this, ".try-life-events"));
  }

  #finish(step: HTMLElement, index: number, { payment, status, isDone }: StepOutcome): void {
    find(step, ".try-status").textContent = status;
    // What came after belongs to another payment.
    for (const later of this.#steps.slice(index + 1)) clear(later);
    this.#setProgress({ done: isDone ? index + 1 : index, payment });
    keepProgress(this.#progress);
    // The buttons of a challenge are gone once one was pressed.
    if (document.activeElement === document.body) find(step, ".try-status").focus({ preventScroll: true });
  }

  /** A step can be run once all before it are done, and the first one always. */
  #setProgress(progress: Progress): void {
    this.#progress = progress;
    this.#steps.forEach((step, index) => {
      find<HTMLButtonElement>(step, ".try-run").disabled = index > progress.done;
    });
  }
}

function clear(step: HTMLElement): void {
  find(step, ".try-status").textContent = "";
  find(step, ".try-result").hidden = true;
}

function find<Found extends HTMLElement>(parent: HTMLElement, selector: string): Found {
  const found = parent.querySelector<Found>(selector);
  if (found === null) throw new Error(`The steps have no ${selector}.`);
  return found;
}

customElements.define("try-life", TryLife);
