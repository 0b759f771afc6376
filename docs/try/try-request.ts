/// <reference lib="dom" />
/** The button Run beside a sample. Until it is pressed, nothing of the panel and of the sandbox is loaded. */
import type { RequestPanel } from "./panel/request-panel.ts";

class TryRequest extends HTMLElement {
  #panel: RequestPanel | undefined;

  connectedCallback(): void {
    const button = this.#find<HTMLButtonElement>(".try-run");
    button.addEventListener("click", () => void this.#run(button));
    button.disabled = false;
  }

  async #run(button: HTMLElement): Promise<void> {
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    try {
      if (this.#panel === undefined) this.#find(".try-status").textContent = "Starting the sandbox…";
      this.#panel ??= await this.#load();
      await this.#panel.run();
    } catch (error) {
      this.#find(".try-status").textContent = error instanceof Error ? error.message : String(error);
    } finally {
      button.ariaBusy = null;
    }
  }

  async #load(): Promise<RequestPanel> {
    const { openRequestPanel } = await import("./panel/request-panel.ts").catch(() => {
      throw new Error("The sandbox could not be loaded. Check your connection and press Run again.");
    });
    return openRequestPanel(JSON.parse(this.dataset.operation ?? ""), {
      form: this.#find(".try-form-place"),
      status: this.#find(".try-status"),
      result: this.#find(".try-result"),
      local: this.#find<HTMLAnchorElement>(".try-local a"),
    });
  }

  #find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (found === null) throw new Error(`The panel has no ${selector}.`);
    return found;
  }
}

customElements.define("try-request", TryRequest);
