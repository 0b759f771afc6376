import { ownProperties } from "@vinr/server/internal";
import {
  validateDispute,
  validateEvent,
  validatePayment,
  validateRefund,
  validateSettlement,
  validateSettlementTransaction,
  validateWebhookEndpoint,
} from "@vinr/validators/strict";
import { maxFailingRefunds } from "../domain/decide-refund.js";
import type { DueWork } from "../domain/decision.js";
import { sequenceOf } from "../domain/ids.js";
import { permissions as allPermissions } from "../domain/restricted-key.js";
import { type DatedEntry, isMovement, transactionOf } from "../domain/settle.js";
import { day, lastSnapshotTime, lastTimestamp } from "../domain/time.js";
import { isTimestamp } from "../generated/validators/timestamp.js";
import { readUrlToSendTo } from "../http-url.js";
import type { ObjectKind } from "../store/store.js";
import { isOwnSnapshot, type Snapshot, snapshotVersion } from "./snapshot.js";

type Json = { readonly [name: string]: unknown };

/** A snapshot that cannot be restored. */
export class DamagedSnapshotError extends TypeError {
  /** Such as `objects[0].object`. */
  readonly place: string;
  readonly problem: string;

  constructor(place: string, problem: string) {
    super(`The snapshot cannot be restored: ${place} ${problem}. Take a new one with snapshot().`);
    this.place = place;
    this.problem = problem;
  }
}

/** The greatest number of an id. Ids are made of 32 bits: a greater number would make one a second time. */
const maxIdNumber = 2 ** 32 - 1;

/** Leaves half of the ids for objects that are created later. */
const maxIdCount = 2 ** 31;

/** The longest text in an index, in characters: PostgreSQL rejects an index row of a few thousand bytes. */
const maxIndexed = 255;

/**
 * The most levels of nesting. No part of a snapshot is nearly this deep, and the stack of whatever reads it is finite.
 */
const maxDepth = 32;

/**
 * Reads a snapshot, and checks all that an account relies on: types, the objects by the specification, references, and that the
 * ledger balances. A snapshot that this process built itself has been right from the start.
 *
 * @throws {DamagedSnapshotError} that names the place.
 */
export function readSnapshot(value: unknown): Snapshot {
  if (isOwnSnapshot(value)) return value;
  try {
    checkDepth(value, maxDepth);
    checkSnapshot(readMembers(value, "the value"));
    // Each member has been checked.
    return value as Snapshot;
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
    throw new DamagedSnapshotError(error.place, error.problem);
  }
}

function checkSnapshot(snapshot: Json): void {
  if (snapshot.format !== "vinr-sandbox-snapshot") throw new Damage("format", 'must be "vinr-sandbox-snapshot"');
  if (snapshot.version !== snapshotVersion) {
    const problem = `is ${JSON.stringify(snapshot.version)}, and this program reads ${snapshotVersion}`;
    throw new Damage("version", problem);
  }
  const ids = readMembers(snapshot.ids, "ids");
  checkCount(snapshot.time, "time", lastSnapshotTime);
  checkCount(snapshot.failingRefunds, "failingRefunds", maxFailingRefunds);
  checkCount(ids.seed, "ids.seed", maxIdNumber);
  checkCount(ids.count, "ids.count", maxIdCount);
  const known: KnownObjects = new Map();
  checkEach(snapshot, "objects", (given) => checkObject(given, known));
  checkEach(snapshot, "objects", (given) => checkReferences(given, known));
  checkDisputes(known);
  checkMoney(known);
  checkNewIds(Number(ids.seed), Number(ids.count), known);
  checkEntries(snapshot, Number(snapshot.time));
  const works = new Set<string>();
  checkEach(snapshot, "due", (given) => checkDue(given, known, works));
  checkEach(snapshot, "responses", (given) => checkResponse(given, Number(snapshot.time)));
}

/**
 * A place in a snapshot, and what is wrong there. The check of a list adds the index: place names are built only for
 * damage.
 */
class Damage {
  readonly place: string;
  readonly problem: string;

  constructor(place: string, problem: string) {
    this.place = place;
    this.problem = problem;
  }
}

function checkEach(owner: Json, name: string, check: (item: Json) => void): void {
  const list = owner[name];
  if (!Array.isArray(list)) throw new Damage(name, "must be an array");
  for (const [index, item] of list.entries()) {
    try {
      check(readMembers(item, ""));
    } catch (error) {
      if (!(error instanceof Damage)) throw error;
      const place = error.place === "" ? `${name}[${index}]` : `${name}[${index}].${error.place}`;
      throw new Damage(place, error.problem);
    }
  }
}

