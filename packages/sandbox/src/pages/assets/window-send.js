/**
 * Fills the form with the request of a link. It is in the fragment of the address, which no server gets and no log
 * contains. Whoever made the link, it only puts text into fields. Nothing is sent until the reader presses Send, and
 * then the server checks it.
 */

const { elements } = document.querySelector("[data-send]");
const [filled, unusable] = ["filled", "unusable"].map((name) => document.querySelector(`[data-${name}]`));
const names = ["method", "path", "body", "idempotencyKey"];

/** Whether a field accepts a text. */
function takes(field, text) {
  if (field.name === "method") return [...field.options].some(({ value }) => value === text);
  return text.length <= field.maxLength && (field.name !== "path" || isOfApi(text));
}

function isOfApi(path) {
  if (!path.startsWith("/v1/") || !URL.canParse(path, location.origin)) return false;
  const { origin, pathname } = new URL(path, location.origin);
  return origin === location.origin && pathname.startsWith("/v1/");
}

function fill() {
  const given = new URLSearchParams(location.hash.slice(1));
  // Such as the anchor of the content.
  if (!given.has("path")) return;
  const texts = names.map((name) => [elements[name], given.get(name) ?? (name === "method" ? "GET" : "")]);
  const isUsable = texts.every(([field, text]) => takes(field, text));
  for (const [field, text] of texts) if (isUsable) field.value = text;
  filled.hidden = !isUsable;
  unusable.hidden = isUsable;
}

addEventListener("hashchange", fill);
fill();
