/** A picture, as data: drawn when the site is built, from facts that the code or the spec holds. */

/** The facts of a picture in words, for who reads rather than looks. Words in backticks are code. */
export interface FactTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Picture {
  readonly title: string;
  /** One or two sentences about what is seen. */
  readonly description: string;
  /** In CSS pixels: `NARROW` or `WIDE`. */
  readonly width: number;
  /** In CSS pixels. */
  readonly height: number;
  /** SVG elements, the first one at the bottom. */
  readonly marks: readonly string[];
  readonly table: FactTable;
}

/** The width of a page's content on a phone of 360 pixels: there, the smallest text is 12 pixels high. */
export const NARROW = 328;

/** The width of a picture where there is room for the whole column of text: its text stays as large, and its marks move apart. */
export const WIDE = 640;
