import {
  validateDispute,
  validateEvent,
  validatePayment,
  validateRefund,
  validateSettlement,
  validateSettlementTransaction,
  validateWebhookEndpoint,
} from "@vinr/validators/strict";
import type { DueWork } from "../domain/decision.js";
import type { ObjectKind } from "../store/store.js";
import { type Snapshot, snapshotVersion } from "./snapshot.js";

type Json = { readonly [name: string]: unknown };

/**
 * Reads a snapshot, and checks all that an account relies on: types, the objects by the specification, references, and that the
 * ledger balances.
 *
 * @throws {TypeError} that names the place.
 */
export function readSnapshot(value: unknown): Snapshot {
  const snapshot = readMembers(value, "the value");
  if (snapshot.format !== "vinr-sandbox-snapshot") throw reject("format", 'must be "vinr-sandbox-snapshot"');
  if (snapshot.version !== snapshotVersion) {
    throw reject("version", `is ${JSON.stringify(snapshot.version)}, and this program reads ${snapshotVersion}`);
  }
  const ids = readMembers(snapshot.ids, "ids");
  checkCount(snapshot.time, "time");
  checkCount(snapshot.failingRefunds, "failingRefunds");
  checkCount(ids.seed, "ids.seed");
  checkCount(ids.count, "ids.count");
  const known = checkObjects(readList(snapshot, "objects"));
  for (const [index, entry] of readList(snapshot, "entries").entries()) checkEntry(entry, `entries[${index}]`);
  for (const [index, work] of readList(snapshot, "due").entries()) checkDue(work, `due[${index}]`, known);
  for (const [index, one] of readList(snapshot, "responses").entries()) checkResponse(one, `responses[${index}]`);
  // Each member has been checked.
  return value as Snapshot;
}

type Check = (object: Json, place: string) => void;

/** The check of each kind of object. */
const objectChecks: Readonly<Record<ObjectKind, Check>> = {
  payment: bySpec(validatePayment),
  refund: bySpec(validateRefund),
  dispute: bySpec(validateDispute),
  webhook_endpoint: bySpec(validateWebhookEndpoint),
  settlement: bySpec(validateSettlement),
  settlement_transaction: bySpec(validateSettlementTransaction),
  event: bySpec(validateEvent),
  checkout({ capture }, place) {
    if (typeof capture !== "boolean") throw reject(`${place}.capture`, "must be true or false");
  },
  delivery({ status, attempts, endpoint }, place) {
    checkOneOf(status, ["failed", "pending", "stopped", "succeeded"], `${place}.status`);
    checkText(endpoint, `${place}.endpoint`);
    if (!Array.isArray(attempts)) throw reject(`${place}.attempts`, "must be an array");
    for (const [index, attempt] of attempts.entries()) {
      checkCount(readMembers(attempt, `${place}.attempts[${index}]`).at, `${place}.attempts[${index}].at`);
    }
  },
  restricted_key({ secret, permissions, status }, place) {
    checkText(secret, `${place}.secret`);
    checkOneOf(status, ["active", "expired"], `${place}.status`);
    if (!Array.isArray(permissions)) throw reject(`${place}.permissions`, "must be an array");
  },
};

/** The members of an object that name another one, which must be there. */
const references: Readonly<Partial<Record<ObjectKind, { readonly member: string; readonly kind: ObjectKind }>>> = {
  checkout: { member: "id", kind: "payment" },
  refund: { member: "payment", kind: "payment" },
  dispute: { member: "payment", kind: "payment" },
  delivery: { member: "event", kind: "event" },
};

/** Returns the kinds and ids of all objects. */
function checkObjects(objects: readonly unknown[]): ReadonlySet<string> {
  const known = new Set<string>();
  const read = objects.map((given, index) => {
    const place = `objects[${index}]`;
    const { kind, object: value, parent } = readMembers(given, place);
    const object = readMembers(value, `${place}.object`);
    if (!isObjectKind(kind)) throw reject(`${place}.kind`, `must be ${Object.keys(objectChecks).join(", ")}`);
    if (parent !== undefined) checkText(parent, `${place}.parent`);
    checkText(object.id, `${place}.object.id`);
    objectChecks[kind](object, `${place}.object`);
    const name = `${kind} ${object.id}`;
    if (known.has(name)) throw reject(place, `is ${name} a second time`);
    known.add(name);
    return { kind, object, place };
  });
  for (const { kind, object, place } of read) {
    const reference = references[kind];
    if (reference !== undefined) checkReference(object[reference.member], reference.kind, known, `${place}.object`);
    if (kind === "payment") checkReference(object.id, "checkout", known, `${place}.object`);
  }
  return known;
}

