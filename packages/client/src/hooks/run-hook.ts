import type { Config } from "../config/config.js";
import { ownProperties } from "../config/own-properties.js";
import type { CallState } from "../request/call-state.js";
import type { Hooks } from "./hooks.js";

/** Calls a hook if there is one, without waiting for it. The details of the event are created only then. */
export function runHook(
  { hooks }: Config,
  name: keyof Hooks,
  { request, attempts }: CallState,
  createDetails: () => object,
): void {
  const hook = hooks[name] as ((event: object) => unknown) | undefined;
  if (!hook) return;
  const run = async () => hook(ownProperties({ call: request.info, attempt: attempts, ...createDetails() }));
  // An unhandled rejection would end the process.
  run().catch(() => {});
}
