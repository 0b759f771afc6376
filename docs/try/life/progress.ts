/// <reference lib="dom" />
/** How far a reader is in the life of a payment, kept for a reload as the sandbox itself is. */
import { readKept } from "../kept-state.ts";

export interface Progress {
  /** How many steps are done. */
  readonly done: number;
  readonly payment: string;
}

const key = "vinr-try-life";
const noProgress: Progress = { done: 0, payment: "" };

/** The progress of this tab; none where the sandbox was not kept, or where it cannot be read. */
export function readProgress(): Progress {
  if (readKept() === undefined) return noProgress;
  try {
    const { done, payment } = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    return { done: Number(done ?? 0), payment: String(payment ?? "") };
  } catch {
    return noProgress;
  }
}

export function keepProgress(progress: Progress): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(progress));
  } catch {
    // Without storage, a reload begins anew.
  }
}