function checkReference(id: unknown, kind: ObjectKind, known: ReadonlySet<string>, place: string): void {
  if (!known.has(`${kind} ${id}`)) throw reject(place, `needs the ${kind} ${id}, which is not in the snapshot`);
}

function checkEntry(given: unknown, place: string): void {
  const { entry, at } = readMembers(given, place);
  checkCount(at, `${place}.at`);
  const { type, source, currency, postings } = readMembers(entry, `${place}.entry`);
  checkOneOf(type, ["dispute", "payment", "payout", "refund"], `${place}.entry.type`);
  checkText(source, `${place}.entry.source`);
  checkText(currency, `${place}.entry.currency`);
  if (!Array.isArray(postings)) throw reject(`${place}.entry.postings`, "must be an array");
  let sum = 0;
  for (const posting of postings) {
    const { account, amount } = readMembers(posting, `${place}.entry.postings`);
    checkOneOf(account, ["bank", "card_network", "disputed", "fees", "merchant"], `${place}.entry.postings`);
    if (!Number.isSafeInteger(amount)) throw reject(`${place}.entry.postings`, "must have integers as amounts");
    sum += Number(amount);
  }
  if (sum !== 0) throw reject(`${place}.entry.postings`, "must add up to zero");
}

/** The object that work of a kind is about; a run of settlements is about none. */
const subjects: Readonly<Record<DueWork["kind"], ObjectKind | undefined>> = {
  authorization_expiry: "payment",
  checkout_expiry: "payment",
  delivery: "delivery",
  payout: "settlement",
  refund: "refund",
  settlement: undefined,
};

function checkDue(given: unknown, place: string, known: ReadonlySet<string>): void {
  const { kind, subject, at } = readMembers(given, place);
  checkCount(at, `${place}.at`);
  checkText(subject, `${place}.subject`);
  checkOneOf(kind, Object.keys(subjects), `${place}.kind`);
  const about = subjects[kind as DueWork["kind"]];
  if (about !== undefined) checkReference(subject, about, known, place);
}

function checkResponse(given: unknown, place: string): void {
  const response = readMembers(given, place);
  for (const name of ["operationId", "key", "fingerprint", "body"]) checkText(response[name], `${place}.${name}`);
  for (const name of ["status", "expiresAt"]) checkCount(response[name], `${place}.${name}`);
}

function bySpec(
  validate: (
    value: unknown,
  ) => { readonly ok: true } | { readonly ok: false; readonly issues: readonly { readonly message: string }[] },
): Check {
  return (object, place) => {
    const result = validate(object);
    if (!result.ok) throw reject(place, `is not as the specification has it: ${result.issues[0]?.message}`);
  };
}

function isObjectKind(kind: unknown): kind is ObjectKind {
  return typeof kind === "string" && Object.hasOwn(objectChecks, kind);
}

function readMembers(value: unknown, place: string): Json {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  throw reject(place, "must be an object");
}

function readList(snapshot: Json, name: string): readonly unknown[] {
  const list = snapshot[name];
  if (Array.isArray(list)) return list;
  throw reject(name, "must be an array");
}

/** @throws {TypeError} unless the value is an integer of at least 0. */
function checkCount(value: unknown, place: string): void {
  if (!Number.isSafeInteger(value) || Number(value) < 0) throw reject(place, "must be an integer of at least 0");
}

function checkText(value: unknown, place: string): void {
  if (typeof value !== "string") throw reject(place, "must be a string");
}

function checkOneOf(value: unknown, allowed: readonly string[], place: string): void {
  if (!allowed.some((one) => one === value)) throw reject(place, `must be ${allowed.join(", ")}`);
}

function reject(place: string, problem: string): TypeError {
  return new TypeError(`The snapshot cannot be restored: ${place} ${problem}. Take a new one with snapshot().`);
}
