/** Random numbers decided by a seed: the same ones in each run. */
export class Chance {
  readonly #seed: number;
  #count = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** A number from 0, inclusive, to 1, exclusive. */
  next(): number {
    this.#count += 1;
    // Numbers that follow each other differ in all bits only after both steps of mixing.
    let bits = Math.imul(this.#count, 0x9e3779b1) ^ this.#seed;
    bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
    bits = Math.imul(bits ^ (bits >>> 13), 0x297a2d39);
    return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
  }
}
