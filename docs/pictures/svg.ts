/** The marks of a picture, as SVG. Colours and fonts are in `styles/pictures.css`, so that they follow the theme. */
import type { Picture } from "./picture.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface TextStyle {
  readonly anchor?: "end" | "middle" | "start";
  /** `code` for names of the API, `note` for what matters less, `label` for all else. */
  readonly kind?: "code" | "label" | "note";
  /** The text is set no wider, whatever the font. */
  readonly maxWidth?: number;
}

/** Every text is so high, in pixels; the styles say the same. */
const fontSize = 12;
/** The widths of letters in DejaVu Sans, the widest of the usual fonts, in parts of their height. */
const widths: readonly (readonly [letters: string, width: number])[] = [
  ["ijl", 0.28],
  ["frt.,:'/ ", 0.38],
  ["m", 0.97],
  ["w", 0.82],
];
const usualWidth = 0.62;

/** The width of a text in the widest font, in pixels. */
function widthOf(content: string): number {
  const parts = [...content].map((letter) => widths.find(([letters]) => letters.includes(letter))?.[1] ?? usualWidth);
  return parts.reduce((sum, part) => sum + part * fontSize, 0);
}

/** A line of text; `y` is its base line. */
export function text(
  { x, y }: Point,
  content: string,
  { anchor = "start", kind = "label", maxWidth }: TextStyle = {},
): string {
  const isTight = maxWidth !== undefined && widthOf(content) > maxWidth;
  const width = isTight ? ` textLength="${maxWidth}" lengthAdjust="spacingAndGlyphs"` : "";
  return `<text class="pic-${kind}" x="${x}" y="${y}" text-anchor="${anchor}"${width}>${escapeMarkup(content)}</text>`;
}

/** A state: its name, and lines of notes below it. */
export function state(box: Box, name: string, notes: readonly string[] = []): string {
  const { x, y, width, height } = box;
  const lineHeight = 16;
  const middle = x + width / 2;
  const first = y + height / 2 + 4 - (notes.length * lineHeight) / 2;
  const lines = notes.map((note, index) =>
    text({ x: middle, y: first + (index + 1) * lineHeight }, note, {
      anchor: "middle",
      kind: "note",
      maxWidth: width - 6,
    }),
  );
  const title = text({ x: middle, y: first }, name, { anchor: "middle", kind: "code" });
  return `<g data-state="${escapeMarkup(name)}">${rectangle(box, "state")}${title}${lines.join("")}</g>`;
}

export function rectangle({ x, y, width, height }: Box, kind: "frame" | "minus" | "plus" | "state" | "sum"): string {
  return `<rect class="pic-${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>`;
}

export interface LineStyle {
  /** `first` and `second` are told apart by colour and by dashes; `quiet` is for what only leads the eye. */
  readonly kind?: "first" | "quiet" | "second";
  /** Facts that the line stands for, as `data-` attributes, so that tests can read the picture. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** A line through points, with a head at its end. */
export function arrow(points: readonly Point[], style: LineStyle = {}): string {
  return `<g${attributes(style.facts)}>${line(points, { ...style, facts: {} })}${head(points, style)}</g>`;
}

export function line(points: readonly Point[], { kind = "first", facts }: LineStyle = {}): string {
  const path = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
  return `<path class="pic-line pic-${kind}"${attributes(facts)} d="${path}"/>`;
}

/** A triangle that points where the last part of a line, level or upright, leads. */
function head(points: readonly Point[], { kind = "first" }: LineStyle): string {
  const [from, to] = points.slice(-2);
  if (from === undefined || to === undefined) throw new Error("An arrow needs two points.");
  const along = { x: Math.sign(to.x - from.x), y: Math.sign(to.y - from.y) };
  const back = { x: to.x - 7 * along.x, y: to.y - 7 * along.y };
  const [left, right] = [4, -4].map((side) => `${back.x + side * along.y} ${back.y + side * along.x}`);
  return `<path class="pic-head pic-${kind}" d="M${to.x} ${to.y}L${left}L${right}Z"/>`;
}

export function dot({ x, y }: Point): string {
  return `<circle class="pic-dot" cx="${x}" cy="${y}" r="5"/>`;
}

/** The whole picture; `name` makes its ids unique in the page. */
export function toSvg(name: string, { title, description, width, height, marks }: Picture): string {
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" ` +
    `aria-labelledby="${name}-title" aria-describedby="${name}-description">` +
    `<title id="${name}-title">${escapeMarkup(title)}</title><desc id="${name}-description">${escapeMarkup(description)}</desc>` +
    `${marks.join("")}</svg>`
  );
}

function attributes(facts: Readonly<Record<string, string>> = {}): string {
  return Object.entries(facts)
    .map(([name, value]) => ` data-${name}="${escapeMarkup(value)}"`)
    .join("");
}

const escapeMarkup = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
