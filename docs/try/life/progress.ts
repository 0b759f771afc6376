/// <reference lib="dom" />
/** How far a reader is in the life of a payment, kept for a reload as the sandbox itself is. */

export interface Progress {
  /** How many steps are done. */
  readonly done: number;
  readonly payment: string;
}

const key = "vinr-try-life";

/** The progress of this tab; none where nothing was kept, or where it cannot be read. */
export function readProgress(): Progress {
  try {
    const { done, payment } = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    return { done: Number(done ?? 0), payment: String(payment ?? "") };
  } catch {
    return { done: 0, payment: "" };
  }
}

export function keepProgress(progress: Progress): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(progress));
  } catch {
    // Without storage, a reload begins anew.
  }
}
