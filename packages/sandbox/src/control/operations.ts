import { ownProperties } from "@vinr/server/internal";
import type { Account } from "../account/account.js";
import { find, list } from "../account/find.js";
import { withAccount } from "../account/with-account.js";
import type { World } from "../account/world.js";
import type { Deliveries } from "../deliveries/deliveries.js";
import { showDeliveries, showDelivery } from "../deliveries/shown-deliveries.js";
import type { Delivery } from "../domain/delivery.js";
import { keyTextOf, type RestrictedKey } from "../domain/restricted-key.js";
import { timestampOf } from "../domain/time.js";
import type { Faults } from "../faults/faults.js";
import type { OperationId, OperationResponses } from "../generated/responses.js";
import type { Clock, Delivery as DeliveryObject, RestrictedKey as RestrictedKeyObject } from "../generated/types.js";
import type { ValidRequest } from "../generated/validators/requests.js";
import { reportOutage } from "../store/report-outages.js";
import type { Store } from "../store/store.js";
import { decideDispute, disputePayment } from "./bank.js";
import { endChallenge, payWithCard } from "./checkout.js";
import { millisecondsOf } from "./duration.js";
import { faultOf, listFaults, nameFault, removeFault } from "./faults.js";
import { createRestrictedKey, expireRestrictedKey } from "./restricted-keys.js";
import { readRestoration, snapshotOf } from "./snapshots.js";

/** The operations that send deliveries, and so are not one transaction of their account. */
export const sendingOperations = ["createClockAdvance", "createDeliveryReplay", "createDeliveryRun"] as const;

type Sending = (typeof sendingOperations)[number];

/** A request as an operation gets it: parsed and validated. */
type ControlRequest<Id extends OperationId> = Pick<
  Extract<ValidRequest, { operationId: Id }>,
  "body" | "path" | "query"
> & {
  readonly caller: { readonly account: string };
  readonly request: Request;
  /**
   * For a POST, the account in the transaction of the idempotency key; for one that sends, how often the account had been replaced
   * when the request came.
   */
  readonly transaction: Id extends Sending
    ? number
    : Id extends `delete${string}` | `list${string}` | `retrieve${string}`
      ? undefined
      : Account;
};

/** A function for each operation of the control API. */
export type ControlOperations = {
  [Id in OperationId]: (request: ControlRequest<Id>) => Promise<OperationResponses[Id]>;
};

/** The control API's operations over a store: what `createSandbox` does in the process, by the same functions. */
export function createControlOperations(
  store: Store,
  world: World,
  { deliveries, faults }: { readonly deliveries: Deliveries; readonly faults: Faults },
): ControlOperations {
  const reading = <T>(name: string, work: (account: Account) => Promise<T>): Promise<T> =>
    withAccount(store, world, name, work);

  return {
    async createFault({ body, caller, transaction }) {
      const rule = nameFault(faults, caller.account, body);
      transaction.afterCommit.push(() => faults.set(caller.account, rule));
      return { status: 201, body: faultOf({ rule, count: 0 }) };
    },
    listFaults: async ({ caller }) => ({ status: 200, body: listFaults(faults, caller.account) }),
    async deleteFault({ path, caller }) {
      removeFault(faults, caller.account, path.id);
      return { status: 204 };
    },
    createReset: async ({ caller, transaction }) => {
      await transaction.reset();
      transaction.afterCommit.push(() => faults.clear(caller.account));
      return { status: 201, body: clockOf(transaction) };
    },
    retrieveSnapshot: ({ caller }) =>
      reading(caller.account, async (account) => ({ status: 200, body: snapshotOf(await account.takeSnapshot()) })),
    createRestoration: async ({ body, transaction }) => {
      await transaction.restore(readRestoration(body));
      return { status: 201, body: clockOf(transaction) };
    },
    async createRestrictedKey({ body, caller, transaction }) {
      const created = await createRestrictedKey(transaction, body.permissions);
      return { status: 201, body: { ...restrictedKeyOf(created), key: keyTextOf(caller.account, created) } };
    },
    createRestrictedKeyExpiration: async ({ path, transaction }) => ({
      status: 201,
      body: restrictedKeyOf(await expireRestrictedKey(transaction, path.id)),
    }),
    retrieveClock: ({ caller }) =>
      reading(caller.account, async (account) => ({ status: 200, body: clockOf(account) })),
    async createClockAdvance({ body, caller, request: { signal }, transaction: replacements }) {
      await reportOutage(deliveries.advance(caller.account, millisecondsOf(body), { signal, replacements }));
      return { status: 201, body: await reading(caller.account, async (account) => clockOf(account)) };
    },
    createCardPayment: async ({ path, body, transaction }) => ({
      status: 201,
      body: await payWithCard(transaction, path.id, body.card),
    }),
    createChallengeResult: async ({ path, body, transaction }) => ({
      status: 201,
      body: await endChallenge(transaction, path.id, body.result === "passed"),
    }),
    createDispute: async ({ body, transaction }) => ({
      status: 201,
      body: await disputePayment(transaction, body.payment),
    }),
    createDisputeResolution: async ({ path, body, transaction }) => ({
      status: 201,
      body: await decideDispute(transaction, path.id, body.outcome),
    }),
    createRefundFailure: async ({ transaction }) => ({
      status: 201,
      body: { object: "refund_failures", count: transaction.failNextRefund() },
    }),
    listEvents: ({ query, caller }) =>
      reading(caller.account, async (account) => ({ status: 200, body: await list(account, "event", query) })),
    listDeliveries: ({ query, caller }) =>
      reading(caller.account, async (account) => {
        const { data, ...page } = await list(account, "delivery", query);
        return { status: 200, body: { ...page, data: (await showDeliveries(account, data)).map(deliveryOf) } };
      }),
    async createDeliveryRun({ caller, request: { signal }, transaction: replacements }) {
      await reportOutage(deliveries.advance(caller.account, 0, { signal, replacements }));
      const now = await reading(caller.account, async (account) => account.showTime());
      return { status: 201, body: { object: "delivery_run", at: timestampOf(now) } };
    },
    async createDeliveryReplay({ path, caller, request: { signal }, transaction: replacements }) {
      await reading(caller.account, (account) => find(account, "delivery", path.id));
      const replayed = await reportOutage(deliveries.replay(caller.account, path.id, { signal, replacements }));
      return reading(caller.account, async (account) => ({
        status: 201,
        body: deliveryOf(await showDelivery(account, replayed)),
      }));
    },
  };
}

function restrictedKeyOf({ id, status, permissions, created_at }: RestrictedKey): RestrictedKeyObject {
  return { id, object: "restricted_key", status, permissions: [...permissions], created_at };
}

function clockOf(account: Account): Clock {
  return { object: "clock", now: timestampOf(account.showTime()) };
}

/** The most attempts, and the most characters of an error, that the API shows. */
const shownAttempts = 100;
const shownText = 500;

function deliveryOf({ id, event, endpoint, status, attempts }: Delivery): DeliveryObject {
  return {
    id,
    object: "delivery",
    event,
    endpoint,
    status,
    attempts: attempts
      .slice(-shownAttempts)
      .map(ownProperties)
      .map(({ at, status: code, error }) => ({
        at: timestampOf(at),
        ...(code === undefined ? {} : { status: code }),
        ...(error === undefined ? {} : { error: error.slice(0, shownText) }),
      })),
  };
}
