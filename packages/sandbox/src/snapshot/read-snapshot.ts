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
import { lastClockTime, lastTimestamp } from "../domain/time.js";
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

/** Ids are made of 32 bits: a greater number would make one a second time. */
const maxIdNumber = 2 ** 32 - 1;

/** No part of a snapshot is nested nearly so deeply, and the stack of whatever reads it is finite. */
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
    if (!(error instanceof Fault)) throw error;
    throw new DamagedSnapshotError(error.place, error.problem);
  }
}

function checkSnapshot(snapshot: Json): void {
  if (snapshot.format !== "vinr-sandbox-snapshot") throw new Fault("format", 'must be "vinr-sandbox-snapshot"');
  if (snapshot.version !== snapshotVersion) {
    const problem = `is ${JSON.stringify(snapshot.version)}, and this program reads ${snapshotVersion}`;
    throw new Fault("version", problem);
  }
  const ids = readMembers(snapshot.ids, "ids");
  checkCount(snapshot.time, "time", lastClockTime);
  checkCount(snapshot.failingRefunds, "failingRefunds");
  checkCount(ids.seed, "ids.seed", maxIdNumber);
  checkCount(ids.count, "ids.count", maxIdNumber);
  const known: KnownIds = new Map();
  checkEach(snapshot, "objects", (given) => checkObject(given, known));
  checkEach(snapshot, "objects", (given) => checkReferences(given, known));
  checkEach(snapshot, "entries", checkEntry);
  checkEach(snapshot, "due", (given) => checkDue(given, known));
  checkEach(snapshot, "responses", checkResponse);
}

/** A place in a snapshot, and what is wrong there. Who checks a list adds where in it: names are built for faults alone. */
class Fault {
  readonly place: string;
  readonly problem: string;

  constructor(place: string, problem: string) {
    this.place = place;
    this.problem = problem;
  }
}

function checkEach(owner: Json, name: string, check: (item: Json) => void): void {
  const list = owner[name];
  if (!Array.isArray(list)) throw new Fault(name, "must be an array");
  for (const [index, item] of list.entries()) {
    try {
      check(readMembers(item, ""));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const place = error.place === "" ? `${name}[${index}]` : `${name}[${index}].${error.place}`;
      throw new Fault(place, error.problem);
    }
  }
}

type Check = (object: Json) => void;

/** The check of each kind of object. */
const objectChecks: Readonly<Record<ObjectKind, Check>> = {
  payment: bySpec(validatePayment),
  refund: bySpec(validateRefund),
  dispute: bySpec(validateDispute),
  webhook_endpoint: bySpec(validateWebhookEndpoint),
  settlement: bySpec(validateSettlement),
  settlement_transaction: bySpec(validateSettlementTransaction),
  event: bySpec(validateEvent),
  checkout({ capture }) {
    if (typeof capture !== "boolean") throw new Fault("object.capture", "must be true or false");
  },
  delivery(object) {
    checkOneOf(object.status, ["failed", "pending", "stopped", "succeeded"], "object.status");
    checkText(object.endpoint, "object.endpoint");
    checkEach(object, "attempts", ({ at }) => checkCount(at, "at", lastTimestamp));
  },
  restricted_key({ secret, permissions, status }) {
    checkText(secret, "object.secret");
    checkOneOf(status, ["active", "expired"], "object.status");
    if (!Array.isArray(permissions)) throw new Fault("object.permissions", "must be an array");
  },
};

/** The members of an object that name another one, which must be there. */
const references: Readonly<Partial<Record<ObjectKind, { readonly member: string; readonly kind: ObjectKind }>>> = {
  checkout: { member: "id", kind: "payment" },
  refund: { member: "payment", kind: "payment" },
  dispute: { member: "payment", kind: "payment" },
  delivery: { member: "event", kind: "event" },
};

/** The ids of all objects of a kind. */
type KnownIds = Map<ObjectKind, Set<unknown>>;

