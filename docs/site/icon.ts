/** The mark: a V that is a tick as well. The sandbox's pages have the same in `assets/icon.svg`; a test holds them equal. */
export const markPath = "M7.5 12 14 23.5 25 8.5";

/** The accent of the light theme, on which the mark is white. */
export const accent = "#4338ca";

/** The mark as a drawing of its own. */
export const favicon =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${accent}"/>` +
  `<path d="${markPath}" fill="none" stroke="#fff" stroke-width="3.6" stroke-linecap="round" stroke-linejoin="round"/></svg>\n`;
