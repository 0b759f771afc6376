/** Social cards: the picture that a link to a page shows elsewhere (`og:image`), drawn from its title and description. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { accent, markPath } from "../icon.ts";
import { escapeText } from "../markdown/hast.ts";
import type { MarkdownPage } from "../markdown/markdown-page.ts";

/** The words of a card. */
export type CardText = Pick<MarkdownPage, "title" | "description">;

const width = 1200;
const height = 630;

/**
 * The card of a page, by the page's path. Guides and operations have their own; the many pages on events, schemas and error codes
 * share those of their indexes.
 */
export function cardOf(page: string): string {
  const slug = slugOf(page);
  return `cards/${(indexOf(slug) ?? slug).replaceAll("/", "-")}.png`;
}

/** Whether a page has its own card, rather than that of its index. */
export const hasOwnCard = (page: string): boolean => indexOf(slugOf(page)) === undefined;

const slugOf = (page: string): string => page.replace(/(?:\/?index)?\.(?:html|md)$/, "") || "home";
const indexOf = (slug: string): string | undefined => /^(errors|reference\/(?:events|schemas))\//.exec(slug)?.[1];

/** The elements in a page's head that name its card. */
export function cardTags(page: string, { title, description }: CardText): string {
  const tags = {
    "og:image": `https://docs.vinr.com/${cardOf(page)}`,
    "og:image:width": String(width),
    "og:image:height": String(height),
    "og:image:alt": `${title}. ${description}`,
  };
  return Object.entries(tags)
    .map(([property, content]) => `<meta property="${property}" content="${escapeAttribute(content)}">`)
    .join("");
}

/** Draws a card as PNG. */
export async function drawCard(text: CardText): Promise<Uint8Array> {
  const fontBuffers = await loadFonts();
  const drawing = new Resvg(cardSvg(text), { font: { fontBuffers, defaultFontFamily: "Inter" } });
  const picture = drawing.render();
  const png = picture.asPng();
  // Neither is collected: they are in the memory of the WebAssembly.
  picture.free();
  drawing.free();
  return png;
}

/** A card as SVG. */
export function cardSvg({ title, description }: CardText): string {
  const size = title.length > 44 ? 56 : 72;
  const lines = wrap(title, Math.floor(1500 / size), 3);
  const top = 250;
  const texts = [
    ...lines.map((line, index) =>
      textAt(line, top + index * size * 1.15, `font-size="${size}" font-weight="700" fill="#fff"`),
    ),
    ...wrap(description, 54, 3).map((line, index) =>
      textAt(line, top + lines.length * size * 1.15 + 10 + index * 44, 'font-size="30" fill="#c3c9ff"'),
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Inter">
<rect width="${width}" height="${height}" fill="#13152e"/>
<g transform="translate(770 90) scale(17)" opacity="0.55">${tick(accent, 3.6)}</g>
<g transform="translate(80 72) scale(2)"><rect width="32" height="32" rx="8" fill="${accent}"/>${tick("#fff", 3.6)}</g>
<text x="164" y="117" font-size="40" font-weight="700" letter-spacing="2" fill="#fff">VINR</text>
<text x="290" y="117" font-size="38" fill="#c3c9ff">Docs</text>
${texts.join("\n")}
</svg>`;
}

const tick = (stroke: string, weight: number): string =>
  `<path d="${markPath}" fill="none" stroke="${stroke}" stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round"/>`;

const textAt = (text: string, y: number, style: string): string =>
  `<text x="80" y="${Math.round(y)}" ${style}>${escapeText(text)}</text>`;

/** Words in lines of at most so many characters; what does not fit the last line ends in an ellipsis. */
function wrap(text: string, characters: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < characters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]} …`];
}

const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', "&quot;");

let fonts: Promise<Uint8Array[]> | undefined;

/** The renderer and the fonts, once. The fonts are those of a package, not of the machine: a card is the same everywhere. */
function loadFonts(): Promise<Uint8Array[]> {
  fonts ??= (async () => {
    const { resolve } = createRequire(import.meta.url);
    await initWasm(await readFile(resolve("@resvg/resvg-wasm/index_bg.wasm")));
    const files = ["400", "700"].map((weight) => `@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
    return Promise.all(files.map((file) => readFile(resolve(file))));
  })();
  return fonts;
}