type Check = (object: Json) => void;

/** The check of each kind of object. */
const objectChecks: Readonly<Record<ObjectKind, Check>> = {
  payment: bySpec(validatePayment),
  refund: bySpec(validateRefund),
  dispute: bySpec(validateDispute),
  webhook_endpoint(object) {
    bySpec(validateWebhookEndpoint)(object);
    // Part of the ids of its deliveries, whose length is limited too.
    checkId(object.id, "we", "object.id");
    if (readUrlToSendTo(String(object.url)) === undefined)
      throw new Damage("object.url", "must be a URL that events can be posted to");
    // The specification shows it only once, and every delivery is signed with it.
    checkText(object.secret, "object.secret");
  },
  settlement: bySpec(validateSettlement),
  settlement_transaction: bySpec(validateSettlementTransaction),
  event: bySpec(validateEvent),
  checkout(object) {
    const { capture } = object;
    checkNames(object, ["id", "capture"], "object");
    checkFlag(capture, "object.capture");
  },
  delivery(object) {
    checkNames(object, ["id", "event", "endpoint", "status", "attempts", "claim", "isPostponed"], "object");
    checkOneOf(object.status, ["failed", "pending", "stopped", "succeeded"], "object.status");
    // It consists of the ids of its event and its endpoint.
    checkId(object.id, "dlv", "object.id", 60);
    checkId(object.endpoint, "we", "object.endpoint");
    if (object.claim !== undefined) checkIndexed(object.claim, "object.claim");
    if (object.isPostponed !== undefined) checkFlag(object.isPostponed, "object.isPostponed");
    checkEach(object, "attempts", checkAttempt);
    if (JSON.stringify(object.attempts).length > maxAttempts)
      throw new Damage("object.attempts", `must have at most ${maxAttempts} characters as JSON`);
  },
  restricted_key(object) {
    const { id, secret, permissions, status, created_at } = object;
    checkNames(object, ["id", "secret", "permissions", "status", "created_at"], "object");
    checkId(id, "rkey", "object.id");
    checkIndexed(secret, "object.secret");
    checkTimestamp(created_at, "object.created_at");
    checkOneOf(status, ["active", "expired"], "object.status");
    if (!Array.isArray(permissions)) throw new Damage("object.permissions", "must be an array");
    if (permissions.length < 1 || permissions.length > 50) throw new Damage("object.permissions", "must be 1 to 50");
    for (const permission of permissions) checkOneOf(permission, allPermissions, "object.permissions");
  },
};

/**
 * The longest delivery, in characters: thousands of attempts. Listing, sending or replaying a delivery reads all of
 * them.
 */
const maxAttempts = 512 * 1024;

function checkAttempt(attempt: Json): void {
  const { at, status, error, isReplay } = attempt;
  checkNames(attempt, ["at", "status", "error", "isReplay"]);
  checkCount(at, "at", lastTimestamp);
  if (status !== undefined) checkStatus(status, 100, 999);
  if (error !== undefined && typeof error !== "string") throw new Damage("error", "must be a string");
  if (status === undefined && error === undefined) throw new Damage("", "must have a status or an error");
  if (isReplay !== undefined) checkFlag(isReplay, "isReplay");
}

/** The members of an object that name another one, which must exist. */
const references: Readonly<Partial<Record<ObjectKind, { readonly member: string; readonly kind: ObjectKind }>>> = {
  checkout: { member: "id", kind: "payment" },
  refund: { member: "payment", kind: "payment" },
  dispute: { member: "payment", kind: "payment" },
  delivery: { member: "event", kind: "event" },
};

/** All objects of a kind, by their ids. */
type KnownObjects = Map<ObjectKind, Map<unknown, Json>>;

/** Checks an object, and adds it to the known ones. */
function checkObject({ kind, object: value, parent }: Json, known: KnownObjects): void {
  const object = readMembers(value, "object");
  if (!isObjectKind(kind)) throw new Damage("kind", `must be ${Object.keys(objectChecks).join(", ")}`);
  if (parent !== undefined) checkIndexed(parent, "parent");
  checkIndexed(object.id, "object.id");
  objectChecks[kind](object);
  const others = known.get(kind) ?? new Map<unknown, Json>();
  known.set(kind, others);
  if (others.has(object.id)) throw new Damage("", `is ${kind} ${object.id} a second time`);
  others.set(object.id, object);
}

