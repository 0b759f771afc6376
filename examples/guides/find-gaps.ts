import type { Vinr } from "@vinr/client";

/** The events that a shop must not miss. Yours may be others. */
const needed = [
  "payment.completed",
  "payment.failed",
  "payment.expired",
  "refund.completed",
  "refund.failed",
  "dispute.opened",
  "dispute.resolved",
];

/** Finds what is missing before the first real payment. Run it where your server runs, with its environment variables. */
export async function findGaps(vinr: Vinr, env: Readonly<Record<string, string | undefined>>): Promise<string[]> {
  const { VINR_SECRET_KEY: key = "", VINR_WEBHOOK_SECRET: secret = "" } = env;
  const gaps: string[] = [];
  if (!/^[sr]k_live_/.test(key)) gaps.push("VINR_SECRET_KEY is not a live key");
  if (!secret.startsWith("whsec_")) gaps.push("VINR_WEBHOOK_SECRET is not a webhook secret");

  const received = new Set<string>();
  for await (const { status, enabled_events } of vinr.webhooks.list()) {
    if (status === "enabled") for (const type of enabled_events) received.add(type);
  }
  const missed = needed.filter((type) => !received.has("*") && !received.has(type));
  return [...gaps, ...missed.map((type) => `no webhook endpoint receives ${type}`)];
}
