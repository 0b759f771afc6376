/** The attempts to deliver an event, as a time line from top to bottom. */
import { describeDuration } from "./duration.ts";
import type { Picture } from "./picture.ts";
import { dot, line, text } from "./svg.ts";

interface Attempt {
  /** From 1. */
  readonly number: number;
  /** Milliseconds after the attempt before it. */
  readonly delay: number;
  /** Milliseconds after the first attempt, at the earliest. */
  readonly elapsed: number;
  readonly y: number;
}

const x = 8;
const firstY = 14;

/** Draws a schedule; `delays` are the milliseconds between one attempt and the next. */
export function drawRetries(delays: readonly number[]): Picture {
  const attempts = placeAttempts(delays);
  const last = attempts.at(-1)?.y ?? firstY;
  return {
    title: "The attempts to deliver an event",
    description:
      `VINR makes at most ${attempts.length} attempts over ${describeDuration(attempts.at(-1)?.elapsed ?? 0)}. ` +
      "A response of 2xx ends them; after the last one, the delivery is marked as failed.",
    height: last + 48,
    marks: [
      line(
        [
          { x, y: firstY },
          { x, y: last + 34 },
        ],
        { kind: "quiet" },
      ),
      ...attempts.flatMap(drawAttempt),
      text({ x: 28, y: last + 38 }, "no 2xx: the delivery is marked as failed", { kind: "note" }),
    ],
    table: {
      head: ["Attempt", "After the one before", "After the first"],
      rows: attempts.map(({ number, delay, elapsed }) => [
        String(number),
        number === 1 ? "at once" : describeDuration(delay),
        number === 1 ? "" : describeDuration(elapsed),
      ]),
    },
  };
}

/** A longer wait is a longer way, but less than in proportion: a day would not fit on a page beside a minute. */
function placeAttempts(delays: readonly number[]): Attempt[] {
  const attempts: Attempt[] = [{ number: 1, delay: 0, elapsed: 0, y: firstY }];
  for (const delay of delays) {
    const { number = 0, elapsed = 0, y = 0 } = attempts.at(-1) ?? {};
    const way = Math.round(42 + 6 * Math.log2(delay / 60_000));
    attempts.push({ number: number + 1, delay, elapsed: elapsed + delay, y: y + way });
  }
  return attempts;
}

function drawAttempt({ number, delay, elapsed, y }: Attempt): string[] {
  const isFirst = number === 1;
  return [
    ...(isFirst ? [] : [text({ x: 28, y: y - 15 }, `${describeDuration(delay)} later`, { kind: "note" })]),
    dot({ x, y }),
    text({ x: 28, y: y + 4 }, `Attempt ${number}${isFirst ? ", at once" : ""}`),
    ...(isFirst
      ? []
      : [text({ x: 328, y: y + 4 }, `after ${describeDuration(elapsed)}`, { anchor: "end", kind: "note" })]),
  ];
}
