import { createOptionError } from "../config/check-options.js";
import type { VinrError } from "../errors/errors.js";
import type { HookEvent, Hooks } from "./hooks.js";

/** The hook that writes each level, from the most verbose level on. */
const hookNames = { debug: "onRequest", info: "onResponse", warn: "onRetry", error: "onError" } as const;

type MessageLevel = keyof typeof hookNames;

/** The levels, from the most verbose: requests, responses, retries, failures, nothing. */
export const logLevels = ["debug", "info", "warn", "error", "off"] as const;

/** The lowest level that is logged. */
export type LogLevel = (typeof logLevels)[number];

/** Writes log lines, as `console` does. */
export type Logger = Readonly<Record<MessageLevel, (message: string, fields: object) => void>>;

/** The properties that any of the events may have. */
interface AnyEvent extends HookEvent {
  readonly status?: number;
  readonly requestId?: string | undefined;
  readonly duration?: number;
  readonly delay?: number;
  readonly error?: VinrError;
}

/**
 * Creates hooks that log each request (`debug`), response (`info`), retry (`warn`) and failure (`error`). The lines hold
 * no key, no headers and no bodies. Default level: `warn`.
 *
 * @example
 * const core = new VinrCore({ secretKey, hooks: logTo(console, "info") });
 * @throws {VinrError} `invalid_option` if the logger lacks a method.
 */
export function logTo(logger: Logger, level: LogLevel = "warn"): Hooks {
  const messageLevels = logLevels.slice(0, -1) as MessageLevel[];
  for (const name of messageLevels) {
    if (typeof logger?.[name] !== "function") throw createOptionError(`The option logger must have a method ${name}.`);
  }
  return Object.fromEntries(
    messageLevels
      .slice(logLevels.indexOf(level))
      .map((name) => [hookNames[name], (event: AnyEvent) => logger[name](formatMessage(event), selectFields(event))]),
  );
}

/** Adds a log's hooks to others: each event goes to both, and to the others even if the log fails. */
export function combineHooks(hooks: Hooks, log: Hooks): Hooks {
  const names = Object.values(hookNames);
  return Object.fromEntries(
    names.map((name) => [
      name,
      (event: never) => {
        const write = async () => log[name]?.(event);
        // An unhandled rejection would end the process.
        write().catch(() => {});
        return hooks[name]?.(event);
      },
    ]),
  );
}

function formatMessage({ call, attempt, error, delay, status, duration }: AnyEvent): string {
  const title = `${call.method} ${call.urlTemplate}`;
  if (error !== undefined)
    return delay === undefined ? error.message : `${error.message} Retrying in ${Math.round(delay)} ms.`;
  if (status !== undefined) return `${title}: ${status} in ${Math.round(duration ?? 0)} ms`;
  return `${title}: attempt ${attempt}`;
}

function selectFields({ call, attempt, error, status, duration, delay, requestId }: AnyEvent): object {
  const { operationId, url, idempotencyKey } = call;
  const fields = { operationId, url, idempotencyKey, attempt, status, duration, delay };
  return { ...fields, requestId: requestId ?? error?.requestId, code: error?.code };
}