/** Checks an object, and adds it to those that are known. */
function checkObject({ kind, object: value, parent }: Json, known: KnownIds): void {
  const object = readMembers(value, "object");
  if (!isObjectKind(kind)) throw new Fault("kind", `must be ${Object.keys(objectChecks).join(", ")}`);
  if (parent !== undefined) checkText(parent, "parent");
  checkText(object.id, "object.id");
  objectChecks[kind](object);
  const ids = known.get(kind) ?? new Set();
  known.set(kind, ids);
  if (ids.has(object.id)) throw new Fault("", `is ${kind} ${object.id} a second time`);
  ids.add(object.id);
}

function checkReferences({ kind, object }: Json, known: KnownIds): void {
  const { [kind as ObjectKind]: reference } = references;
  const members = readMembers(object, "object");
  if (reference !== undefined) checkReference(members[reference.member], reference.kind, known, "object");
  if (kind === "payment") checkReference(members.id, "checkout", known, "object");
}

function checkReference(id: unknown, kind: ObjectKind, known: KnownIds, place: string): void {
  if (known.get(kind)?.has(id)) return;
  throw new Fault(place, `needs the ${kind} ${id}, which is not in the snapshot`);
}

function checkEntry({ entry: given, at }: Json): void {
  checkCount(at, "at", lastTimestamp);
  const entry = readMembers(given, "entry");
  checkOneOf(entry.type, ["dispute", "payment", "payout", "refund"], "entry.type");
  checkText(entry.source, "entry.source");
  checkText(entry.currency, "entry.currency");
  if (!Array.isArray(entry.postings)) throw new Fault("entry.postings", "must be an array");
  let sum = 0;
  for (const posting of entry.postings) {
    const { account, amount } = readMembers(posting, "entry.postings");
    checkOneOf(account, ["bank", "card_network", "disputed", "fees", "merchant"], "entry.postings");
    if (!Number.isSafeInteger(amount)) throw new Fault("entry.postings", "must have integers as amounts");
    sum += Number(amount);
  }
  if (sum !== 0) throw new Fault("entry.postings", "must add up to zero");
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

const dueKinds = Object.keys(subjects);

function checkDue({ kind, subject, at }: Json, known: KnownIds): void {
  checkCount(at, "at", lastTimestamp);
  checkText(subject, "subject");
  checkOneOf(kind, dueKinds, "kind");
  const about = subjects[kind as DueWork["kind"]];
  if (about !== undefined) checkReference(subject, about, known, "");
}

function checkResponse(response: Json): void {
  for (const name of ["operationId", "key", "fingerprint", "body"]) checkText(response[name], name);
  checkCount(response.expiresAt, "expiresAt", lastTimestamp);
  const { status } = response;
  checkCount(status, "status", 599);
  if (Number(status) < 200) throw new Fault("status", "must be an HTTP status from 200 to 599");
}

function bySpec(
  validate: (
    value: unknown,
  ) => { readonly ok: true } | { readonly ok: false; readonly issues: readonly { readonly message: string }[] },
): Check {
  return (object) => {
    const result = validate(object);
    if (!result.ok) throw new Fault("object", `is not as the specification has it: ${result.issues[0]?.message}`);
  };
}

function isObjectKind(kind: unknown): kind is ObjectKind {
  return typeof kind === "string" && Object.hasOwn(objectChecks, kind);
}

/** Nothing else looks into properties that the format does not have. */
function checkDepth(value: unknown, left: number): void {
  if (typeof value !== "object" || value === null) return;
  if (left === 0) throw new Fault("the value", `must not be nested more than ${maxDepth} levels deep`);
  // Without a list of the members: this looks at everything in the snapshot.
  for (const name in value) checkDepth((value as Json)[name], left - 1);
}

function readMembers(value: unknown, place: string): Json {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Json;
  throw new Fault(place, "must be an object");
}

/** Checks that the value is an integer from 0 to the maximum. */
function checkCount(value: unknown, place: string, maximum = Number.MAX_SAFE_INTEGER): void {
  if (Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= maximum) return;
  throw new Fault(place, `must be an integer from 0 to ${maximum}`);
}

function checkText(value: unknown, place: string): void {
  if (typeof value !== "string") throw new Fault(place, "must be a string");
}

function checkOneOf(value: unknown, allowed: readonly string[], place: string): void {
  if (!allowed.some((one) => one === value)) throw new Fault(place, `must be ${allowed.join(", ")}`);
}
