import { sequenceOf } from "../domain/ids.js";
import type { ObjectKind } from "../store/store.js";
import type { KnownObjects } from "./check-object.js";
import { checkText, Damage, type Json, readMembers } from "./check-value.js";

/** The members of an object that name another one, which must exist. */
const references: Readonly<Partial<Record<ObjectKind, { readonly member: string; readonly kind: ObjectKind }>>> = {
  checkout: { member: "id", kind: "payment" },
  refund: { member: "payment", kind: "payment" },
  dispute: { member: "payment", kind: "payment" },
  delivery: { member: "event", kind: "event" },
};

export function checkReferences({ kind, object, parent }: Json, known: KnownObjects): void {
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

export function checkReference(id: unknown, kind: ObjectKind, known: KnownObjects, place: string): void {
  if (known.get(kind)?.has(id)) return;
  checkText(id, place);
  throw new Damage(place, `needs the ${kind} ${id}, which is not in the snapshot`);
}

/** More ids than any account ever makes. */
const manyIds = 10_000_000;

/** Checks that no id that is made next belongs to an object: a paid payment would wait for its customer again. */
export function checkNewIds(seed: number, count: number, known: KnownObjects): void {
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
