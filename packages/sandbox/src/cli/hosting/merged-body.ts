import { IncomingMessage } from "node:http";

/** How many chunks of a body are passed on as they come. Most bodies have one. */
const passedOn = 100;

/** From this size on, in bytes, a chunk takes little more memory than its bytes; copying it would cost more. */
const large = 1_024;

/**
 * A request whose body has few chunks, however its client cuts it. Node keeps each chunk until it is read, which takes
 * about three hundred bytes even for a single byte: an unread body of 16 kB could take megabytes.
 */
export class MergedBody extends IncomingMessage {
  #count = 0;
  #merged = Buffer.alloc(0);
  #size = 0;

  /** Returns whether more is wanted, as a stream does. */
  override push(chunk: Buffer | null): boolean {
    this.#count += 1;
    if (chunk === null || this.#count <= passedOn || chunk.length >= large) {
      this.#passOn();
      return super.push(chunk);
    }
    // A reader that has read everything waits for more. By then, all that came with it in one packet is here.
    if (this.#size === 0) setImmediate(() => this.readableLength === 0 && this.#passOn());
    this.#add(chunk);
    return this.readableLength + this.#size < this.readableHighWaterMark;
  }

  /** A reader that still has something to read gets what was merged behind it, unless it waits for a part of a certain size. */
  override read(size?: number): unknown {
    if (size !== 0) this.#passOn();
    return super.read(size);
  }

  #add(chunk: Buffer): void {
    const size = this.#size + chunk.length;
    if (size > this.#merged.length) this.#merged = Buffer.concat([this.#merged], 2 * size);
    chunk.copy(this.#merged, this.#size);
    this.#size = size;
  }

  #passOn(): void {
    if (this.#size === 0) return;
    const merged = this.#merged.subarray(0, this.#size);
    this.#merged = Buffer.alloc(0);
    this.#size = 0;
    super.push(merged);
  }
}
