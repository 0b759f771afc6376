/// <reference lib="dom" />
/** The layout of a page as text: where its parts are and how they are coloured, whatever the fonts and the words are. */
import type { Page } from "playwright-core";

/** The parts that are looked at, by name. Each fills its place: none is as wide as its text. */
const parts = {
  header: "header.header",
  "site title": ".site-title",
  "section links": "header nav",
  "search button": "site-search .open",
  sidebar: ".sidebar-pane",
  "current page": 'nav.sidebar [aria-current="page"]',
  title: "main h1",
  contents: ".right-sidebar",
  "contents on a phone": "mobile-starlight-toc",
  lead: ".columns-lead",
  side: ".columns-side",
  main: ".columns-main",
  tabs: ".sample [role=tablist]",
  "chosen tab": '.sample [role=tab][aria-selected="true"]',
  "choice of an example": ".choice select",
  code: "main .expressive-code pre",
  fields: ".fields",
  "field name": ".field-name",
  fold: "main details > summary",
  method: ".endpoint .verb",
  cards: ".home-ways",
  button: ".home-buttons a",
  table: "main table",
  "next page": ".pagination-links",
  foot: ".site-foot",
} as const;

/** Parts that are as wide as their text: their place and width depend on the fonts. */
const textual: readonly string[] = [
  "site title",
  "section links",
  "chosen tab",
  "field name",
  "button",
  "table",
  "fold",
];

/** Describes the parts of a page that are shown, a line each, in the order of the list above. */
export async function describeLayout(page: Page): Promise<string[]> {
  const found = await page.evaluate((selectors) => {
    return Object.entries(selectors).map(([name, selector]) => {
      const element = Array.from(document.querySelectorAll<HTMLElement>(selector)).find((one) =>
        one.checkVisibility({ checkVisibilityCSS: true }),
      );
      if (element === undefined) return { name, isShown: false as const };
      const { left, width } = element.getBoundingClientRect();
      const { color, backgroundColor, fontSize, fontWeight, position } = getComputedStyle(element);
      return { name, isShown: true as const, left, width, color, backgroundColor, fontSize, fontWeight, position };
    });
  }, parts);
  return found.flatMap((part) => {
    if (!part.isShown) return [];
    const place = textual.includes(part.name) ? "" : `${round(part.left)} to ${round(part.left + part.width)} px, `;
    const ground = part.backgroundColor === "rgba(0, 0, 0, 0)" ? "" : ` on ${part.backgroundColor}`;
    const stays = /fixed|sticky/.test(part.position) ? `, ${part.position}` : "";
    return [`${part.name}: ${place}${part.fontSize} ${part.fontWeight} ${part.color}${ground}${stays}`];
  });
}

/** To 8 px: what fonts and scroll bars move is less. */
const round = (pixels: number): number => Math.round(pixels / 8) * 8;

/**
 * Finds parts that should stand beside each other and do not: titles of the header that meet, methods in the sidebar that are not before
 * their title or are not as wide as the others, and text that its box cuts off.
 */
export function findCollisions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isShown = (element: Element): boolean => element.checkVisibility({ checkVisibilityCSS: true });
    const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();
    const header = Array.from(
      document.querySelectorAll("header .site-title, header .open, header nav a, header starlight-theme-select"),
    ).filter((element) => isShown(element) && boxOf(element).width > 0);
    const meeting = header.slice(1).filter((element, index) => {
      const before = header[index];
      return before !== undefined && boxOf(element).left < boxOf(before).right;
    });
    const methods = Array.from(document.querySelectorAll("nav.sidebar .verb")).filter(isShown);
    const widths = new Set(methods.map((method) => boxOf(method).width));
    const misplaced = methods.filter((method) => {
      const title = method.parentElement?.querySelector("span:not(.verb)");
      return title === null || title === undefined || boxOf(title).left < boxOf(method).right;
    });
    const cut = Array.from(document.querySelectorAll("main :is(h1, h2, h3, p, button, select, th, td)")).filter(
      (element) => isShown(element) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0,
    );
    return [
      ...meeting.map(({ textContent }) => `${textContent?.trim()} meets what is before it in the header`),
      ...misplaced.map(
        ({ parentElement }) => `the method of ${parentElement?.textContent?.trim()} is not before its title`,
      ),
      ...(widths.size > 1 ? ["the methods in the sidebar differ in width"] : []),
      ...cut.map(({ textContent }) => `cut off: ${textContent?.trim().slice(0, 60)}`),
    ];
  });
}
