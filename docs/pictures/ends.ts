/** The lives of refunds and disputes: one state in which they begin, and those in which they end. */
import { NARROW, type Picture } from "./picture.ts";
import { arrow, type Box, line, state, text } from "./svg.ts";

export interface End {
  readonly status: string;
  /** A word beside the arrow. */
  readonly label: string;
  /** When it ends so, as a part of a sentence. */
  readonly when: string;
  readonly event: string | undefined;
  /** The money then, in a few words. */
  readonly money: string;
}

export interface Life {
  readonly title: string;
  readonly description: string;
  readonly begin: { readonly status: string; readonly when: string; readonly event: string; readonly money: string };
  readonly ends: readonly End[];
}

/** A refund. The statuses and events are the spec's; a test compares them, and runs them in the sandbox. */
export const refundLife: Life = {
  title: "The life of a refund",
  description: "A refund begins as pending and ends as succeeded, failed or cancelled.",
  begin: { status: "pending", when: "you create it", event: "refund.created", money: "the amount counts as refunded" },
  ends: [
    {
      status: "succeeded",
      label: "arrives",
      when: "the money arrives",
      event: "refund.completed",
      money: "the customer has it",
    },
    {
      status: "failed",
      label: "fails",
      when: "it cannot arrive",
      event: "refund.failed",
      money: "it can be refunded again",
    },
    { status: "cancelled", label: "stops", when: "it is cancelled", event: undefined, money: "retrieve it to see it" },
  ],
};

/** A dispute, likewise. */
export const disputeLife: Life = {
  title: "The life of a dispute",
  description: "A dispute begins as open. The bank decides it once: it ends as won or lost.",
  begin: { status: "open", when: "the customer disputes", event: "dispute.opened", money: "the amount is held" },
  ends: [
    {
      status: "won",
      label: "for you",
      when: "the bank decides for you",
      event: "dispute.resolved",
      money: "you get it back",
    },
    {
      status: "lost",
      label: "against",
      when: "the bank decides against you",
      event: "dispute.resolved",
      money: "the customer keeps it",
    },
  ],
};

/** Draws a life as arrows from its beginning to each end. */
export function drawLife({ title, description, begin, ends }: Life, width: number = NARROW): Picture {
  // Both boxes, and the arrows between them, take their parts of the room beside those of a phone.
  const part = (width - NARROW) / 3;
  const beginBox: Box = { x: 0.5, y: 0.5, width: 108 + part, height: 44 };
  const left = 171 + 2 * part;
  const endBox = (index: number): Box => ({ x: left, y: 0.5 + 78 * index, width: width - left - 0.5, height: 62 });
  const top = middleOf(beginBox);
  const turn = beginBox.width + 8;
  return {
    title,
    description,
    width,
    height: endBox(ends.length - 1).y + 64,
    marks: [
      state(beginBox, begin.status, [begin.event]),
      line([
        { x: beginBox.x + beginBox.width, y: top },
        { x: turn, y: top },
      ]),
      line([
        { x: turn, y: top },
        { x: turn, y: top + 78 * (ends.length - 1) },
      ]),
      ...ends.flatMap(({ status, label, event, money }, index) => {
        const box = endBox(index);
        const y = top + 78 * index;
        return [
          text({ x: turn + 4, y: y - 6 }, label, { maxWidth: 46 + part }),
          arrow(
            [
              { x: turn, y },
              { x: box.x, y },
            ],
            { facts: { from: begin.status, to: status } },
          ),
          state(box, status, [event ?? "no event", money]),
        ];
      }),
    ],
    table: {
      head: ["Status", "When", "Event", "The money"],
      rows: [begin, ...ends].map(({ status, when, event, money }) => [
        `\`${status}\``,
        when,
        event === undefined ? "none" : `\`${event}\``,
        money,
      ]),
    },
  };
}

const middleOf = ({ y, height }: Box): number => y + height / 2;
