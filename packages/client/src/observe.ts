import type { Config } from "./config.js";
import type { Hooks } from "./hooks.js";
import type { Job } from "./job.js";

/** Calls a hook, where there is one: only then are the details of the event made. Nobody waits for it. */
export function observe({ hooks }: Config, name: keyof Hooks, { info, attempts }: Job, details: () => object): void {
  const hook = hooks[name] as ((event: object) => unknown) | undefined;
  // An async hook fails later, and unheard it would end the process.
  if (hook) (async () => hook({ call: info, attempt: attempts, ...details() }))().catch(() => {});
}
