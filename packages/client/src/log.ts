import { aFunction, checkOptions } from "./check-options.js";
import type { VinrError } from "./errors.js";
import type { HookEvent, Hooks } from "./hooks.js";

/** The hook that each level listens to, from the level that tells most. */
const hookNames = { debug: "onRequest", info: "onResponse", warn: "onRetry", error: "onError" } as const;

/** The levels, from most to least: requests, answers, retries, failures, nothing. */
export const logLevels = ["debug", "info", "warn", "error", "off"] as const;

/** The least that is logged. */
export type LogLevel = (typeof logLevels)[number];

/** Takes log lines; `console` is one. */
export type Logger = Readonly<Record<Exclude<LogLevel, "off">, (message: string, fields: object) => void>>;

/** What any of the events may tell beside the call. */
interface AnyEvent extends HookEvent {
  readonly status?: number;
  readonly requestId?: string | undefined;
  readonly duration?: number;
  readonly delay?: number;
  readonly error?: VinrError;
}

/**
 * Hooks that write log lines: one for each request (`debug`), answer (`info`), retry (`warn`) and failure (`error`).
 * They hold neither headers nor bodies, and no key.
 *
 * @example
 * const core = new VinrCore({ secretKey, hooks: logTo(console, "info") });
 * @throws {VinrError} `invalid_option` for a logger that lacks a level.
 */
export function logTo(logger: Logger, least: LogLevel = "warn"): Hooks {
  const levels = Object.keys(hookNames) as (keyof typeof hookNames)[];
  for (const level of levels) checkOptions("logger", { [level]: logger[level] ?? null }, { [level]: aFunction });
  return Object.fromEntries(
    levels
      .slice(logLevels.indexOf(least))
      .map((level) => [hookNames[level], (event: AnyEvent) => logger[level](tell(event), fieldsOf(event))]),
  );
}

/** Hooks that call both. */
export function combineHooks(first: Hooks, second: Hooks): Hooks {
  const names = Object.values(hookNames);
  return Object.fromEntries(
    names.map((name) => [
      name,
      (event: never) => {
        second[name]?.(event);
        return first[name]?.(event);
      },
    ]),
  );
}

function tell({ call, attempt, error, delay, status, duration }: AnyEvent): string {
  if (error !== undefined) return error.message + (delay === undefined ? "" : ` Again in ${Math.round(delay)} ms.`);
  const what = status === undefined ? `attempt ${attempt}` : `${status} in ${Math.round(duration ?? 0)} ms`;
  return `${call.method} ${call.urlTemplate}: ${what}`;
}

function fieldsOf({ call, attempt, error, status, requestId = error?.requestId, duration, delay }: AnyEvent): object {
  const { operationId, url, idempotencyKey } = call;
  return { operationId, url, idempotencyKey, attempt, status, requestId, duration, delay, code: error?.code };
}
