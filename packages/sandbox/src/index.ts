/**
 * The VINR API in memory: all fourteen operations, with money, time and events.
 *
 * @packageDocumentation
 */
export type { SendRequest, SentDelivery } from "./deliver.js";
export type { Permission } from "./generated/types.js";
export {
  type CheckoutPage,
  createSandbox,
  type Duration,
  type Sandbox,
  type SandboxAccount,
  type SandboxOptions,
} from "./sandbox.js";
export type { Snapshot } from "./snapshot/snapshot.js";
export { type Store, StoreUnavailableError } from "./store/store.js";
