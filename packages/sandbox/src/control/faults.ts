import { apiError } from "@vinr/server";
import type { DeliveryFault, FaultRule, RequestFault } from "../faults/fault.js";
import type { FaultState, Faults } from "../faults/faults.js";
import { readDeliveryFault, readRequestFault } from "../faults/read-fault.js";
import type { FaultCreateParams, FaultList, Fault as FaultObject } from "../generated/types.js";
import { controlError } from "./errors.js";

/**
 * Reads a fault of an account, which is set when its transaction is committed.
 *
 * @throws {ApiError} for one that makes no sense, or for more than an account may have.
 */
export function nameFault(faults: Faults, account: string, params: FaultCreateParams): FaultRule {
  const { operation, event, ...rest } = params;
  if ((operation === undefined) === (event === undefined)) {
    const message = "A fault is for an operation or an event type: give either operation or event.";
    throw controlError(operation === undefined ? "parameter_missing" : "parameters_exclusive", {
      param: "operation",
      message,
    });
  }
  if (operation !== undefined) {
    const fault = readRequestFault(operation, rest as RequestFault);
    return faults.name(account, { operation, fault });
  }
  const target = event ?? "*";
  // The kind is checked next.
  const fault = readDeliveryFault(target, rest as DeliveryFault);
  return faults.name(account, { event: target, fault });
}

/** An account has few faults, so that all are on one page. */
export function listFaults(faults: Faults, account: string): FaultList {
  const data = [...faults.list(account)].reverse().map(faultOf);
  return { object: "list", data, page: { has_more: false, next_cursor: null, total_estimate: data.length } };
}

/** @throws {ApiError} `resource_not_found`, including for a fault that has struck for the last time. */
export function removeFault(faults: Faults, account: string, id: string): void {
  if (faults.find(account, id) === undefined) throw apiError("resource_not_found", { resource: id });
  faults.remove(account, id);
}

export function faultOf({ rule, count }: FaultState): FaultObject {
  const { id, operation, event } = rule;
  const target = operation === undefined ? { event } : { operation };
  return { id, object: "fault", ...target, ...rule.fault, count };
}
