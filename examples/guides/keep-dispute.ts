import type { Event } from "@vinr/client";

type Dispute = Extract<Event, { type: "dispute.opened" }>["data"]["object"];

/** Where your server keeps disputes, by their id. */
export interface Disputes {
  find(id: string): Promise<Dispute | undefined>;
  save(dispute: Dispute): Promise<void>;
}

/** Keeps a dispute as its last event told it. Events come twice and in any order, but what the bank decided is final. */
export async function keepDispute(event: Event, disputes: Disputes): Promise<void> {
  if (event.type !== "dispute.opened" && event.type !== "dispute.resolved") return;
  const dispute = event.data.object;
  const known = await disputes.find(dispute.id);
  if (known === undefined || known.status === "open") await disputes.save(dispute);
}
