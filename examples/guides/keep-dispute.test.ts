import type { Event } from "@vinr/client";
import { expect, it } from "vitest";
import { keepDispute } from "./keep-dispute.ts";

const eventOf = (type: string, status: string): Event =>
  ({
    type,
    data: { object: { id: "dp_8sH3kD", payment: "pay_1234567890", amount: 1000, status } },
  }) as unknown as Event;

it.each([
  [["dispute.opened", "dispute.resolved"]],
  [["dispute.resolved", "dispute.opened"]],
  [["dispute.opened", "payment.completed", "dispute.resolved", "dispute.opened"]],
])("a dispute is kept as the bank decided it, though its events come as %j", async (types) => {
  const kept = new Map<string, { status: string }>();
  for (const type of types) {
    await keepDispute(eventOf(type, type === "dispute.resolved" ? "lost" : "open"), {
      find: async (id) => kept.get(id) as never,
      save: async (dispute) => void kept.set(dispute.id, dispute),
    });
  }
  expect([...kept].map(([id, { status }]) => [id, status])).toEqual([["dp_8sH3kD", "lost"]]);
});
