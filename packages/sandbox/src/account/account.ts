import type { Event, IdempotentRequest, RecordedResponse, WebhookEndpoint } from "@vinr/server";
import { ownProperties } from "@vinr/server/internal";
import { planDeliveries } from "../domain/decide-delivery.js";
import { expirePayment } from "../domain/decide-payment.js";
import { finishRefund, maxFailingRefunds } from "../domain/decide-refund.js";
import type { Change, Decision, DecisionContext, DueWork, IdPrefix } from "../domain/decision.js";
import { idOf } from "../domain/ids.js";
import { endOfPeriod, payOut, settlePeriod } from "../domain/settle.js";
import { day, hour, type Moment } from "../domain/time.js";
import { buildSnapshot, type Snapshot } from "../snapshot/snapshot.js";
import type { AccountState, ObjectKind, Objects, Records, StoredObject } from "../store/store.js";
import { addedBy, bytesOfNothing, isMakingRoom, measure, measureSnapshot, type Quotas, throwAbove } from "./quotas.js";

/** How long idempotency keys are remembered. */
const keyLifetime = day;

/** The parts of the world that differ between accounts. */
interface AccountWorld {
  /** Finds the seed of the ids of an account to which nothing has happened. */
  readonly findNewIdSeed: () => number;
  readonly checkoutUrlOf: (payment: string) => string;
  readonly forward: WebhookEndpoint | undefined;
  readonly quotas: Partial<Quotas> | undefined;
  readonly randomText: ((length: number) => string) | undefined;
  readonly breathe: (() => Promise<void>) | undefined;
  readonly afterCommit: (() => void)[];
}

/** After this many pieces of due work, other tasks get a turn. */
const workAtOnce = 100;
/** After this many, a transaction ends. */
export const workInTransaction = 1_000;

/** One account in a transaction: its records, its time, and all that decisions change in it. */
export class Account {
  readonly records: Records;
  /** The hosted page of a payment of this account. */
  readonly checkoutUrlOf: (payment: string) => string;
  /**
   * Called once the transaction is committed, or may have been: outside of the store, nothing is undone if the commit
   * fails.
   */
  readonly afterCommit: (() => void)[];
  readonly #publicId: string | null;
  readonly #findNewIdSeed: () => number;
  readonly #forward: WebhookEndpoint | undefined;
  readonly #quotas: Partial<Quotas> | undefined;
  readonly #randomText: ((length: number) => string) | undefined;
  readonly #breathe: (() => Promise<void>) | undefined;
  readonly #clockOffset: number;
  /** Whether anything was written before. */
  readonly #isKept: boolean;
  #idSeed: number;
  #idCount: number;
  #failingRefunds: number;
  #forgetsAt: Moment | null;
  #bytes: number;
  #replacements: number;
  #now: Moment;
  #hasChanged = false;
  #carriedOut = 0;

  constructor(
    records: Records,
    { clockOffset, time, idCount, idSeed, failingRefunds, forgetsAt, publicId, bytes, replacements }: AccountState,
    { findNewIdSeed, checkoutUrlOf, forward, quotas, randomText, breathe, afterCommit }: AccountWorld,
  ) {
    this.checkoutUrlOf = checkoutUrlOf;
    this.#quotas = quotas;
    this.#randomText = randomText;
    this.#breathe = breathe;
    this.afterCommit = afterCommit;
    this.#bytes = bytes;
    this.#replacements = replacements;
    this.#publicId = publicId;
    this.#findNewIdSeed = findNewIdSeed;
    this.#forward = forward;
    this.#clockOffset = clockOffset;
    this.#isKept = idSeed !== null;
    this.records = records;
    this.#idSeed = idSeed ?? findNewIdSeed();
    this.#idCount = idCount;
    this.#failingRefunds = failingRefunds;
    this.#forgetsAt = forgetsAt;
    this.#now = time;
  }

  get now(): Moment {
    return this.#now;
  }

  /** How far the clock was ahead of the wall clock when the transaction began, in milliseconds. */
  get clockOffset(): number {
    return this.#clockOffset;
  }