function checkReferences({ kind, object, parent }: Json, known: KnownObjects): void {
  const { [kind as ObjectKind]: reference } = references;
  const members = readMembers(object, "object");
  if (reference !== undefined) checkReference(members[reference.member], reference.kind, known, "object");
  if (kind === "payment") checkReference(members.id, "checkout", known, "object");
  if (kind === "refund" || kind === "dispute")
    checkPart(members, parent, readMembers(known.get("payment")?.get(members.payment), ""));
}

/**
 * Checks a refund or a dispute: the rules for a payment's money read what is listed below it, and start with its
 * capture.
 */
function checkPart({ payment: id, currency }: Json, parent: unknown, payment: Json): void {
  if (parent !== id) throw new Damage("parent", `must be ${id}, as object.payment is`);
  if (payment.status !== "completed") throw new Damage("object.payment", `must have been captured, and ${id} was not`);
  if (payment.currency !== currency)
    throw new Damage("object.currency", `must be ${payment.currency}, as that of ${id} is`);
}

/** Checks that no more was captured than the amount of the payment, and no more refunded or held than was captured. */
function checkMoney(known: KnownObjects): void {
  const [refunded, disputed] = [new Map<unknown, number>(), new Map<unknown, number>()];
  for (const refund of known.get("refund")?.values() ?? []) {
    if (refund.status === "pending" || refund.status === "succeeded") addAmount(refunded, refund);
  }
  for (const dispute of known.get("dispute")?.values() ?? [])
    if (dispute.status !== "won") addAmount(disputed, dispute);
  for (const [id, payment] of known.get("payment") ?? [])
    checkAmounts(payment, refunded.get(id) ?? 0, disputed.get(id) ?? 0);
}

function checkAmounts(payment: Json, refunded: number, disputed: number): void {
  const { id, status, amount, amountCapturable = 0, amountCaptured = 0, amountRefunded = 0 } = ownProperties(payment);
  // A later capture replaces the amount, and might be less than was disputed before.
  if (status !== "completed" && amountCaptured !== 0)
    throw new Damage("objects", `must have nothing captured of ${id}, which is ${status}`);
  if (Math.max(Number(amountCapturable), Number(amountCaptured)) > Number(amount))
    throw new Damage("objects", `must have no more captured of ${id} than its amount`);
  // A pending refund may fail, and then its amount no longer counts as refunded.
  if (Number(amountRefunded) < refunded)
    throw new Damage("objects", `must have at least the refunds of ${id} in its amountRefunded`);
  if (Number(amountRefunded) + disputed > Number(amountCaptured))
    throw new Damage("objects", `must have no more refunded and disputed of ${id} than was captured`);
}

function addAmount(sums: Map<unknown, number>, { payment, amount }: Json): void {
  sums.set(payment, (sums.get(payment) ?? 0) + Number(amount));
}

/** The most disputes of one payment, far more than one ever has: each request about its money reads all of them. */
const maxDisputes = 1_000;

function checkDisputes(known: KnownObjects): void {
  const counts = new Map<unknown, number>();
  for (const { payment } of known.get("dispute")?.values() ?? []) {
    const count = (counts.get(payment) ?? 0) + 1;
    if (count > maxDisputes) throw new Damage("objects", `must have at most ${maxDisputes} disputes of ${payment}`);
    counts.set(payment, count);
  }
}

/** More ids than any account ever makes. */
const manyIds = 10_000_000;

/** Checks that no id that is made next belongs to an object: a paid payment would wait for its customer again. */
function checkNewIds(seed: number, count: number, known: KnownObjects): void {
  for (const [kind, objects] of known) {
    for (const id of objects.keys()) {
      const sequence = sequenceOf(String(id), seed);
      if (sequence === undefined || sequence < count || sequence - count > manyIds) continue;
      throw new Damage(
        "ids.count",
        `must be greater than ${sequence}, or the ${kind} ${id} would be made a second time`,
      );
    }
  }
}

function checkReference(id: unknown, kind: ObjectKind, known: KnownObjects, place: string): void {
  if (known.get(kind)?.has(id)) return;
  checkText(id, place);
  throw new Damage(place, `needs the ${kind} ${id}, which is not in the snapshot`);
}

/** The largest figure of a settlement: the amounts of entries become such figures. */
const maxAmount = 999_999_999_999;

/** The most postings of an entry, more than any has: a page that shows an entry names the amount of each. */
const maxPostings = 10;

