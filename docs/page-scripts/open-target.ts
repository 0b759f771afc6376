/// <reference lib="dom" />
/** Opens the folds around what the address names. Many browsers do it by themselves; this is for the others. */

function openTarget(): void {
  const target = document.querySelector(":target");
  let isChanged = false;
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
    isChanged ||= !fold.open;
    fold.open = true;
  }
  if (isChanged) target?.scrollIntoView();
}

window.addEventListener("hashchange", openTarget);
openTarget();

// A file without imports and exports would share its names with every other script.
export {};
