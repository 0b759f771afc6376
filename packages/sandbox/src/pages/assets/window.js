/** Keeps the page up to date: when something happens in the account, requests the page again and replaces its parts. */

const parts = () => document.querySelectorAll("[data-live]");
const nameOf = (part) => part.dataset.live;

/** Whether a reader is in the middle of something in a part: typing, choosing, or selecting text. */
function isInUse(part) {
  const isTouched = [...part.querySelectorAll("input, textarea")].some((field) => field.value !== field.defaultValue);
  const isFocused = part.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");
  const selection = document.getSelection();
  const isSelected = selection !== null && !selection.isCollapsed && selection.containsNode(part, true);
  return isTouched || isFocused || isSelected;
}

/** Replaces a part. What was unfolded stays unfolded, and the keyboard stays where it was. */
function replace(old, fresh) {
  const focus = old.contains(document.activeElement) ? document.activeElement : undefined;
  const same = focus?.id
    ? `#${CSS.escape(focus.id)}`
    : focus?.hasAttribute("href")
      ? `[href="${CSS.escape(focus.getAttribute("href"))}"]`
      : undefined;
  for (const { id } of old.querySelectorAll("details[open][id]"))
    fresh.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  old.replaceWith(fresh);
  if (same !== undefined) fresh.querySelector(same)?.focus();
}

async function refresh() {
  const response = await fetch(location.href, { headers: { "x-requested-by": "window" }, redirect: "error" });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const old of parts()) {
    const fresh = page.querySelector(`[data-live="${nameOf(old)}"]`);
    if (fresh === null || fresh.isEqualNode(withoutMarks(old))) continue;
    if (isInUse(old)) isStale = true;
    else replace(old, fresh);
  }
  addCopyButtons();
}

/** A part as it was served. */
function withoutMarks(part) {
  const copy = part.cloneNode(true);
  for (const fold of copy.querySelectorAll("details[open]")) fold.removeAttribute("open");
  for (const button of copy.querySelectorAll("[data-copy] > .chip")) button.remove();
  return copy;
}

/** Whether a part waits until it is no longer in use. */
let isStale = false;
let isRunning = false;
let hasMissed = false;

/** Refreshes now, and once more if something happens meanwhile. */
async function follow() {
  hasMissed = true;
  if (isRunning) return;
  isRunning = true;
  while (hasMissed) {
    hasMissed = false;
    isStale = false;
    // The server may be gone, or restarting: the connection shows when it is back.
    await refresh().catch(() => {});
  }
  isRunning = false;
}

function addCopyButtons() {
  // Only a page that was reached over TLS, or on this machine, may write to the clipboard.
  if (navigator.clipboard === undefined) return;
  for (const block of document.querySelectorAll("[data-copy]:not(:has(> .chip))")) {
    const button = block.appendChild(document.createElement("button"));
    button.className = "chip";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.querySelector("pre").textContent);
      button.textContent = "Copied";
    });
  }
}

/** A browser opens few connections to a server, so only a visible page keeps one. */
let source;
function connect() {
  source?.close();
  source = undefined;
  if (document.hidden) return;
  source = new EventSource("/window/live");
  source.addEventListener("change", follow);
  source.addEventListener("open", () => {
    show(true);
    // Something may have happened between the page and the connection.
    follow();
  });
  source.addEventListener("error", () => show(false));
}

const light = document.querySelector("[data-connection]");
function show(isLive) {
  if (light === null) return;
  light.hidden = false;
  light.classList.toggle("live-on", isLive);
  light.textContent = isLive ? "Live" : "Not live";
}

// A button that is pressed twice acts once.
document.addEventListener("submit", (event) => {
  if (event.target.dataset.isSent === "") event.preventDefault();
  event.target.dataset.isSent = "";
});
document.addEventListener("visibilitychange", connect);
// A page that the Back button restores from the browser's memory has no connection.
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
addEventListener("pagehide", () => source?.close());
document.addEventListener("focusout", () => isStale && setTimeout(follow));
document.addEventListener("selectionchange", () => isStale && document.getSelection()?.isCollapsed && follow());
addCopyButtons();
connect();
