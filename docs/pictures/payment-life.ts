/** The life of a payment, from the sandbox's table of transitions. */
import {
  isWaiting,
  type PaymentCause,
  type PaymentStatus,
  type PaymentTransition,
} from "../../packages/sandbox/src/domain/payment-life.ts";
import { NARROW, type Picture } from "./picture.ts";
import { arrow, type Box, line, rectangle, state, text } from "./svg.ts";

/** The beginning of a payment, which has no transition. */
export const firstEvent = "payment.created";

/** Each cause as a word beside its arrow, and in a sentence. */
const causes: Readonly<Record<PaymentCause, readonly [label: string, sentence: string]>> = {
  authorize: ["authorize", "the customer pays, and `capture` is `false`"],
  cancel: ["cancel", "you cancel it"],
  capture: ["capture", "you capture it"],
  challenge: ["challenge", "the bank asks for 3-D Secure"],
  decline: ["decline", "the bank declines"],
  expire: ["expire", "time runs out"],
  pay: ["pay", "the customer pays"],
};

/** Where the boxes are in a picture of a width. */
interface Layout {
  readonly width: number;
  /** How much wider than on a phone each box is, and the room to the right of it. */
  readonly part: number;
  /** The frame around the states from which the customer can still pay, and those two. */
  readonly waiting: Box;
  readonly first: Box;
  readonly challenged: Box;
  readonly end: (index: number) => Box;
  /** The state between the frame and the ends. */
  readonly held: Box;
}

function layOut(width: number, ends: number): Layout {
  const part = (width - NARROW) / 4;
  const end = (index: number): Box => ({ x: 164 + 2 * part, y: 164 + 62 * index, width: 110 + part, height: 44 });
  return {
    width,
    part,
    waiting: { x: 0.5, y: 0.5, width: width - 1, height: 128 },
    first: { x: 10, y: 30, width: 112 + part, height: 44 },
    challenged: { x: width - 186, y: 88, width: 176, height: 30 },
    end,
    held: { x: 0.5, y: end((ends - 1) / 2).y, width: 112 + part, height: 44 },
  };
}

/**
 * Draws the states from which the customer can still pay in one frame: what leads out of one of them leads out of each.
 *
 * @throws {Error} for a table that has another shape.
 */
export function drawPaymentLife(life: readonly PaymentTransition[], width: number = NARROW): Picture {
  const { between, out, later, held, ends } = sort(life);
  const layout = layOut(width, ends.length);
  const intoHeld = out.filter(({ to }) => to === held);
  return {
    title: "The life of a payment",
    description:
      `A payment begins as pending. From there it ends as ${listOf(ends)}; ` +
      `with capture: false, it is ${held} before that.`,
    width,
    height: layout.end(ends.length - 1).y + 46,
    marks: [
      ...drawWaiting(between, layout),
      ...drawHeld(held, intoHeld, layout),
      ...ends.map((end, index) => state(layout.end(index), end, eventsInto(end, life))),
      ...drawBus(out, ends, layout),
      ...drawHeldBus(later, ends, layout),
    ],
    table: {
      head: ["From", "When", "To", "Event"],
      rows: [
        ["", "you create it", "`pending`", `\`${firstEvent}\``],
        ...life.map(({ from, cause, to, event }) => [
          `\`${from}\``,
          causes[cause][1],
          `\`${to}\``,
          event === undefined ? "none" : `\`${event}\``,
        ]),
      ],
    },
  };
}

/** The transitions by their place in the picture, and the states that are not in the frame. */
function sort(life: readonly PaymentTransition[]) {
  const between = life.filter(({ from, to }) => isWaiting(from) && isWaiting(to));
  const out = life.filter(({ from, to }) => isWaiting(from) && !isWaiting(to));
  const later = life.filter(({ from }) => !isWaiting(from));
  const waiting = unique(life.map(({ from }) => from).filter(isWaiting));
  for (const { cause, to } of out) {
    const from = out.filter((one) => one.cause === cause && one.to === to).map((one) => one.from);
    if (from.length !== waiting.length) throw new Error(`${cause} leads to ${to} only from ${from}: draw it apart.`);
  }
  const held = unique(later.map(({ from }) => from));
  const [only] = held;
  if (only === undefined || held.length > 1)
    throw new Error(`One state is between the frame and the ends, not ${held}.`);
  const ends = unique(life.map(({ to }) => to)).filter((to) => !life.some(({ from }) => from === to));
  return { between, out, later, held: only, ends };
}