  /**
   * The time, to be shown. It is stored, so that no time shown later is earlier, whatever the wall clock does. Reading the
   * clock of an account to which nothing has happened does not create it.
   */
  showTime(): Moment {
    this.#hasChanged ||= this.#isKept;
    return this.#now;
  }

  /**
   * How often everything in the account was replaced, by a reset or a restoration. Code that continues what an earlier
   * transaction began checks it to find out whether that is still there.
   */
  get replacements(): number {
    return this.#replacements;
  }

  /** Whether anything was written, or counted. */
  get hasChanged(): boolean {
    return this.#hasChanged;
  }

  /** Whether its quota of written bytes is used up. */
  get isFull(): boolean {
    return this.#quotas?.bytes !== undefined && this.#bytes >= this.#quotas.bytes;
  }

  /** The time and the ids that decisions take. */
  get context(): DecisionContext {
    const randomText = this.#randomText;
    const newId = (prefix: IdPrefix): string => {
      if (prefix === "whsec" && randomText) return `whsec_${randomText(48)}`;
      const id = idOf(prefix, this.#idSeed, this.#idCount++);
      // Ids of one account are neighbours, and whoever has one checkout link must not find the other payments by it.
      return prefix === "pay" && randomText ? `${id}${randomText(16)}` : id;
    };
    return { now: this.#now, newId };
  }

  /** Whether so much due work was carried out that the rest needs another transaction. */
  get hasDoneMuch(): boolean {
    return this.#carriedOut >= workInTransaction;
  }

  /**
   * Moves the clock, and carries out what falls due, in order and each at its own moment. If `most` is
   * reached, the clock stops at what was carried out last.
   */
  async advanceTo(moment: Moment, most = Number.POSITIVE_INFINITY): Promise<void> {
    while (this.#carriedOut < most) {
      const work = await this.records.nextDue(moment, "decision");
      if (work === undefined) return this.#reach(moment);
      this.#now = Math.max(this.#now, work.at);
      this.#hasChanged = true;
      await this.records.removeDue(work);
      await this.#carryOut(work);
      await this.countWork();
    }
  }

  /** Counts due work that was carried out, and gives other tasks a turn now and then. */
  async countWork(): Promise<void> {
    this.#carriedOut += 1;
    if (this.#carriedOut % workAtOnce === 0) await this.#breathe?.();
  }

  /** Moves the clock, and leaves what falls due to whoever replaces it. */
  skipTo(moment: Moment): void {
    this.#now = Math.max(this.#now, moment);
  }

  async #reach(moment: Moment): Promise<void> {
    this.#now = Math.max(this.#now, moment);
    if (this.#forgetsAt !== null && this.#forgetsAt <= this.#now) await this.#forgetResponses();
  }

  /** Remembers the response to a request, for its idempotency key. */
  async remember(request: IdempotentRequest, response: RecordedResponse): Promise<void> {
    const expiresAt = this.#now + keyLifetime;
    await this.records.saveResponse(request, response, expiresAt);
    this.#forgetsAt ??= expiresAt;
    // The key and its fingerprint are kept too, and may be longer than the response.
    this.#countBytes({ ...request, ...response, expiresAt });
    this.#hasChanged = true;
  }

  /** @throws {ApiError} if the account is full, and an operation could add to it. */
  async throwIfFull(operationId: string): Promise<void> {
    if (this.#quotas === undefined || isMakingRoom(operationId)) return;
    const { bytes, payments, webhookEndpoints } = this.#quotas;
    throwAbove(bytes, this.#bytes + 1, "bytes");
    if (operationId === "createPayment") throwAbove(payments, (await this.#count("payment")) + 1, "payments");
    if (operationId === "createWebhookEndpoint") {
      throwAbove(webhookEndpoints, (await this.#count("webhook_endpoint")) + 1, "webhook endpoints");
    }
  }

  /** Makes one more of the next refunds to finish fail, up to a limit. Returns how many will. */
  failNextRefund(): number {
    this.#failingRefunds = Math.min(this.#failingRefunds + 1, maxFailingRefunds);
    this.#hasChanged = true;
    return this.#failingRefunds;
  }

  /** Keeps the clock and the counts. */
  async save(clockOffset: number): Promise<void> {
    await this.records.writeAccount({
      clockOffset,
      time: this.#now,
      idCount: this.#idCount,
      failingRefunds: this.#failingRefunds,
      idSeed: this.#idSeed,
      forgetsAt: this.#forgetsAt,
      publicId: this.#publicId,
      bytes: this.#bytes,
      replacements: this.#replacements,
    });
  }

  /** Everything in the account, as it is now. */
  async takeSnapshot(): Promise<Snapshot> {
    const contents = await this.records.readContents();
    const ids = { seed: this.#idSeed, count: this.#idCount };
    return buildSnapshot({ time: this.#now, ids, failingRefunds: this.#failingRefunds }, contents);
  }

  /** Replaces everything with a snapshot. The clock continues from its moment, before or after the present one. */
  async restore(snapshot: Snapshot): Promise<void> {
    const { time, ids, failingRefunds, ...contents } = snapshot;
    if (this.#quotas !== undefined) this.#bytes = measureSnapshot(snapshot, this.#quotas);
    await this.records.replaceContents({ ...contents, objects: contents.objects.map((one) => this.#rehost(one)) });
    this.#now = time;
    this.#idSeed = ids.seed;
    this.#idCount = ids.count;
    this.#failingRefunds = failingRefunds;
    this.#forgetsAt = contents.responses.length === 0 ? null : time;
    this.#replacements += 1;
    this.#hasChanged = true;
  }

  /** Leaves an account to which nothing has happened: its clock is the wall clock, and its ids start over. */
  async reset(): Promise<void> {
    await this.records.replaceContents({ objects: [], entries: [], due: [], responses: [] });
    this.#now -= this.#clockOffset;
    this.#idSeed = this.#findNewIdSeed();
    this.#idCount = 0;
    this.#failingRefunds = 0;
    this.#forgetsAt = null;
    this.#bytes = 0;
    this.#replacements += 1;
    this.#hasChanged = true;
  }

  /** Carries out all changes of a decision, and returns its result. */
  async apply<Result>({ result, changes }: Decision<Result>): Promise<Result> {
    this.#hasChanged ||= changes.length > 0;
    for (const change of changes) await this.#applyChange(change);
    return result;
  }

  /** An object that something else refers to. */
  async read<Kind extends ObjectKind>(kind: Kind, id: string): Promise<Objects[Kind]> {
    const found = await this.records.find(kind, id);
    if (found === undefined) throw new Error(`There is no ${kind} ${id}.`);
    return found;
  }

  /** A webhook endpoint, including the one that the API does not show. Undefined for a deleted one. */
  async findEndpoint(id: string): Promise<WebhookEndpoint | undefined> {
    return id === this.#forward?.id ? this.#forward : this.records.find("webhook_endpoint", id);
  }

  /** Every object of a kind, or of one parent, oldest first. */
  async readAll<Kind extends ObjectKind>(kind: Kind, parent?: string): Promise<readonly Objects[Kind][]> {
    const page = ownProperties({ limit: Number.POSITIVE_INFINITY });
    const { data = [] } = (await this.records.list(kind, page, parent)) ?? {};
    return [...data].reverse();
  }

  /** A payment of a snapshot, which may be another account's, has its hosted page here from now on. */
  #rehost(stored: StoredObject): StoredObject {
    if (stored.kind !== "payment" || !Object.hasOwn(stored.object, "checkoutUrl")) return stored;
    const checkoutUrl = this.checkoutUrlOf(stored.object.id);
    return checkoutUrl === stored.object.checkoutUrl
      ? stored
      : { ...stored, object: { ...stored.object, checkoutUrl } };
  }

  async #carryOut({ kind, subject, at }: DueWork): Promise<void> {
    if (kind === "checkout_expiry" || kind === "authorization_expiry") {
      await this.apply(expirePayment(await this.read("payment", subject), this.context));
    } else if (kind === "refund") {
      const refund = await this.read("refund", subject);
      const payment = await this.read("payment", refund.payment);
      const hasFailed = this.#failingRefunds > 0;
      if (hasFailed) this.#failingRefunds -= 1;
      await this.apply(finishRefund(refund, payment, hasFailed, this.context));
    } else if (kind === "delivery") {
      throw new Error("A delivery is not carried out in a transaction.");
    } else if (kind === "payout") {
      await this.apply(payOut(await this.read("settlement", subject), this.context));
    } else {
      const period = { start: at - day, end: at };
      const entries = await this.records.entriesBetween(period.start, period.end);
      await this.apply({ result: undefined, changes: settlePeriod(entries, period, this.context) });
    }
  }

  async #count(kind: ObjectKind): Promise<number> {
    return (await this.records.list(kind, ownProperties({ limit: 1 })))?.total ?? 0;
  }

  async #applyChange(change: Change): Promise<void> {
    switch (change.kind) {
      case "payment":
      case "checkout":
      case "restricted_key":
      case "webhook_endpoint":
        return this.#put(change.kind, change.object);
      case "dispute":
      case "refund":
        return this.#put(change.kind, change.object, change.object.payment);
      case "webhook_endpoint_deleted":
        return this.records.remove("webhook_endpoint", change.id);
      case "settlement":
        await this.#put("settlement", change.object);
        for (const one of change.transactions) await this.#put("settlement_transaction", one, change.object.id);
        return;
      case "event":
        await this.#put("event", change.event, subjectOf(change.event));
        return this.#planDeliveries(change.event);
      case "delivery":
        return this.#put("delivery", change.object, change.object.event);
      case "entry":
        this.#countBytes({ entry: change.entry, at: this.#now });
        await this.records.appendEntry({ entry: change.entry, at: this.#now });
        return this.#scheduleSettlement();
      case "due":
        return this.#addDue(change.work);
      case "done":
        return this.records.removeDue(change.work);
    }
  }

  async #put<Kind extends ObjectKind>(kind: Kind, object: Objects[Kind], parent?: string): Promise<void> {
    this.#countBytes({ kind, object: addedBy(object), parent });
    await this.records.put(kind, object, parent);
  }

  async #addDue(work: DueWork): Promise<void> {
    this.#countBytes(work);
    await this.records.addDue(work);
  }

  /** Counts what is written as a snapshot has it, so that whoever is within the quota can restore theirs. */
  #countBytes(written: object): void {
    // Only for quotas: it takes about as long as the change itself.
    if (this.#quotas === undefined) return;
    if (this.#bytes === 0) this.#bytes = bytesOfNothing;
    this.#bytes += measure(written);
  }

  /** Deletes some of the responses that have expired. Those that will expire soon wait for each other. */
  async #forgetResponses(): Promise<void> {
    const next = await this.records.forgetResponses(this.#now);
    if (next === undefined) this.#forgetsAt = null;
    else this.#forgetsAt = next <= this.#now ? next : Math.max(next, this.#now + hour);
    this.#hasChanged = true;
  }

  async #planDeliveries(event: Event): Promise<void> {
    // Few requests add to a full account, but work that falls due in it does, once for each endpoint.
    if (this.isFull) return;
    const registered = await this.readAll("webhook_endpoint");
    const endpoints = this.#forward === undefined ? registered : [...registered, this.#forward];
    await this.apply({ result: undefined, changes: planDeliveries(event, endpoints, this.context) });
  }

  /** A period is settled at its end, if anything moved in it. */
  async #scheduleSettlement(): Promise<void> {
    const end = endOfPeriod(this.#now);
    await this.#addDue({ kind: "settlement", subject: String(end), at: end });
  }
}

/** The object whose life an event is a part of: refunds and disputes belong to their payment. */
function subjectOf({ data: { object } }: Event): string {
  return "payment" in object && Object.hasOwn(object, "payment") ? object.payment : object.id;
}
