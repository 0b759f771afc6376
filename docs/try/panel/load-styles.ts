/// <reference lib="dom" />
/** Loads the style sheet of the panel. An import of the sheet itself would put it into every page that has the button. */
import address from "./panel.css?url";

/** Returns when the sheet applies; without it, when it is clear that it does not. */
export function loadStyles(): Promise<void> {
  return new Promise((resolve) => {
    if (document.querySelector(`link[href="${address}"]`) !== null) return resolve();
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    // Plain is better than nothing.
    for (const end of ["load", "error"]) link.addEventListener(end, () => resolve());
    document.head.append(link);
  });
}
