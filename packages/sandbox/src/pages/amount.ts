import { ownProperties } from "@vinr/server/internal";

/** The decimals of each currency that does not have two, from ISO 4217: libraries display some with fewer. */
const decimals: ReadonlyMap<string, number> = new Map([
  ...listDecimals(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
  ...listDecimals(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...listDecimals(4, "CLF UYW"),
]);

function listDecimals(places: number, currencies: string): [currency: string, places: number][] {
  return currencies.split(" ").map((currency) => [currency, places]);
}

/** An amount in the minor unit, as people of a locale read it. */
export function formatAmount(amount: number, currency: string, locale: string): string {
  const places = decimals.get(currency) ?? 2;
  // At most fifteen digits, which a number holds exactly enough to print them again.
  return formatOf(currency, locale, places).format(amount / 10 ** places);
}

/**
 * By currency and locale. Creating one takes longer than the rest of a page, and a page formats many amounts in few
 * currencies.
 */
const formats = new Map<string, Intl.NumberFormat>();
/** The most that are kept: clients decide how many currencies and locales there are. */
const maxFormats = 200;

function formatOf(currency: string, locale: string, places: number): Intl.NumberFormat {
  const name = `${currency} ${locale}`;
  const known = formats.get(name);
  if (known !== undefined) return known;
  const style = { style: "currency", currency, minimumFractionDigits: places, maximumFractionDigits: places } as const;
  const format = new Intl.NumberFormat(locale, ownProperties(style));
  if (formats.size >= maxFormats) formats.clear();
  formats.set(name, format);
  return format;
}

/** The locale that a browser prefers, by its `Accept-Language`, of those that this program knows. Default: `en`. */
export function readLocale(header: string | null): string {
  const wanted = (header ?? "")
    .slice(0, 200)
    .split(",")
    .map((part) => {
      const [, tag = "", weight = "1"] = /^\s*([A-Za-z0-9-]+)\s*(?:;\s*q=([\d.]+))?\s*$/.exec(part) ?? [];
      return { tag, weight: Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return wanted.map(({ tag }) => findLocale(tag)).find((locale) => locale !== undefined) ?? "en";
}

function findLocale(tag: string): string | undefined {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag)[0];
  } catch {
    // Not a well-formed tag.
    return undefined;
  }
}
