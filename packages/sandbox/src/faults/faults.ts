import { apiError, type Event, type OperationId } from "@vinr/server";
import { ownProperties } from "@vinr/server/internal";
import { seedOf } from "../domain/ids.js";
import { Chance } from "./chance.js";
import type { DeliveryFault, FaultRule, FaultTarget, RequestFault } from "./fault.js";

/** The most faults that an account has. */
const maxRules = 100;
/**
 * The most faults of all accounts together: they are in memory, whatever the store. Beyond this, the account whose
 * faults were set or struck longest ago loses its faults. If the new fault were rejected instead, a few accounts could
 * prevent all others from having any.
 */
const maxOfAll = 50_000;

/** A fault, how often it struck, and its chance. */
interface ActiveRule {
  readonly rule: FaultRule;
  readonly chance: Chance;
  count: number;
}

/** A fault, and how often it has struck. */
export interface FaultState {
  readonly rule: FaultRule;
  readonly count: number;
}

/** The fault that was chosen for a request, or for an attempt of a delivery; undefined for none. */
export interface ChosenFault<Fault = DeliveryFault> {
  readonly fault: Fault | undefined;
  /**
   * Strikes the request, or the attempt when it is made or postponed. Returns the fault; undefined if it was removed
   * meanwhile, or struck another one for the last time.
   */
  readonly strike: () => Fault | undefined;
}

/** A fault that is to be set. */
type NamelessRule = FaultTarget & { readonly fault: RequestFault | DeliveryFault };

/**
 * The faults of all accounts. They belong to this process: another one that shares the store does not have them, nor does a
 * snapshot.
 */
export class Faults {
  readonly #seed: string;
  /** The account whose faults were used longest ago is the first one. */
  readonly #accounts = new Map<string, readonly ActiveRule[]>();
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
    // The callers' types keep target and fault together, but TypeScript cannot follow that into a union.
    return ownProperties({ id: `flt_${++this.#made}`, ...given }) as FaultRule;
  }

  set(account: string, rule: FaultRule): FaultState {
    const active = { rule, chance: this.#chanceOf(account, this.list(account).length), count: 0 };
    // Several faults that got their ids in transactions committed together may exceed what one account may have.
    this.#change(account, (rules) => [...rules, active].slice(-maxRules));
    return active;
  }

  list(account: string): readonly FaultState[] {
    return this.#accounts.get(account) ?? [];
  }

  find(account: string, id: string): FaultState | undefined {
    return this.list(account).find(({ rule }) => rule.id === id);
  }

  remove(account: string, id: string): void {
    this.#change(account, (rules) => rules.filter(({ rule }) => rule.id !== id));
  }

  clear(account: string): void {
    this.#change(account, () => []);
  }

  /** Chooses the fault that is to strike a request: the first one that matches. Nothing is counted until it does. */
  chooseForRequest(account: string, operation: OperationId): ChosenFault<RequestFault> {
    const active = this.#choose(account, ({ rule }) => rule.operation === operation || rule.operation === "*");
    return active?.rule.operation === undefined ? noFault : this.#chosen(account, active, active.rule.fault);
  }

  /** The same for an attempt of a delivery. */
  chooseForDelivery(account: string, { type }: Event): ChosenFault {
    const active = this.#choose(account, ({ rule }) => rule.event === type || rule.event === "*");
    return active?.rule.event === undefined ? noFault : this.#chosen(account, active, active.rule.fault);
  }

  #chosen<Fault>(account: string, active: ActiveRule, fault: Fault): ChosenFault<Fault> {
    const strike = (): Fault | undefined => {
      if (!this.list(account).includes(active)) return undefined;
      this.#countStrike(account, active);
      return fault;
    };
    return { fault, strike };
  }

  #choose(account: string, isMeant: (active: ActiveRule) => boolean): ActiveRule | undefined {
    return this.#accounts
      .get(account)
      ?.find((active) => isMeant(active) && active.chance.next() * 100 < (active.rule.fault.percentage ?? 100));
  }

  #countStrike(account: string, active: ActiveRule): void {
    const { times = Number.POSITIVE_INFINITY } = active.rule.fault;
    active.count += 1;
    this.#change(account, (rules) => (active.count < times ? rules : rules.filter((one) => one !== active)));
  }

  /** Changes the faults of an account, which then count as the last ones used. */
  #change(account: string, change: (rules: readonly ActiveRule[]) => readonly ActiveRule[]): void {
    const before = this.#accounts.get(account) ?? [];
    const rules = change(before);
    this.#count += rules.length - before.length;
    this.#accounts.delete(account);
    if (rules.length > 0) this.#accounts.set(account, rules);
    if (this.#count <= maxOfAll) return;
    for (const [oldest, lost] of this.#accounts) {
      this.#accounts.delete(oldest);
      this.#count -= lost.length;
      if (this.#count <= maxOfAll) return;
    }
  }

  /** By the place among the account's faults, so that a test finds the same chance whatever other accounts do. */
  #chanceOf(account: string, place: number): Chance {
    return new Chance(seedOf(`${this.#seed} ${account} fault ${place}`));
  }
}

/** For a request or an attempt without a fault. */
export const noFault: ChosenFault<never> = { fault: undefined, strike: () => undefined };
