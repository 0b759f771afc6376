import type { Snapshot as SnapshotObject } from "../generated/types.js";
import { DamagedSnapshotError, readSnapshot } from "../snapshot/read-snapshot.js";
import type { Snapshot } from "../snapshot/snapshot.js";
import { controlError } from "./errors.js";

/** A snapshot as the API sends it: the specification leaves the parts to the version of the format. */
export function snapshotOf(snapshot: Snapshot): SnapshotObject {
  return snapshot as unknown as SnapshotObject;
}

/**
 * Reads a snapshot that is to be restored.
 *
 * @throws {ApiError} `parameter_invalid`, whose `param` is the damaged part.
 */
export function readRestoration(body: unknown): Snapshot {
  try {
    return readSnapshot(body);
  } catch (error) {
    if (!(error instanceof DamagedSnapshotError)) throw error;
    const { place, problem } = error;
    const message = `The snapshot cannot be restored: ${place} ${problem}. Take a new one.`;
    throw controlError("parameter_invalid", { message, ...parameterOf(place) });
  }
}

/** A place such as `objects[0].object`, as parameters are named: with dots between levels. The whole value has no name. */
function parameterOf(place: string): { param?: string } {
  return place === "the value" ? {} : { param: place.replaceAll(/\[(\d+)\]/g, ".$1") };
}
