import {
  validateDispute,
  validateEvent,
  validatePayment,
  validateRefund,
  validateSettlement,
  validateSettlementTransaction,
  validateWebhookEndpoint,
} from "@vinr/validators/strict";
import { permissions as allPermissions } from "../domain/restricted-key.js";
import { lastTimestamp } from "../domain/time.js";
import { isTimestamp } from "../generated/validators/timestamp.js";
import { readUrlToSendTo } from "../http-url.js";
import type { ObjectKind } from "../store/store.js";
import {
  checkCount,
  checkEach,
  checkFlag,
  checkId,
  checkIndexed,
  checkNames,
  checkOneOf,
  checkStatus,
  checkText,
  Damage,
  type Json,
  readMembers,
} from "./check-value.js";

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

/** All objects of a kind, by their ids. */
export type KnownObjects = Map<ObjectKind, Map<unknown, Json>>;

/** Checks an object, and adds it to the known ones. */
export function checkObject({ kind, object: value, parent }: Json, known: KnownObjects): void {
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

function isObjectKind(kind: unknown): kind is ObjectKind {
  return typeof kind === "string" && Object.hasOwn(objectChecks, kind);
}
