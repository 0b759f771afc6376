import type { EventType, OperationId } from "@vinr/server";
import type { DeliveryFault, RequestFault } from "./fault.js";
import type { Faults } from "./faults.js";
import { readDeliveryFault, readRequestFault } from "./read-fault.js";

/**
 * A fault that was set on an account.
 *
 * @example
 * ```ts
 * function hasStruck(fault: Fault): boolean {
 *   return fault.count() > 0;
 * }
 * ```
 */
export interface Fault {
  /** How often it has struck. */
  count(): number;
  /** Removes it. */
  off(): void;
}

/**
 * The faults of an account. If several match a request or delivery, the one that was set first strikes.
 *
 * @example
 * ```ts
 * async function pay(sandbox: Sandbox, shop: Shop): Promise<void> {
 *   sandbox.faults.on("createPayment", { status: 503, times: 2 });
 *   sandbox.faults.onDelivery("payment.completed", { kind: "duplicate" });
 *   await shop.checkout();
 * }
 * ```
 */
export interface FaultSettings {
  /**
   * Sets a fault for requests to an operation; `*` means all operations.
   *
   * @throws {ApiError} for a fault that makes no sense, with the property as `details.param`.
   */
  on(operation: OperationId | "*", fault: RequestFault): Fault;
  /**
   * Sets a fault for deliveries of an event type; `*` means all types. Each attempt counts. Such faults strike only in a sandbox
   * that sends deliveries, with the option `send`.
   *
   * @throws {ApiError} for a fault that makes no sense, with the property as `details.param`.
   */
  onDelivery(event: EventType | "*", fault: DeliveryFault): Fault;
  /** Removes all faults. */
  clear(): void;
}

export function createFaultSettings(faults: Faults, account: string): FaultSettings {
  const settingOf = (state: ReturnType<Faults["add"]>): Fault => ({
    count: () => state.count,
    off: () => faults.remove(account, state.rule.id),
  });
  return {
    on(operation, given) {
      const fault = readRequestFault(operation, given);
      return settingOf(faults.add(account, { operation, fault }));
    },
    onDelivery(event, given) {
      const fault = readDeliveryFault(event, given);
      return settingOf(faults.add(account, { event, fault }));
    },
    clear: () => faults.clear(account),
  };
}
