/** The life of a payment, from the sandbox's table of transitions. */
import {
  isWaiting,
  type PaymentCause,
  type PaymentStatus,
  type PaymentTransition,
} from "../../packages/sandbox/src/domain/payment-life.ts";
import { type Picture, WIDTH } from "./picture.ts";
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

const endBox = (index: number): Box => ({ x: 164, y: 164 + 62 * index, width: 110, height: 44 });
const waitingBox: Box = { x: 0.5, y: 0.5, width: WIDTH - 1, height: 128 };

/**
 * Draws the states from which the customer can still pay in one frame: what leads out of one of them leads out of each.
 *
 * @throws {Error} for a table that has another shape.
 */
export function drawPaymentLife(life: readonly PaymentTransition[]): Picture {
  const { between, out, later, held, ends } = sort(life);
  const heldBox: Box = { x: 0.5, y: endBox((ends.length - 1) / 2).y, width: 112, height: 44 };
  return {
    title: "The life of a payment",
    description:
      `A payment begins as pending. From there it ends as ${listOf(ends)}; ` +
      `with capture: false, it is ${held} before that.`,
    height: endBox(ends.length - 1).y + 46,
    marks: [
      ...drawWaiting(between),
      ...drawHeld(
        held,
        heldBox,
        out.filter(({ to }) => to === held),
      ),
      ...ends.map((end, index) => state(endBox(index), end, eventsInto(end, life))),
      ...drawBus(out, ends),
      ...drawHeldBus(later, ends, heldBox),
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

function drawWaiting(between: readonly PaymentTransition[]): string[] {
  const [challenge] = between;
  if (challenge === undefined || between.length > 1) throw new Error("One transition is between waiting states.");
  const { from, to, cause } = challenge;
  return [
    rectangle(waitingBox, "frame"),
    text({ x: 10, y: 20 }, "The customer can still pay", { kind: "note" }),
    state({ x: 10, y: 30, width: 112, height: 44 }, from, [firstEvent]),
    text({ x: 130, y: 46 }, causes[cause][0]),
    arrow(
      [
        { x: 122, y: 52 },
        { x: 230, y: 52 },
        { x: 230, y: 88 },
      ],
      { facts: { from, cause, to } },
    ),
    state({ x: 142, y: 88, width: 176, height: 30 }, to),
  ];
}

function drawHeld(held: PaymentStatus, box: Box, into: readonly PaymentTransition[]): string[] {
  const x = box.x + box.width / 2;
  const from = waitingBox.y + waitingBox.height;
  return [
    state(box, held, eventsInto(held, into)),
    text({ x: x + 6, y: from + 22 }, labelOf(into)),
    arrow(
      [
        { x, y: from },
        { x, y: box.y },
      ],
      { facts: factsOf(into) },
    ),
  ];
}

/** From the frame, down at the right edge, to each end. */
function drawBus(out: readonly PaymentTransition[], ends: readonly PaymentStatus[]): string[] {
  const x = WIDTH - 5;
  const last = middleOf(endBox(ends.length - 1));
  return [
    line([
      { x, y: waitingBox.y + waitingBox.height },
      { x, y: last },
    ]),
    ...ends.flatMap((end, index) => {
      const into = out.filter(({ to }) => to === end);
      if (into.length === 0) return [];
      const box = endBox(index);
      const y = middleOf(box);
      const right = box.x + box.width;
      return [
        text({ x: x - 4, y: y - 6 }, labelOf(into), { anchor: "end", maxWidth: 41 }),
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
function drawHeldBus(later: readonly PaymentTransition[], ends: readonly PaymentStatus[], from: Box): string[] {
  const x = from.x + from.width + 5;
  const rows = ends.map((_, index) => middleOf(endBox(index)));
  return [
    line(
      [
        { x: from.x + from.width, y: middleOf(from) },
        { x, y: middleOf(from) },
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
      const box = endBox(index);
      const y = middleOf(box);
      return [
        text({ x: x + 3, y: y - 6 }, labelOf(into), { maxWidth: 39 }),
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
