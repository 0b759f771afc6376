/**
 * Makes the page of a payment more convenient; the page works without it. A number that is not a test card is rejected
 * before it leaves the browser, digits are grouped, and a second click does nothing.
 */

const form = document.querySelector("form[data-cards]");
const number = document.getElementById("number");
const expiry = document.getElementById("expiry");

/** Writes a problem below the field of the number, where screen readers find it. */
function showProblem(text) {
  document.getElementById("number-problem").textContent = text;
  number.setAttribute("aria-invalid", "true");
  number.focus();
}

function hideProblem() {
  document.getElementById("number-problem").textContent = "";
  number.removeAttribute("aria-invalid");
}

/** Formats a field while the reader types at its end. */
function formatWhileTyping(field, format) {
  field.addEventListener("input", (event) => {
    const isAtEnd = field.selectionStart === field.value.length;
    if (isAtEnd && !event.inputType?.startsWith("delete")) field.value = format(field.value);
  });
}

if (form !== null) {
  const cards = form.dataset.cards.split(" ");
  formatWhileTyping(number, (text) => text.replaceAll(/\D/g, "").replaceAll(/(\d{4})(?=\d)/g, "$1 "));
  formatWhileTyping(expiry, (text) => text.replace(/^(\d\d) *\/? *(\d*)$/, "$1 / $2"));
  number.addEventListener("input", hideProblem);
  form.addEventListener("submit", (event) => {
    if (cards.includes(number.value.replaceAll(/[ -]/g, ""))) return;
    event.preventDefault();
    number.value = "";
    showProblem("This is not a test card, so it was not sent. Never enter a real card number here.");
  });
}

/** How long a second click does nothing, in milliseconds: a form whose response does not come can be sent again. */
const pause = 5000;

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.defaultPrevented || button === null) return;
  if (document.querySelector("[aria-disabled]") !== null) event.preventDefault();
  button.setAttribute("aria-disabled", "true");
  setTimeout(() => button.removeAttribute("aria-disabled"), pause);
});
