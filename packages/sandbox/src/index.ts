/**
 * The VINR API in memory: all fourteen operations, with money, time and events.
 *
 * @packageDocumentation
 */

export type { Duration } from "./control/duration.js";
export type { SendRequest } from "./deliveries/attempt.js";
export type { SentDelivery } from "./deliveries/sent-deliveries.js";
export type { DeliveryFault, FaultLimits, RequestFault } from "./faults/fault.js";
export type { Fault, FaultSettings } from "./faults/fault-settings.js";
export type { Permission } from "./generated/types.js";
export {
  type CheckoutPage,
  createSandbox,
  type Sandbox,
  type SandboxAccount,
  type SandboxOptions,
} from "./sandbox.js";
export type { Snapshot } from "./snapshot/snapshot.js";
export { type Store, StoreUnavailableError } from "./store/store.js";
