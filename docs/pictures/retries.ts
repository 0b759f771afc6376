/** The attempts to deliver an event, as a time line: from top to bottom on a phone, from left to right where there is room. */
import { describeDuration } from "./duration.ts";
import { NARROW, type Picture } from "./picture.ts";
import { dot, line, text } from "./svg.ts";

interface Attempt {
  /** From 1. */
  readonly number: number;
  /** Milliseconds after the attempt before it. */
  readonly delay: number;
  /** Milliseconds after the first attempt, at the earliest. */
  readonly elapsed: number;
  /** Where it is on the time line, in pixels from the first attempt. */
  readonly position: number;
}

const end = "no 2xx: the delivery is marked as failed";

/** Draws a schedule; `delays` are the milliseconds between one attempt and the next. */
export function drawRetries(delays: readonly number[], width: number = NARROW): Picture {
  const attempts = width > NARROW ? placeAttempts(delays, 80) : placeAttempts(delays, 42);
  return {
    title: "The attempts to deliver an event",
    description:
      `VINR makes at most ${attempts.length} attempts over ${describeDuration(attempts.at(-1)?.elapsed ?? 0)}. ` +
      "A response of 2xx ends them; after the last one, the delivery is marked as failed.",
    width,
    ...(width > NARROW ? drawAcross(attempts, width) : drawDown(attempts, width)),
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

/**
 * A longer wait is a longer way, but less than in proportion: a day would not fit on a page beside a minute. `minute` is the way of
 * one minute, in pixels.
 */
function placeAttempts(delays: readonly number[], minute: number): Attempt[] {
  const attempts: Attempt[] = [{ number: 1, delay: 0, elapsed: 0, position: 0 }];
  for (const delay of delays) {
    const { number = 0, elapsed = 0, position = 0 } = attempts.at(-1) ?? {};
    const way = Math.round(minute + 6 * Math.log2(delay / 60_000));
    attempts.push({ number: number + 1, delay, elapsed: elapsed + delay, position: position + way });
  }
  return attempts;
}

type Drawing = Pick<Picture, "height" | "marks">;

function drawDown(attempts: readonly Attempt[], width: number): Drawing {
  const x = 8;
  const first = 14;
  const last = first + (attempts.at(-1)?.position ?? 0);
  const axis = [
    { x, y: first },
    { x, y: last + 34 },
  ];
  const drawn = attempts.flatMap(({ number, delay, elapsed, position }) => {
    const y = first + position;
    const isFirst = number === 1;
    const label = text({ x: 28, y: y + 4 }, `Attempt ${number}${isFirst ? ", at once" : ""}`);
    if (isFirst) return [dot({ x, y }), label];
    return [
      text({ x: 28, y: y - 15 }, `${describeDuration(delay)} later`, { kind: "note" }),
      dot({ x, y }),
      label,
      text({ x: width, y: y + 4 }, `after ${describeDuration(elapsed)}`, { anchor: "end", kind: "note" }),
    ];
  });
  return {
    height: last + 48,
    marks: [line(axis, { kind: "quiet" }), ...drawn, text({ x: 28, y: last + 38 }, end, { kind: "note" })],
  };
}

function drawAcross(attempts: readonly Attempt[], width: number): Drawing {
  const first = 34;
  const y = 28;
  const axis = [
    { x: first, y },
    { x: width - 1, y },
  ];
  const drawn = attempts.flatMap(({ number, delay, elapsed, position }, index) => {
    const x = first + position;
    const before = first + (attempts[index - 1]?.position ?? 0);
    const wait = text({ x: (before + x) / 2, y: y - 11 }, describeDuration(delay), { anchor: "middle", kind: "note" });
    // Hours and minutes in a line each.
    const time = number === 1 ? "at once" : `after ${describeDuration(elapsed)}`;
    const lines = time.split(/(?<=hours?) /);
    return [
      ...(number === 1 ? [] : [wait]),
      dot({ x, y }),
      text({ x, y: y + 26 }, `Attempt ${number}`, { anchor: "middle" }),
      ...lines.map((part, row) =>
        text({ x, y: y + 44 + 16 * row }, part, { anchor: "middle", kind: "note", maxWidth: 90 }),
      ),
    ];
  });
  return {
    height: y + 98,
    marks: [
      line(axis, { kind: "quiet" }),
      ...drawn,
      text({ x: width, y: y + 90 }, end, { anchor: "end", kind: "note" }),
    ],
  };
}
