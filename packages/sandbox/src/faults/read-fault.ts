import { type ApiErrorDetails, apiError, type ErrorCode, type EventType } from "@vinr/server";
import { ownProperties } from "@vinr/server/internal";
import { millisecondsOf } from "../control/duration.js";
import { permissionOf } from "../domain/restricted-key.js";
import type { DeliveryFault, FaultLimits, RequestFault } from "./fault.js";

/** The code that stands for a status for which the API has several. */
const codes: ReadonlyMap<number, ErrorCode> = new Map<number, ErrorCode>([
  [400, "parameter_invalid"],
  [401, "invalid_api_key"],
  [402, "card_declined"],
  [403, "permission_denied"],
  [404, "resource_not_found"],
  [409, "idempotency_key_in_progress"],
  [429, "rate_limited"],
  [500, "internal_error"],
  [503, "service_unavailable"],
]);

/** The documented error that a fault responds with; undefined for none, or one of a proxy. */
export function codeOf({ status, code }: RequestFault): ErrorCode | undefined {
  return code ?? (status === undefined ? undefined : codes.get(status));
}

const eventTypes: readonly string[] = Object.keys({
  "payment.created": true,
  "payment.authorized": true,
  "payment.completed": true,
  "payment.failed": true,
  "payment.cancelled": true,
  "payment.expired": true,
  "refund.created": true,
  "refund.completed": true,
  "refund.failed": true,
  "dispute.opened": true,
  "dispute.resolved": true,
  "settlement.completed": true,
} satisfies Record<EventType, true>);

/** The greatest latency, in milliseconds. */
const maxLatency = 60_000;

/**
 * Reads a fault of requests, from its own properties only.
 *
 * @throws {ApiError} `parameter_invalid`, `parameter_missing` or `parameters_exclusive`, with the property as `param`.
 */
export function readRequestFault(operation: string, given: RequestFault): RequestFault {
  const fault = ownProperties(given);
  checkTarget("operation", operation, Object.keys(permissionOf));
  checkNames(fault, ["status", "code", "retryAfter", "latency", "connection", "afterEffect", "times", "percentage"]);
  checkLimits(fault);
  const { status, code, retryAfter, latency, connection } = fault;
  if ([status, code, connection].filter((one) => one !== undefined).length > 1) {
    throw reject("parameters_exclusive", "code", "A fault takes only one of status, code and connection.");
  }
  if ([status, code, connection, latency].every((one) => one === undefined)) {
    throw reject("parameter_missing", "status", "A fault needs a status, a code, a connection or a latency.");
  }
  if (status !== undefined && !codes.has(status) && !isInteger(status, 500, 599)) {
    const message = `status must be ${[...codes.keys()].join(", ")} or from 500 to 599. Name another error by its code, such as already_captured.`;
    throw reject("parameter_invalid", "status", message);
  }
  if (code !== undefined && !isErrorCode(code)) {
    throw reject("parameter_invalid", "code", "code must be an error code of the API, such as card_declined.");
  }
  checkInteger("retryAfter", retryAfter, 0, 86_400);
  checkInteger("latency", latency, 0, maxLatency);
  checkOneOf("connection", connection, ["reset", "stalled", "truncated"]);
  return fault;
}

/**
 * Reads a fault of deliveries, from its own properties only.
 *
 * @throws {ApiError} `parameter_invalid`, `parameter_unknown` or `parameters_exclusive`, with the property as `param`.
 */
export function readDeliveryFault(event: string, given: DeliveryFault): DeliveryFault {
  const fault = ownProperties(given);
  checkTarget("event", event, eventTypes);
  checkNames(fault, ["kind", "delay", "times", "percentage"]);
  checkLimits(fault);
  const kinds = ["delay", "drop", "duplicate", "reorder", "response_lost", "stale_timestamp", "wrong_signature"];
  checkOneOf("kind", fault.kind ?? "", kinds);
  if (fault.delay === undefined) return fault;
  if (fault.kind !== "delay") throw reject("parameters_exclusive", "delay", "Only the kind delay has a delay.");
  millisecondsOf(fault.delay);
  return fault;
}

function checkTarget(name: string, target: string, known: readonly string[]): void {
  if (target === "*" || known.includes(target)) return;
  throw reject("parameter_invalid", name, `${name} must be * or ${known.join(", ")}.`);
}

function checkLimits({ times, percentage }: FaultLimits): void {
  checkInteger("times", times, 1, 1_000_000);
  checkInteger("percentage", percentage, 1, 100);
}

/** A misspelled property would make a fault that does something else. */
function checkNames(fault: object, known: readonly string[]): void {
  const unknown = Object.keys(fault).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw reject("parameter_unknown", unknown, `A fault has no property ${unknown}; it may have ${known.join(", ")}.`);
}

function isErrorCode(code: ErrorCode): boolean {
  try {
    return apiError(code).code === code;
  } catch {
    return false;
  }
}

function isInteger(value: number, minimum: number, maximum: number): boolean {
  return Number.isInteger(value) && value >= minimum && value <= maximum;
}

function checkInteger(name: string, value: number | undefined, minimum: number, maximum: number): void {
  if (value === undefined || isInteger(value, minimum, maximum)) return;
  throw reject("parameter_invalid", name, `${name} must be an integer from ${minimum} to ${maximum}.`);
}

function checkOneOf(name: string, value: string | undefined, allowed: readonly string[]): void {
  if (value === undefined || allowed.includes(value)) return;
  throw reject("parameter_invalid", name, `${name} must be ${allowed.join(", ")}.`);
}

function reject(code: ErrorCode, param: string, message: string) {
  const details: ApiErrorDetails = { param, message };
  return apiError(code, details);
}
