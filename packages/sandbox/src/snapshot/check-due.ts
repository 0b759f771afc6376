import type { DueWork } from "../domain/decision.js";
import { day, lastTimestamp } from "../domain/time.js";
import type { ObjectKind } from "../store/store.js";
import type { KnownObjects } from "./check-object.js";
import { checkReference } from "./check-references.js";
import { checkCount, checkNames, checkOneOf, checkText, Damage, type Json } from "./check-value.js";

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
export function checkDue(work: Json, known: KnownObjects, works: Set<string>): void {
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
