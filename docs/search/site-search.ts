/// <reference lib="dom" />
/** The search dialog: opened by its button or Ctrl K, and nothing of it is loaded before. */
import type { FoundPage, PageIndex } from "./page-index.ts";

const shownPages = 8;
/** How long a reader pauses before the words are looked up, in milliseconds. */
const pause = 120;

class SiteSearch extends HTMLElement {
  #index: Promise<PageIndex> | undefined;
  #lastSearch = 0;

  connectedCallback(): void {
    const button = this.#find<HTMLButtonElement>("button.open");
    const dialog = this.#find<HTMLDialogElement>("dialog");
    const input = this.#find<HTMLInputElement>("input");
    const open = (): void => {
      dialog.showModal();
      input.select();
      void this.#loadIndex().catch(() => {});
    };
    button.addEventListener("click", open);
    button.disabled = false;
    if (/Mac|iPhone|iPad/.test(navigator.userAgent)) {
      this.#find("kbd").textContent = "⌘ K";
      button.setAttribute("aria-keyshortcuts", "Meta+K");
    }
    window.addEventListener("keydown", (event) => {
      if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (!dialog.open) open();
    });
    // The frame fills the dialog, so a click on the dialog itself is one beside the frame.
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || (event.target as Element).closest("a") !== null) dialog.close();
    });
    dialog.addEventListener("keydown", (event) => this.#moveFocus(event));
    this.#find("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.querySelector<HTMLAnchorElement>("ol a")?.click();
    });
    this.#find("button.close").addEventListener("click", () => dialog.close());
    input.addEventListener("input", () => void this.#search(input.value));
  }

  #find<Found extends HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (found === null) throw new Error(`The search has no ${selector}.`);
    return found;
  }

  /** Loads the index once; after a failure, once more. */
  #loadIndex(): Promise<PageIndex> {
    this.#index ??= import("./page-index.ts")
      .then(({ loadPageIndex }) => loadPageIndex())
      .catch((error: unknown) => {
        this.#index = undefined;
        throw error;
      });
    return this.#index;
  }

  async #search(query: string): Promise<void> {
    const search = ++this.#lastSearch;
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (search !== this.#lastSearch) return;
    try {
      const { total, pages } = await (await this.#loadIndex()).search(query, shownPages);
      // Something else was typed meanwhile.
      if (search === this.#lastSearch) this.#show(pages, describe(query, total));
    } catch {
      this.#show([], "Search could not be loaded. Check your connection and type again.");
    }
  }

  #show(pages: readonly FoundPage[], status: string): void {
    this.#find("[role=status]").textContent = status;
    this.#find("ol").replaceChildren(...pages.map(toItem));
  }

  /** The arrows go from the field to the results and back. */
  #moveFocus(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const stops = Array.from(this.querySelectorAll<HTMLElement>("input, ol a"));
    const next = stops.indexOf(document.activeElement as HTMLElement) + step;
    stops[Math.min(Math.max(next, 0), stops.length - 1)]?.focus();
  }
}

function describe(query: string, total: number): string {
  if (query.trim() === "") return "";
  if (total === 0) return `No results for “${query.trim()}”.`;
  return total === 1 ? "1 page" : `${total} pages`;
}

function toItem({ title, url, kind, excerpt, sections }: FoundPage): HTMLElement {
  const item = document.createElement("li");
  item.append(
    toLink(url, [withClass("strong", "title", title), withClass("span", "kind", kind)], "page"),
    ...sections.map((section) => toLink(section.url, [section.title], "section")),
  );
  const text = document.createElement("p");
  text.append(...readExcerpt(excerpt));
  item.querySelector("a")?.append(text);
  return item;
}

function toLink(url: string, content: readonly (Node | string)[], className: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = url;
  link.className = className;
  link.append(...content);
  return link;
}

function withClass(name: string, className: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

/** The text of an excerpt and its marks. Nothing else that a page may hold becomes an element. */
function readExcerpt(html: string): (Node | string)[] {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return Array.from(body.childNodes, (node) =>
    node.nodeName === "MARK" ? withClass("mark", "", node.textContent ?? "") : (node.textContent ?? ""),
  );
}

customElements.define("site-search", SiteSearch);