/** The entries of a period are found by their order in time, in which a clock makes them. */
function checkEntries(snapshot: Json, time: number): void {
  let last = 0;
  checkEach(snapshot, "entries", (dated) => {
    checkEntry(dated);
    const at = Number(dated.at);
    if (at < last || at > time) throw new Damage("at", "must be in the order of time, and not after the snapshot");
    last = at;
  });
}

function checkEntry(dated: Json): void {
  checkCount(dated.at, "at", lastTimestamp);
  const entry = readMembers(dated.entry, "entry");
  checkNames(dated, ["at", "entry"]);
  checkNames(entry, ["type", "source", "currency", "postings"], "entry");
  checkOneOf(entry.type, ["dispute", "payment", "payout", "refund"], "entry.type");
  checkIndexed(entry.source, "entry.source");
  checkText(entry.currency, "entry.currency");
  if (!/^[A-Z]{3}$/.test(entry.currency)) throw new Damage("entry.currency", "must be three upper-case letters");
  if (!Array.isArray(entry.postings)) throw new Damage("entry.postings", "must be an array");
  if (entry.postings.length > maxPostings) throw new Damage("entry.postings", `must be at most ${maxPostings}`);
  let sum = 0;
  for (const posting of entry.postings) {
    const members = readMembers(posting, "entry.postings");
    const { account, amount } = members;
    checkNames(members, ["account", "amount"], "entry.postings");
    checkOneOf(account, ["bank", "card_network", "disputed", "fees", "merchant"], "entry.postings");
    if (!Number.isSafeInteger(amount)) throw new Damage("entry.postings", "must have integers as amounts");
    if (Math.abs(Number(amount)) > maxAmount)
      throw new Damage("entry.postings", `must have amounts up to ${maxAmount}`);
    sum += Number(amount);
  }
  if (sum !== 0) throw new Damage("entry.postings", "must add up to zero");
  checkLine(dated as unknown as DatedEntry);
}

/** Checks the line of a settlement that an entry becomes. */
function checkLine(dated: DatedEntry): void {
  if (!isMovement(dated)) return;
  const line = transactionOf(dated, { newId: (prefix) => `${prefix}_1` });
  const result = validateSettlementTransaction(line);
  if (!result.ok) throw new Damage("entry", `is not a line of a settlement: ${result.issues[0]?.message}`);
  if (line.fee > 0) throw new Damage("entry.postings", "must have fees that VINR gets");
}

/**
 * The object that work of a kind is about, and the states in which the work is possible. Work that cannot be carried
 * out would be tried forever, and nothing else in its account would happen. A run of settlements is about no object.
 */
const subjects: Readonly<Record<DueWork["kind"], { kind: ObjectKind; states: readonly string[] } | undefined>> = {
  authorization_expiry: { kind: "payment", states: ["authorized"] },
  checkout_expiry: { kind: "payment", states: ["pending", "requires_authentication"] },
  delivery: { kind: "delivery", states: ["pending"] },
  payout: { kind: "settlement", states: ["pending"] },
  refund: { kind: "refund", states: ["pending"] },
  settlement: undefined,
};

const dueKinds = Object.keys(subjects);

/** Checks work, and adds it to what is due. Each piece is due once: a period could otherwise be settled endlessly. */
function checkDue(work: Json, known: KnownObjects, works: Set<string>): void {
  const { kind, subject, at } = work;
  checkNames(work, ["kind", "subject", "at"]);
  checkCount(at, "at", lastTimestamp);
  checkText(subject, "subject");
  checkOneOf(kind, dueKinds, "kind");
  const about = subjects[kind as DueWork["kind"]];
  if (about === undefined) {
    const isMidnight = subject === String(at) && Number(at) % day === 0;
    if (!isMidnight) throw new Damage("subject", "must be the midnight at which a period ends, as at is");
  } else {
    checkReference(subject, about.kind, known, "");
    const status = String(known.get(about.kind)?.get(subject)?.status);
    if (!about.states.includes(status)) throw new Damage("", `is impossible: ${subject} is ${status}`);
  }
  const name = `${kind} ${subject}`;
  if (works.has(name)) throw new Damage("", `is ${name} a second time`);
  works.add(name);
}

/**
 * The longest remembered response, in characters, far longer than any real one. Whoever repeats the request is sent all
 * of it.
 */
const maxResponse = 1024 * 1024;

