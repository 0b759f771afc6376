import { apiError } from "@vinr/server";
import type { DeliveryFault, RequestFault } from "../faults/fault.js";
import type { FaultState, Faults } from "../faults/faults.js";
import { readDeliveryFault, readRequestFault } from "../faults/read-fault.js";
import type { FaultCreateParams, FaultList, Fault as FaultObject } from "../generated/types.js";
import { controlError } from "./errors.js";

/**
 * Sets a fault of an account.
 *
 * @throws {ApiError} for one that makes no sense.
 */
export function addFault(faults: Faults, account: string, params: FaultCreateParams): FaultObject {
  const { operation, event, percentage, ...rest } = params;
  if ((operation === undefined) === (event === undefined)) {
    const message = "A fault is for an operation or for a type of event: give one of operation and event.";
    throw controlError(operation === undefined ? "parameter_missing" : "parameters_exclusive", {
      param: "operation",
      message,
    });
  }
  const limits = percentage === undefined ? {} : { share: percentage / 100 };
  if (operation !== undefined) {
    const fault = readRequestFault(operation, { ...(rest as RequestFault), ...limits });
    return objectOf(faults.add(account, { operation, fault }));
  }
  const target = event ?? "*";
  // Whether there is a kind is checked next.
  const fault = readDeliveryFault(target, { ...rest, ...limits } as DeliveryFault);
  return objectOf(faults.add(account, { event: target, fault }));
}

/** An account has few faults, so that all are on one page. */
export function listFaults(faults: Faults, account: string): FaultList {
  const data = [...faults.list(account)].reverse().map(objectOf);
  return { object: "list", data, page: { has_more: false, next_cursor: null, total_estimate: data.length } };
}

/** @throws {ApiError} `resource_not_found`, also for a fault that has struck as often as it should. */
export function removeFault(faults: Faults, account: string, id: string): void {
  if (faults.find(account, id) === undefined) throw apiError("resource_not_found", { resource: id });
  faults.remove(account, id);
}

function objectOf({ rule, count }: FaultState): FaultObject {
  const { id, operation, event } = rule;
  const { share, ...rest } = rule.fault;
  const target = operation === undefined ? { event } : { operation };
  const chance = share === undefined ? {} : { percentage: Math.round(share * 100) };
  return { id, object: "fault", ...target, ...rest, ...chance, count };
}
