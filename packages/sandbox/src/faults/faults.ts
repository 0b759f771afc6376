import { apiError, type Event, type OperationId } from "@vinr/server";
import { ownProperties } from "@vinr/server/internal";
import { seedOf } from "../domain/ids.js";
import { Chance } from "./chance.js";
import type { DeliveryFault, FaultRule, FaultTarget, RequestFault } from "./fault.js";

/** An account has so many faults at most. */
const maxRules = 100;
/** So many accounts have faults at once, at most: they are in memory, whatever the store is. */
const maxAccounts = 10_000;
/** So many attempts that were put off are known, at most, and so many of one account: no fault puts off one more. */
const maxPostponed = 100_000;
const maxPostponedOfAccount = 1_000;

/** A fault, how often it struck, and its chance. */
interface ActiveRule {
  readonly rule: FaultRule;
  readonly chance: Chance;
  count: number;
}

/** A fault as it stands: how often it has struck. */
export interface FaultState {
  readonly rule: FaultRule;
  readonly count: number;
}

/** A fault that is to be set. */
type NamelessRule = FaultTarget & { readonly fault: RequestFault | DeliveryFault };

/**
 * The faults of all accounts. They are this process's: another one that shares the store does not have them, and a snapshot
 * neither.
 */
export class Faults {
  readonly #seed: string;
  readonly #accounts = new Map<string, ActiveRule[]>();
  /** Attempts that were put off already, by their accounts, so that a fault does not put one off for ever. */
  readonly #postponed = new Map<string, Set<string>>();
  #postponedCount = 0;
  #made = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /**
   * Sets a fault.
   *
   * @throws {ApiError} `parameter_invalid` for one more than an account may have, `service_unavailable` for one account more.
   */
  add(account: string, given: NamelessRule): FaultState {
    return this.set(account, this.name(account, given));
  }

  /**
   * Gives a fault its id. It strikes once it is set.
   *
   * @throws {ApiError} `parameter_invalid` for one more than an account may have, `service_unavailable` for one account more.
   */
  name(account: string, given: NamelessRule): FaultRule {
    if (this.list(account).length >= maxRules) {
      throw apiError("parameter_invalid", { message: `An account has at most ${maxRules} faults. Remove some first.` });
    }
    if (this.list(account).length === 0 && this.#accounts.size >= maxAccounts) {
      throw apiError("service_unavailable", { message: "Too many accounts have faults just now.", retryAfter: 60 });
    }
    // Target and fault belong together by the callers' types, which TypeScript cannot follow into a union.
    return ownProperties({ id: `flt_${++this.#made}`, ...given }) as FaultRule;
  }

  set(account: string, rule: FaultRule): FaultState {
    const rules = this.#accounts.get(account) ?? [];
    const active = { rule, chance: this.#chanceOf(account, rules.length), count: 0 };
    this.#accounts.set(account, [...rules, active]);
    return active;
  }

  list(account: string): readonly FaultState[] {
    return this.#accounts.get(account) ?? [];
  }

  find(account: string, id: string): FaultState | undefined {
    return this.list(account).find(({ rule }) => rule.id === id);
  }

  remove(account: string, id: string): void {
    this.#keep(account, ({ rule }) => rule.id !== id);
  }

  clear(account: string): void {
    this.#accounts.delete(account);
    this.forgetPostponed(account);
  }

  /** Forgets what was put off: in an account that is replaced, what is made next may have the same ids. */
  forgetPostponed(account: string): void {
    this.#postponedCount -= this.#postponed.get(account)?.size ?? 0;
    this.#postponed.delete(account);
  }

  /** The fault that strikes a request; undefined for none. The first one that is for it is taken. */
  takeForRequest(account: string, operation: OperationId): RequestFault | undefined {
    const active = this.#take(account, ({ rule }) => rule.operation === operation || rule.operation === "*");
    return active?.rule.operation === undefined ? undefined : active.rule.fault;
  }

  /** The fault that strikes an attempt of a delivery; undefined for none. */
  takeForDelivery(account: string, { type }: Event, attempt: string): DeliveryFault | undefined {
    if (this.#hasPostponed(account, attempt)) return undefined;
    const postponed = this.#postponed.get(account) ?? new Set();
    const isFull = this.#postponedCount >= maxPostponed || postponed.size >= maxPostponedOfAccount;
    const active = this.#take(account, ({ rule }) => {
      return (rule.event === type || rule.event === "*") && !(isFull && putsOff(rule.fault));
    });
    if (active?.rule.event === undefined) return undefined;
    const { fault } = active.rule;
    if (putsOff(fault)) {
      this.#postponed.set(account, postponed.add(attempt));
      this.#postponedCount += 1;
    }
    return fault;
  }

  /** Whether an attempt was put off before, which is forgotten: it is made now. */
  #hasPostponed(account: string, attempt: string): boolean {
    const postponed = this.#postponed.get(account);
    if (!postponed?.delete(attempt)) return false;
    this.#postponedCount -= 1;
    if (postponed.size === 0) this.#postponed.delete(account);
    return true;
  }

  #take(account: string, isMeant: (active: ActiveRule) => boolean): ActiveRule | undefined {
    for (const active of this.#accounts.get(account) ?? []) {
      const { share = 1, times = Number.POSITIVE_INFINITY } = active.rule.fault;
      if (!isMeant(active) || active.chance.next() >= share) continue;
      active.count += 1;
      if (active.count >= times) this.#keep(account, (one) => one !== active);
      return active;
    }
    return undefined;
  }

  #keep(account: string, isKept: (active: ActiveRule) => boolean): void {
    const kept = (this.#accounts.get(account) ?? []).filter(isKept);
    if (kept.length === 0) this.#accounts.delete(account);
    else this.#accounts.set(account, kept);
  }

  /** By the place among the account's faults, so that a test finds the same chance whatever other accounts do. */
  #chanceOf(account: string, place: number): Chance {
    return new Chance(seedOf(`${this.#seed} ${account} fault ${place}`));
  }
}

function putsOff({ kind }: DeliveryFault): boolean {
  return kind === "delay" || kind === "reorder";
}
