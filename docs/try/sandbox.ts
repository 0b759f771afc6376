/** The sandbox of one tab: all of VINR's API in memory, with its customers and its clock. It needs no page and no worker. */
import { createSandbox, type Sandbox } from "@vinr/sandbox";
import type { Event, Payment } from "@vinr/types";
import { read, sendRequest } from "./call-api.ts";
import { checkRequest } from "./check-request.ts";
import { prepareFor } from "./prepare.ts";
import type { ClockMove, SandboxActions, SandboxState, SandboxView } from "./protocol.ts";

/** A sandbox, and what is seen of it. */
export interface TrySandbox extends SandboxActions {
  /** The state to show, and to keep. */
  readState(): Promise<SandboxState>;
}

const shownEvents = 50;
const hour = 3_600_000;
const day = 24 * hour;

/**
 * A clock that begins at nine in the morning, in UTC: a refund an hour after its payment is then of the same day, and in the same
 * settlement, whenever a reader tries it.
 */
function startClock(): () => number {
  const opened = Date.now();
  const morning = Math.floor(opened / day) * day + 9 * hour;
  return () => morning + (Date.now() - opened);
}

/** Opens a sandbox as it was kept, or a new one where nothing was kept or what was kept is damaged. */
export async function openSandbox(snapshot?: string): Promise<TrySandbox> {
  // Ids of no other tab: one that is pasted from there is not found, rather than taken for another object.
  const sandbox = createSandbox({ seed: crypto.randomUUID(), now: startClock() });
  if (snapshot !== undefined) await restore(sandbox, snapshot);
  return {
    look: () => readView(sandbox),
    prepare: (target) => prepareFor(target, sandbox),
    async check(request) {
      return checkRequest(request, sandbox.key());
    },
    send: (request) => sendRequest(sandbox, request),
    async pay({ id, card }) {
      await sandbox.checkout(id).pay(card);
    },
    async endChallenge({ id, isPassed }) {
      const checkout = sandbox.checkout(id);
      await (isPassed ? checkout.passChallenge() : checkout.failChallenge());
    },
    moveClock: (move) => moveClock(sandbox, move),
    reset: () => sandbox.reset(),
    async readState() {
      return { view: await readView(sandbox), snapshot: JSON.stringify(await sandbox.snapshot()) };
    },
  };
}

/** A sandbox that cannot be restored, such as one of an older version of these docs, is left behind. */
async function restore(sandbox: Sandbox, snapshot: string): Promise<void> {
  try {
    await sandbox.restore(JSON.parse(snapshot));
  } catch {
    await sandbox.reset();
  }
}

async function moveClock({ clock }: Sandbox, move: ClockMove): Promise<void> {
  if (move === "hour") return clock.advance({ hours: 1 });
  if (move === "day") return clock.advance({ days: 1 });
  if (move === "three days") return clock.advance({ days: 3 });
  // Settlements are made at midnight in UTC.
  const now = await clock.now();
  const midnight = (Math.floor(now / day) + 1) * day;
  return clock.advance({ seconds: Math.ceil((midnight - now) / 1000) });
}

async function readView(sandbox: Sandbox): Promise<SandboxView> {
  const events = [...(await sandbox.events())].reverse();
  const payment = events.map(paymentOf).find((id) => id !== undefined);
  return {
    now: new Date(await sandbox.clock.now()).toISOString(),
    payment: payment === undefined ? undefined : await read<Payment>(sandbox, `/v1/payments/${payment}`),
    settlement: (await read<{ data: { id: string }[] }>(sandbox, "/v1/settlements?limit=1")).data[0]?.id,
    events: events.slice(0, shownEvents),
    eventCount: events.length,
  };
}

/** The payment that an event is about: refunds and disputes belong to theirs. */
export function paymentOf({ data: { object } }: Event): string | undefined {
  if ("payment" in object) return object.payment;
  return object.object === "payment" ? object.id : undefined;
}
