/** Snapshots to be damaged, and to be filled with what nobody would have. */
import type { RunningSandbox } from "../../src/cli/serve.js";
import { createSandbox } from "../../src/index.js";
import { longKey, newPayment } from "./hosted.js";

/** In milliseconds. */
export const day = 86_400_000;
/** When the snapshots begin. */
export const start = Date.UTC(2026, 3, 15, 10, 30);

// biome-ignore lint/suspicious/noExplicitAny: the parts of a snapshot that was made by hand have no type.
export type Part = any;
export type Made = Record<string, unknown> & {
  time: number;
  ids: { seed?: number; count: number };
  objects: Part[];
  due: Part[];
  entries: Part[];
  responses: Part[];
};

/** A snapshot of an account in which a bit of everything happened. */
export async function takeSnapshot(): Promise<Made> {
  const sandbox = createSandbox({ now: () => start });
  const call = async (path: string, body: object) => {
    const headers = { "x-api-key": sandbox.key(), "content-type": "application/json", "idempotency-key": path };
    const response = await sandbox.fetch(`http://localhost${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return response.json();
  };
  await call("/v1/webhooks", { url: "https://127.0.0.1:1/hooks", enabled_events: ["*"] });
  const first = await call("/v1/payments", newPayment);
  await sandbox.checkout(first.id).pay("4242424242424242");
  await call("/v1/refunds", { payment: first.id, amount: 100 });
  await sandbox.clock.advance({ days: 1 });
  const { id } = await call("/v1/payments?", { ...newPayment, capture: false });
  await sandbox.checkout(id).pay("4242424242424242");
  await call("/v1/refunds?", { payment: first.id, amount: 50 });
  await sandbox.openDispute(first.id);
  await sandbox.restrictedKey(["payments:read"]);
  await call("/v1/payments?waiting", newPayment);
  return JSON.parse(JSON.stringify(await sandbox.snapshot()));
}

/** Restores an account of a server from a snapshot. */
export async function restore({ origin }: Pick<RunningSandbox, "origin">, snapshot: unknown, key = longKey) {
  const response = await fetch(`${origin}/sandbox/restorations`, {
    method: "POST",
    headers: { "x-api-key": key, "content-type": "application/json" },
    body: JSON.stringify(snapshot),
  });
  return { status: response.status, message: (await response.json()).error?.message };
}

/** The first object of a kind. */
export const find = (objects: readonly Part[], kind: string) => objects.find((one) => one.kind === kind).object;
