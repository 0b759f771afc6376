/** How a settlement adds up, as a waterfall. */
import { NARROW, type Picture } from "./picture.ts";
import { line, rectangle, text } from "./svg.ts";

export interface SettlementFigures {
  readonly id: string;
  readonly currency: string;
  readonly grossAmount: number;
  readonly refundedAmount: number;
  readonly feeAmount: number;
  readonly netAmount: number;
}

export interface SettlementLine {
  readonly type: string;
  readonly gross: number;
  readonly fee: number;
}

type Kind = "minus" | "plus" | "sum";

interface Bar {
  readonly name: string;
  /** In the minor unit; negative where it is taken away. */
  readonly amount: number;
  readonly kind: Kind;
  /** Where it begins and ends, in the minor unit. */
  readonly from: number;
  readonly to: number;
  /** The transactions that make it. */
  readonly origin: string;
}

const pitch = 52;

/** Draws the figures of a settlement; `format` writes an amount in the minor unit as people read it. */
export function drawSettlement(
  figures: SettlementFigures,
  lines: readonly SettlementLine[],
  format: (amount: number, currency: string) => string,
  width: number = NARROW,
): Picture {
  const { id, currency } = figures;
  const bars = barsOf(figures, lines);
  const show = (amount: number): string => `${format(amount, currency).replace("-", "−")} ${currency}`;
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const [lowest, highest] = [Math.min(0, ...ends), Math.max(1, ...ends)];
  const scale = (amount: number): number =>
    Math.round(((amount - lowest) / (highest - lowest)) * (width - 1) * 10) / 10 + 0.5;
  return {
    title: `How the settlement ${id} adds up`,
    description: `${bars.map(({ name, amount }) => `${name} ${show(amount)}`).join(", ")}.`,
    width,
    height: pitch * bars.length,
    marks: bars.flatMap((bar, index) => drawBar(bar, index, show, scale, width)),
    table: {
      head: ["Figure", "Amount", "Made by"],
      rows: bars.map(({ name, amount, origin }) => [`\`${name}\``, show(amount), origin]),
    },
  };
}

function barsOf(figures: SettlementFigures, lines: readonly SettlementLine[]): Bar[] {
  const { grossAmount, refundedAmount, feeAmount, netAmount } = figures;
  const afterRefunds = grossAmount - refundedAmount;
  const count = (test: (one: SettlementLine) => boolean): string => {
    const found = lines.filter(test).length;
    return `${found} transaction${found === 1 ? "" : "s"}`;
  };
  return [
    {
      name: "grossAmount",
      amount: grossAmount,
      kind: "plus",
      from: 0,
      to: grossAmount,
      origin: count(({ gross }) => gross > 0),
    },
    {
      name: "refundedAmount",
      amount: -refundedAmount,
      kind: "minus",
      from: afterRefunds,
      to: grossAmount,
      origin: count(({ gross }) => gross < 0),
    },
    {
      name: "feeAmount",
      amount: -feeAmount,
      kind: "minus",
      from: netAmount,
      to: afterRefunds,
      origin: count(({ fee }) => fee < 0),
    },
    { name: "netAmount", amount: netAmount, kind: "sum", from: 0, to: netAmount, origin: "what is paid out" },
  ];
}

function drawBar(
  { name, amount, kind, from, to }: Bar,
  index: number,
  show: (amount: number) => string,
  scale: (amount: number) => number,
  width: number,
): string[] {
  const y = pitch * index + 22;
  const next = scale(kind === "plus" ? to : from);
  const [left, right] = [scale(Math.min(from, to)), scale(Math.max(from, to))];
  return [
    text({ x: 0.5, y: y - 7 }, name, { kind: "code" }),
    text({ x: width, y: y - 7 }, show(amount), { anchor: "end" }),
    // Down to the next bar, which begins where this one ends.
    ...(kind === "sum"
      ? []
      : [
          line(
            [
              { x: next, y: y + 18 },
              { x: next, y: y + pitch },
            ],
            { kind: "quiet" },
          ),
        ]),
    rectangle({ x: left, y, width: Math.max(1, right - left), height: 18 }, kind),
  ];
}
