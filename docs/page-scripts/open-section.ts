/// <reference lib="dom" />
/** Shows the current page in the sidebar: Starlight leaves a group as the reader left it, even one that was closed before. */

const current = document.querySelector<HTMLElement>('nav.sidebar [aria-current="page"]');
for (let group = current?.closest("details"); group; group = group.parentElement?.closest("details")) group.open = true;
// On a phone the sidebar is closed, and the page itself would scroll.
if (window.matchMedia("(min-width: 50rem)").matches) current?.scrollIntoView({ block: "nearest" });

// A file without imports and exports would share its names with every other script.
export {};
