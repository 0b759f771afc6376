import type { Changes, Reaction, Receiver } from "./receiver.js";
import { createEvent, createEvents } from "./sample-events.js";

/** One thing that a receiver must survive. */
export interface Trial {
  readonly name: string;
  readonly expected: Expectation;
  /** The harm that a failing receiver does. */
  readonly reason: string;
  /** Sends it, and returns what the receiver did. */
  run(receiver: Receiver): Promise<readonly Reaction[]>;
}

/**
 * - `2xx`: the receiver takes the event;
 * - `4xx`: it rejects the request, and does not fail;
 * - `2xx or 4xx`: either; `4xx or closed`: it rejects the request, or closes the connection before it has read all.
 */
export type Expectation = "2xx" | "2xx or 4xx" | "4xx" | "4xx or closed";

export function isAsExpected(reaction: Reaction, expected: Expectation): boolean {
  if (reaction === "closed the connection") return expected === "4xx or closed";
  if (typeof reaction !== "number") return false;
  const [isTaken, isRejected] = [reaction >= 200 && reaction < 300, reaction >= 400 && reaction < 500];
  return (isTaken && expected.startsWith("2xx")) || (isRejected && expected !== "2xx");
}

const megabyte = 1024 * 1024;
const otherSecret = "whsec_anotherSecretThanTheReceivers";

/** A trial of one request: a payment's event with changes. */
function withChanges(changes: Changes | ((receiver: Receiver) => Changes)): Trial["run"] {
  return async (receiver) => [
    await receiver.deliver(createEvent(), typeof changes === "function" ? changes(receiver) : changes),
  ];
}

/** The trials. If the first one fails, the others mean nothing; the last one shows that the receiver still works. */
export const trials: readonly Trial[] = [
  {
    name: "a delivery",
    expected: "2xx",
    reason: "The receiver takes no event. Check the address and the secret.",
    run: withChanges({}),
  },
  {
    name: "the same delivery again",
    expected: "2xx",
    reason: "Each event can come several times. One that is known already is taken without doing its work again.",
    async run(receiver) {
      const event = createEvent();
      return [await receiver.deliver(event), await receiver.deliver(event)];
    },
  },
  {
    name: "ten copies at once",
    expected: "2xx",
    reason: "Copies of an event can come at the same time. One of them does the work, and all are taken.",
    async run(receiver) {
      const event = createEvent();
      return Promise.all(Array.from({ length: 10 }, () => receiver.deliver(event)));
    },
  },
  {
    name: "payment.completed before payment.created",
    expected: "2xx",
    reason: "Events come in any order. What an event says is taken without the one before it.",
    async run(receiver) {
      const { created, completed } = createEvents();
      return [await receiver.deliver(completed), await receiver.deliver(created)];
    },
  },
  {
    name: "a type of event that does not exist yet",
    expected: "2xx",
    reason: "New types of events appear at any time. One that is unknown is taken, and nothing done.",
    run: async (receiver) => [await receiver.deliver({ ...createEvent(), type: "payment.teleported" })],
  },
  {
    name: "a property that does not exist yet",
    expected: "2xx",
    reason: "New properties appear at any time. They are ignored.",
    run: async (receiver) => [await receiver.deliver({ ...createEvent(), livemode: false })],
  },
  {
    name: "a signature of another secret",
    expected: "4xx",
    reason: "Whoever knows the address can send events. Verify the signature before anything else.",
    run: withChanges({ secrets: [otherSecret] }),
  },
  {
    name: "a body that was changed",
    expected: "4xx",
    reason: "Whoever is in between can change amounts. Verify the signature over the raw body.",
    async run(receiver) {
      const body = JSON.stringify(createEvent());
      return [await receiver.send(body, { sent: body.replace('"amount":1000', '"amount":1') })];
    },
  },
  {
    name: "two signatures, the second one right",
    expected: "2xx",
    reason: "While a secret rotates, there is a signature of each secret. One that is right is enough.",
    run: withChanges(({ secret }) => ({ secrets: [otherSecret, secret] })),
  },
  {
    name: "two signatures, neither right",
    expected: "4xx",
    reason: "Several wrong signatures are as wrong as one.",
    run: withChanges({ secrets: [otherSecret, `${otherSecret}2`] }),
  },
  {
    name: "no signature",
    expected: "4xx",
    reason:
      "Whoever knows the address can send events. A request without a signature is rejected, and not an exception.",
    run: withChanges({ headers: { "x-vinr-signature": undefined } }),
  },
  {
    name: "a signature that is not one",
    expected: "4xx",
    reason: "A malformed header is rejected, and not an exception.",
    run: withChanges({ headers: { "x-vinr-signature": "v1=é,v2,=,v1=" } }),
  },
  {
    name: "no timestamp",
    expected: "4xx",
    reason: "Without a timestamp, a recorded delivery could be sent again for ever.",
    run: withChanges({ headers: { "x-vinr-timestamp": undefined } }),
  },
  {
    name: "a timestamp of a minute ago",
    expected: "2xx",
    reason: "Clocks differ, and networks are slow. Up to 300 seconds are taken.",
    run: withChanges({ age: 60 }),
  },
  {
    name: "a timestamp of ten minutes ago",
    expected: "4xx",
    reason: "Whoever has recorded a delivery could send it again. More than 300 seconds are rejected.",
    run: withChanges({ age: 600 }),
  },
  {
    name: "a timestamp in ten minutes",
    expected: "4xx",
    reason: "A timestamp in the future would be valid for longer. More than 300 seconds are rejected.",
    run: withChanges({ age: -600 }),
  },
  {
    name: "a signed body that is not JSON",
    expected: "2xx or 4xx",
    reason: "A body that cannot be read is rejected, and not an exception.",
    run: async (receiver) => [await receiver.send("{")],
  },
  {
    name: "an empty body",
    expected: "4xx",
    reason: "A request without a body is rejected, and not an exception.",
    run: withChanges({ sent: "" }),
  },
  {
    name: "a signed body of 1 MB",
    expected: "2xx or 4xx",
    reason: "A large body is taken, or rejected with a 413.",
    run: async (receiver) => [await receiver.deliver({ ...createEvent(), padding: "x".repeat(megabyte) })],
  },
  {
    name: "a body of 1 MB with a wrong signature",
    expected: "4xx or closed",
    reason: "Whoever knows the address can send large bodies. They are rejected.",
    run: async (receiver) => [
      await receiver.deliver({ ...createEvent(), padding: "x".repeat(megabyte) }, { secrets: [otherSecret] }),
    ],
  },
  {
    name: "a delivery while another one comes slowly",
    expected: "2xx",
    reason: "One slow request must not keep the others waiting.",
    async run(receiver) {
      const slow = receiver.deliverSlowly(createEvent());
      const quick = await receiver.deliver(createEvent());
      await slow;
      return [quick];
    },
  },
  {
    name: "a body that comes slowly",
    expected: "2xx or 4xx",
    reason: "A slow body is taken, or given up with a 408.",
    run: async (receiver) => [await receiver.deliverSlowly(createEvent())],
  },
  {
    name: "a delivery at the end",
    expected: "2xx",
    reason: "Something before has stopped the receiver.",
    run: withChanges({}),
  },
];
