import { maxFailingRefunds } from "../domain/decide-refund.js";
import { day, lastSnapshotTime } from "../domain/time.js";
import { checkDue } from "./check-due.js";
import { checkEntries } from "./check-entries.js";
import { checkDisputes, checkMoney } from "./check-money.js";
import { checkObject, type KnownObjects } from "./check-object.js";
import { checkNewIds, checkReferences } from "./check-references.js";
import {
  checkCount,
  checkDepth,
  checkEach,
  checkIndexed,
  checkNames,
  checkStatus,
  checkText,
  Damage,
  type Json,
  readMembers,
} from "./check-value.js";
import { isOwnSnapshot, type Snapshot, snapshotVersion } from "./snapshot.js";

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

/**
 * Reads a snapshot, and checks all that an account relies on: types, the objects by the specification, references, and that the
 * ledger balances. A snapshot that this process built itself has been right from the start.
 *
 * @throws {DamagedSnapshotError} that names the place.
 */
export function readSnapshot(value: unknown): Snapshot {
  if (isOwnSnapshot(value)) return value;
  try {
    checkDepth(value);
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
