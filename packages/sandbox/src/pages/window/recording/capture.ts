import { copyText } from "../../copy-text.js";
import { redact, redactBody } from "./redact.js";

/** The most characters of a body that are kept. */
const kept = 16_000;
/** How many further characters are read, so that a number or key at the end of what is kept is recognized. */
const margin = 600;
/** The end of a body that was longer. */
const cutMark = "\n… (cut off)";

/** The beginning of a text, which keeps nothing else in memory. */
export function beginningOf(text: string, length: number): string {
  return copyText(text.slice(0, length));
}

/** The beginning of a body, without keys and card numbers, as text. */
export class Capture {
  readonly #decoder = new TextDecoder();
  #text = "";
  #isCut = false;

  note(bytes: Uint8Array): void {
    if (this.isFull) return;
    this.#text += this.#decoder.decode(bytes.subarray(0, kept + margin), { stream: true });
    // Characters may be fewer than bytes. What follows a gap does not continue it.
    this.#isCut = bytes.length > kept + margin;
  }

  noteText(text: string): void {
    this.#text += beginningOf(text, kept + margin);
  }

  get isFull(): boolean {
    return this.#isCut || this.#text.length >= kept + margin;
  }

  /** Undefined if there was nothing. */
  get text(): string | undefined {
    const text = redactBody(this.#text);
    if (text === "") return undefined;
    // Without keys, it may have become short.
    const end = this.isFull ? Math.min(kept, text.length - margin) : kept;
    return text.length > end ? `${beginningOf(text, Math.max(0, end))}${cutMark}` : text;
  }
}

/** Whether a recorded text lacks something: a key, a card number, or its end. */
export function hasGaps(text: string | undefined): boolean {
  return text !== undefined && (/••••|_(?:test_|live_)?…/.test(text) || text.endsWith(cutMark));
}

/** A body that is a text. */
export function captureText(text: string): string | undefined {
  const capture = new Capture();
  capture.noteText(text);
  return capture.text;
}

/**
 * Reads the beginning of a body, for at most `patience` milliseconds, and leaves the rest. Never rejects: a body that
 * breaks off has the text up to that point.
 */
export async function captureBody(
  body: ReadableStream<Uint8Array> | null,
  patience?: number,
): Promise<string | undefined> {
  const capture = new Capture();
  const reader = body?.getReader();
  const stop = () => void reader?.cancel().catch(() => undefined);
  const timer = patience === undefined ? undefined : setTimeout(stop, patience);
  try {
    while (reader !== undefined && !capture.isFull) {
      const { done, value } = await reader.read();
      if (done) break;
      capture.note(value);
    }
    await reader?.cancel();
  } catch {
  } finally {
    clearTimeout(timer);
  }
  return capture.text;
}

export type Header = readonly [name: string, value: string];

/** Signatures of a delivery. Some of their digits may look like a card number. */
const signatures = /^v1=[\da-f]{64}(?:,v1=[\da-f]{64})*$/;

/** Headers as they are kept: without keys, and of limited length. */
export function captureHeaders(headers: Iterable<Header>): Header[] {
  return [...headers].map(([name, value]) => {
    const start = value.slice(0, 500 + margin);
    return [name, beginningOf(signatures.test(start) ? start : redact(start), 500)];
  });
}

/** The approximate number of characters of headers. */
export function sizeOf(headers: readonly Header[]): number {
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
}
