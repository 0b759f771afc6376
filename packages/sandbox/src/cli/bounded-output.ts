import type { Writable } from "node:stream";

/** So much waits for its reader in the memory, at most, in bytes. */
const mostWaiting = 1024 * 1024;

/** Writes lines for a reader. Where it stands still, lines are left out, and as soon as it reads on it is told how many. */
export class BoundedOutput {
  readonly #stream: Writable;
  readonly #write: (line: string) => void;
  readonly #tell: (message: string) => void;
  #missing = 0;
  #isListening = false;

  /** `tell` is given what is to be said about missing lines, and may write a line. */
  constructor(stream: Writable, { write, tell }: { write(line: string): void; tell(message: string): void }) {
    this.#stream = stream;
    this.#write = write;
    this.#tell = tell;
  }

  write(line: string): void {
    if (this.#stream.writableLength > mostWaiting) {
      this.#tellWhenDrained();
      this.#missing += 1;
      return;
    }
    this.#tellMissing();
    this.#write(line);
  }

  /** Once at a time: a reader that is slow takes lines on and on, and never all. */
  #tellWhenDrained(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    this.#stream.once("drain", () => {
      this.#isListening = false;
      this.#tellMissing();
    });
  }

  #tellMissing(): void {
    const missing = this.#missing;
    this.#missing = 0;
    if (missing > 0) this.#tell(`${missing} lines are missing here: whoever reads the log did not read on.`);
  }
}
