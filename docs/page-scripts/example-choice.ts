/// <reference lib="dom" />
/** Shows one of several examples: the one that is chosen in the list above them. Without this script, all are shown in order. */

class ExampleChoice extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector("select");
    if (list === null) return;
    const examples = Array.from(this.querySelectorAll<HTMLElement>(".choice-example"));
    const show = (): void => {
      for (const [index, example] of examples.entries()) example.hidden = index !== list.selectedIndex;
    };
    list.addEventListener("change", show);
    // A browser may restore the choice of the last visit.
    show();
    this.dataset.ready = "";
  }
}

customElements.define("example-choice", ExampleChoice);
