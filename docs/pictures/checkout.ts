/** The calls and events of a checkout, in their order. */
import { NARROW, type Picture } from "./picture.ts";
import { arrow, line, rectangle, text } from "./svg.ts";

type Actor = "Customer" | "VINR" | "Your server";

export interface Step {
  readonly from: Actor;
  readonly to: Actor;
  /** One or two lines beside the arrow; names of the API in backticks. */
  readonly lines: readonly string[];
  readonly isEvent?: boolean;
}

/** A test runs these calls and events in the sandbox, and compares their order. */
export const checkoutSteps: readonly Step[] = [
  { from: "Customer", to: "Your server", lines: ["checks out"] },
  { from: "Your server", to: "VINR", lines: ["`POST /payments`"] },
  { from: "VINR", to: "Your server", lines: ["`201`, `checkoutUrl`"] },
  { from: "VINR", to: "Your server", lines: ["`payment.created`"], isEvent: true },
  { from: "Your server", to: "Customer", lines: ["redirects to", "`checkoutUrl`"] },
  { from: "Customer", to: "VINR", lines: ["pays on VINR's page"] },
  { from: "VINR", to: "Your server", lines: ["`payment.completed`"], isEvent: true },
  { from: "Your server", to: "VINR", lines: ["`2xx`, and fulfils"] },
  { from: "VINR", to: "Customer", lines: ["redirects to `returnUrl`"] },
  { from: "Customer", to: "Your server", lines: ["opens `returnUrl`"] },
  { from: "Your server", to: "VINR", lines: ["`GET /payments/{id}`"] },
  { from: "VINR", to: "Your server", lines: ["`200`, `completed`"] },
  { from: "Your server", to: "Customer", lines: ["shows the result"] },
];

const columnsIn = (width: number): Readonly<Record<Actor, number>> => ({
  Customer: 36,
  "Your server": width / 2 + 2,
  VINR: width - 30,
});
const top = 28;
const pitch = 42;

export function drawCheckout(steps: readonly Step[], width: number = NARROW): Picture {
  const columns = columnsIn(width);
  const bottom = top + pitch * steps.length + 16;
  return {
    title: "The calls and events of a checkout",
    description:
      "Your server creates a payment, the customer pays on VINR's page, and the event payment.completed tells your server. " +
      "The customer's return comes before or after the event.",
    width,
    height: bottom + 22,
    marks: [
      ...Object.entries(columns).flatMap(([actor, x]) => [
        line(
          [
            { x, y: top },
            { x, y: bottom },
          ],
          { kind: "quiet" },
        ),
        rectangle(
          { x: x - (actor === "VINR" ? 29 : 36) + 0.5, y: 0.5, width: actor === "VINR" ? 58 : 71, height: top },
          "state",
        ),
        text({ x, y: 19 }, actor, { anchor: "middle", maxWidth: 66 }),
      ]),
      ...steps.flatMap((step, index) => drawStep(step, index, columns)),
      text({ x: 0, y: bottom + 18 }, "Dashed: events, posted to your webhook endpoint", {
        kind: "note",
        maxWidth: width,
      }),
    ],
    table: {
      head: ["Step", "From", "To", "Message"],
      rows: steps.map(({ from, to, lines, isEvent = false }, index) => [
        String(index + 1),
        from,
        to,
        `${isEvent ? "event " : ""}${lines.join(" ")}`,
      ]),
    },
  };
}

function drawStep(
  { from, to, lines, isEvent = false }: Step,
  index: number,
  columns: Readonly<Record<Actor, number>>,
): string[] {
  const y = top + pitch * (index + 1);
  const [start, end] = [columns[from], columns[to]];
  const middle = (start + end) / 2;
  const words = lines.map((one) => one.replaceAll("`", ""));
  const [first = "", ...rest] = words;
  const numbered = [`${index + 1}. ${first}`, ...rest];
  return [
    ...numbered.map((content, row) =>
      text({ x: middle, y: y - 7 - 14 * (numbered.length - 1 - row) }, content, {
        anchor: "middle",
        maxWidth: Math.abs(end - start) - 8,
      }),
    ),
    arrow(
      [
        { x: start, y },
        { x: end, y },
      ],
      { kind: isEvent ? "second" : "first", facts: { step: String(index + 1) } },
    ),
  ];
}