function checkResponse(response: Json, time: number): void {
  checkNames(response, ["operationId", "key", "fingerprint", "status", "body", "expiresAt"]);
  for (const name of ["operationId", "key", "fingerprint"]) checkIndexed(response[name], name);
  checkText(response.body, "body");
  if (String(response.body).length > maxResponse)
    throw new Damage("body", `must have at most ${maxResponse} characters`);
  // A response that is remembered longer than any other would keep those after it, too.
  checkCount(response.expiresAt, "expiresAt", time + day);
  checkStatus(response.status, 200, 599);
}

function checkStatus(status: unknown, minimum: number, maximum: number): void {
  checkCount(status, "status", maximum);
  if (Number(status) < minimum) throw new Damage("status", `must be an HTTP status from ${minimum} to ${maximum}`);
}

function bySpec(
  validate: (
    value: unknown,
  ) => { readonly ok: true } | { readonly ok: false; readonly issues: readonly { readonly message: string }[] },
): Check {
  return (object) => {
    const result = validate(object);
    if (!result.ok) throw new Damage("object", `does not match the specification: ${result.issues[0]?.message}`);
    for (const name of timestamps) if (object[name] !== undefined) checkTimestamp(object[name], `object.${name}`);
  };
}

/** The timestamps of objects, all of which are shown or used in computations. */
const timestamps = ["created_at", "periodEnd", "periodStart"] as const;

/** RFC 3339 allows leap seconds, which JavaScript dates cannot represent. */
function checkTimestamp(value: unknown, place: string): void {
  if (!isTimestamp(value) || Number.isNaN(Date.parse(value)))
    throw new Damage(place, "must be a moment that a clock shows");
}

function isObjectKind(kind: unknown): kind is ObjectKind {
  return typeof kind === "string" && Object.hasOwn(objectChecks, kind);
}

/**
 * Checks that nothing is present that the format does not have. It would be kept, and take far more memory than the
 * bytes that are counted: twenty times as much for empty objects.
 */
function checkNames(members: Json, names: readonly string[], place = ""): void {
  for (const name in members) {
    if (!names.includes(name) && Object.hasOwn(members, name))
      throw new Damage(place, `must have no properties but ${names.join(", ")}`);
  }
}

/** No other check sees properties that the format does not have. */
function checkDepth(value: unknown, left: number): void {
  if (typeof value !== "object" || value === null) return;
  if (left === 0) throw new Damage("the value", `must not be nested more than ${maxDepth} levels deep`);
  if (Array.isArray(value)) {
    // By index: for an array with millions of items, `in` would create as many names.
    for (const item of value) checkDepth(item, left - 1);
    return;
  }
  // Without a list of the members: this visits everything in the snapshot.
  for (const name in value) checkDepth((value as Json)[name], left - 1);
}

function readMembers(value: unknown, place: string): Json {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  throw new Damage(place, "must be an object");
}

/** Checks that the value is an integer from 0 to the maximum. */
function checkCount(value: unknown, place: string, maximum = Number.MAX_SAFE_INTEGER): void {
  if (Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= maximum) return;
  throw new Damage(place, `must be an integer from 0 to ${maximum}`);
}

/**
 * Checks that the value is a string that every store keeps as it is: PostgreSQL rejects U+0000, and UTF-8 has no
 * unpaired surrogates.
 */
function checkText(value: unknown, place: string): asserts value is string {
  if (typeof value !== "string") throw new Damage(place, "must be a string");
  if (/[\0\p{Cs}]/u.test(value)) throw new Damage(place, "must have neither U+0000 nor half of a surrogate pair");
}

/** Checks that the value is a text that stores look things up by. */
function checkIndexed(value: unknown, place: string): asserts value is string {
  checkText(value, place);
  if (value.length > maxIndexed) throw new Damage(place, `must have at most ${maxIndexed} characters`);
}

/** Checks that the value is an id, such as `dlv_1` for `dlv`. */
function checkId(value: unknown, prefix: string, place: string, longest = 50): void {
  checkText(value, place);
  const isId = value.startsWith(`${prefix}_`) && /^[a-z]+_[A-Za-z0-9]+$/.test(value);
  if (isId && value.length <= prefix.length + 1 + longest) return;
  throw new Damage(place, `must be ${prefix}_ followed by at most ${longest} letters and digits`);
}

function checkFlag(value: unknown, place: string): void {
  if (typeof value !== "boolean") throw new Damage(place, "must be true or false");
}

function checkOneOf(value: unknown, allowed: readonly string[], place: string): void {
  if (!allowed.some((one) => one === value)) throw new Damage(place, `must be ${allowed.join(", ")}`);
}
