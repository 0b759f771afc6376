import { html } from "hono/html";
import { renderPage } from "../../page.js";

/** A page about what did not work, with a link back. */
export function renderProblem(
  status: number,
  title: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
) {
  const content = html`<div class="message"><h1>${title}</h1><p>${text}</p><p><a href="/">Back to the window</a></p></div>`;
  return renderPage({ title, content, status, headers, assets: ["window.css", "window-views.css"] });
}