function drawWaiting(between: readonly PaymentTransition[], { waiting, first, challenged }: Layout): string[] {
  const [challenge] = between;
  if (challenge === undefined || between.length > 1) throw new Error("One transition is between waiting states.");
  const { from, to, cause } = challenge;
  const y = middleOf(first);
  const right = first.x + first.width;
  const turn = challenged.x + challenged.width / 2;
  return [
    rectangle(waiting, "frame"),
    text({ x: 10, y: 20 }, "The customer can still pay", { kind: "note" }),
    state(first, from, [firstEvent]),
    text({ x: right + 8, y: y - 6 }, causes[cause][0]),
    arrow(
      [
        { x: right, y },
        { x: turn, y },
        { x: turn, y: challenged.y },
      ],
      { facts: { from, cause, to } },
    ),
    state(challenged, to),
  ];
}

function drawHeld(name: PaymentStatus, into: readonly PaymentTransition[], { waiting, held }: Layout): string[] {
  const x = held.x + held.width / 2;
  const from = waiting.y + waiting.height;
  return [
    state(held, name, eventsInto(name, into)),
    text({ x: x + 6, y: from + 22 }, labelOf(into)),
    arrow(
      [
        { x, y: from },
        { x, y: held.y },
      ],
      { facts: factsOf(into) },
    ),
  ];
}

/** From the frame, down at the right edge, to each end. */
function drawBus(
  out: readonly PaymentTransition[],
  ends: readonly PaymentStatus[],
  { width, part, waiting, end: boxOf }: Layout,
): string[] {
  const x = width - 5;
  const last = middleOf(boxOf(ends.length - 1));
  return [
    line([
      { x, y: waiting.y + waiting.height },
      { x, y: last },
    ]),
    ...ends.flatMap((end, index) => {
      const into = out.filter(({ to }) => to === end);
      if (into.length === 0) return [];
      const box = boxOf(index);
      const y = middleOf(box);
      const right = box.x + box.width;
      return [
        text({ x: x - 4, y: y - 6 }, labelOf(into), { anchor: "end", maxWidth: 41 + part }),
        arrow(
          [
            { x, y },
            { x: right, y },
          ],
          { facts: factsOf(into) },
        ),
      ];
    }),
  ];
}

/** From the state in between, up and down beside it, to each end. */
function drawHeldBus(
  later: readonly PaymentTransition[],
  ends: readonly PaymentStatus[],
  { part, held, end: boxOf }: Layout,
): string[] {
  const x = held.x + held.width + 5;
  const rows = ends.map((_, index) => middleOf(boxOf(index)));
  return [
    line(
      [
        { x: held.x + held.width, y: middleOf(held) },
        { x, y: middleOf(held) },
      ],
      { kind: "second" },
    ),
    line(
      [
        { x, y: Math.min(...rows) },
        { x, y: Math.max(...rows) },
      ],
      { kind: "second" },
    ),
    ...ends.flatMap((end, index) => {
      const into = later.filter(({ to }) => to === end);
      if (into.length === 0) return [];
      const box = boxOf(index);
      const y = middleOf(box);
      return [
        text({ x: x + 3, y: y - 6 }, labelOf(into), { maxWidth: 39 + part }),
        arrow(
          [
            { x, y },
            { x: box.x, y },
          ],
          { kind: "second", facts: factsOf(into) },
        ),
      ];
    }),
  ];
}

const middleOf = ({ y, height }: Box): number => y + height / 2;
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
const listOf = (names: readonly string[]): string => `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
const labelOf = (into: readonly PaymentTransition[]): string =>
  unique(into.map(({ cause }) => causes[cause][0])).join(", ");

function factsOf(transitions: readonly PaymentTransition[]): Record<string, string> {
  const join = (values: readonly string[]): string => unique(values).join(" ");
  return {
    from: join(transitions.map(({ from }) => from)),
    cause: join(transitions.map(({ cause }) => cause)),
    to: join(transitions.map(({ to }) => to)),
  };
}

/** The events that tell of a state, whatever led to it. */
function eventsInto(state: PaymentStatus, life: readonly PaymentTransition[]): string[] {
  return unique(life.filter(({ to }) => to === state).flatMap(({ event }) => (event === undefined ? [] : [event])));
}
