import type { Writable } from "node:stream";

/** The most that waits in memory for its reader, in bytes. */
const mostWaiting = 1024 * 1024;

/** Writes lines for a reader. If the reader stalls, lines are dropped; once it reads again, it is told how many. */
export class BoundedOutput {
  readonly #stream: Writable;
  readonly #write: (line: string) => void;
  readonly #tell: (message: string) => void;
  #missing = 0;
  #isListening = false;

  /** `tell` gets the message about missing lines, and may write a line. */
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

  /** One listener at a time: a slow reader keeps taking lines, and never all of them. */
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
