import { apiError, type Event, type OperationId } from "@vinr/server";
import { ownProperties } from "@vinr/server/internal";
import { seedOf } from "../domain/ids.js";
import { Chance } from "./chance.js";
import type { DeliveryFault, FaultRule, FaultTarget, RequestFault } from "./fault.js";

/** An account has so many faults at most, and so many attempts that were put off: no fault puts off one more. */
const maxRules = 100;
const maxPostponed = 1_000;
/**
 * All accounts together have so many of both: they are in memory, whatever the store is. Beyond, the account whose faults were set or
 * struck longest ago loses its own. If the new one were rejected instead, a few accounts could keep faults from all others.
 */
const maxOfAll = 50_000;

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

/** The fault that was chosen for an attempt of a delivery; undefined for none. */
export interface ChosenFault {
  readonly fault: DeliveryFault | undefined;
  /**
   * Strikes the attempt, when it is made or put off. Returns the fault; undefined where it was removed meanwhile, or another attempt
   * was its last.
   */
  readonly strike: () => DeliveryFault | undefined;
}

/** A fault that is to be set. */
type NamelessRule = FaultTarget & { readonly fault: RequestFault | DeliveryFault };

/** An account's faults, and what they did. */
interface AccountFaults {
  rules: readonly ActiveRule[];
  /** Attempts that were put off already, so that a fault does not put one off for ever. */
  readonly postponed: Set<string>;
}

/**
 * The faults of all accounts. They are this process's: another one that shares the store does not have them, and a snapshot
 * neither.
 */
export class Faults {
  readonly #seed: string;
  /** The account whose faults were used longest ago is the first one. */
  readonly #accounts = new Map<string, AccountFaults>();
  #count = 0;
  #made = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /**
   * Sets a fault.
   *
   * @throws {ApiError} `parameter_invalid` for one more than an account may have.
   */
  add(account: string, given: NamelessRule): FaultState {
    return this.set(account, this.name(account, given));
  }

  /**
   * Gives a fault its id. It strikes once it is set.
   *
   * @throws {ApiError} `parameter_invalid` for one more than an account may have.
   */
  name(account: string, given: NamelessRule): FaultRule {
    if (this.list(account).length >= maxRules) {
      throw apiError("parameter_invalid", { message: `An account has at most ${maxRules} faults. Remove some first.` });
    }
    // Target and fault belong together by the callers' types, which TypeScript cannot follow into a union.
    return ownProperties({ id: `flt_${++this.#made}`, ...given }) as FaultRule;
  }

  set(account: string, rule: FaultRule): FaultState {
    const active = { rule, chance: this.#chanceOf(account, this.list(account).length), count: 0 };
    this.#change(account, (own) => {
      // Several that were named at once, in transactions that are committed together, may be more than one account has.
      own.rules = [...own.rules, active].slice(-maxRules);
    });
    return active;
  }

  list(account: string): readonly FaultState[] {
    return this.#accounts.get(account)?.rules ?? [];
  }

  find(account: string, id: string): FaultState | undefined {
    return this.list(account).find(({ rule }) => rule.id === id);
  }

  remove(account: string, id: string): void {
    this.#change(account, (own) => {
      own.rules = own.rules.filter(({ rule }) => rule.id !== id);
    });
  }

  clear(account: string): void {
    this.#change(account, (own) => {
      own.rules = [];
      own.postponed.clear();
    });
  }

  /** Forgets what was put off: in an account that is replaced, what is made next may have the same ids. */
  forgetPostponed(account: string): void {
    this.#change(account, ({ postponed }) => postponed.clear());
  }

  /** The fault that strikes a request; undefined for none. The first one that is for it is taken. */
  takeForRequest(account: string, operation: OperationId): RequestFault | undefined {
    const active = this.#choose(account, ({ rule }) => rule.operation === operation || rule.operation === "*");
    if (active?.rule.operation === undefined) return undefined;
    this.#countStrike(account, active);
    return active.rule.fault;
  }

  /** Chooses the fault that is to strike an attempt of a delivery. Nothing is counted until it does. */
  chooseForDelivery(account: string, { type }: Event, attempt: string): ChosenFault {
    const postponed = this.#accounts.get(account)?.postponed ?? new Set();
    if (postponed.has(attempt)) {
      // It is made now.
      return { ...noFault, strike: () => void this.#change(account, (own) => own.postponed.delete(attempt)) };
    }
    const isFull = postponed.size >= maxPostponed;
    const active = this.#choose(account, ({ rule }) => {
      return (rule.event === type || rule.event === "*") && !(isFull && putsOff(rule.fault));
    });
    if (active?.rule.event === undefined) return noFault;
    const { fault } = active.rule;
    const strike = (): DeliveryFault | undefined => {
      if (!this.list(account).includes(active)) return undefined;
      this.#countStrike(account, active);
      if (putsOff(fault)) this.#change(account, (own) => own.postponed.add(attempt));
      return fault;
    };
    return { fault, strike };
  }

  #choose(account: string, isMeant: (active: ActiveRule) => boolean): ActiveRule | undefined {
    return this.#accounts
      .get(account)
      ?.rules.find((active) => isMeant(active) && active.chance.next() < (active.rule.fault.share ?? 1));
  }

  #countStrike(account: string, active: ActiveRule): void {
    const { times = Number.POSITIVE_INFINITY } = active.rule.fault;
    active.count += 1;
    this.#change(account, (own) => {
      if (active.count >= times) own.rules = own.rules.filter((one) => one !== active);
    });
  }

  /** Changes the faults of an account, which are the ones that were used last then. */
  #change(account: string, change: (own: AccountFaults) => void): void {
    const own = this.#accounts.get(account) ?? { rules: [], postponed: new Set<string>() };
    const before = sizeOf(own);
    change(own);
    this.#count += sizeOf(own) - before;
    this.#accounts.delete(account);
    if (sizeOf(own) > 0) this.#accounts.set(account, own);
    if (this.#count <= maxOfAll) return;
    for (const [oldest, lost] of this.#accounts) {
      this.#accounts.delete(oldest);
      this.#count -= sizeOf(lost);
      if (this.#count <= maxOfAll) return;
    }
  }

  /** By the place among the account's faults, so that a test finds the same chance whatever other accounts do. */
  #chanceOf(account: string, place: number): Chance {
    return new Chance(seedOf(`${this.#seed} ${account} fault ${place}`));
  }
}

function sizeOf({ rules, postponed }: AccountFaults): number {
  return rules.length + postponed.size;
}

/** For an attempt without a fault. */
const noFault: ChosenFault = { fault: undefined, strike: () => undefined };

function putsOff({ kind }: DeliveryFault): boolean {
  return kind === "delay" || kind === "reorder";
}
