/** Draws social cards in a process of its own, while this one goes on with the pages. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { CardText } from "./cards.ts";

/** A card to draw, and the file to write it to, in a folder that exists. */
export interface Card {
  readonly file: string;
  readonly words: CardText;
}

export class CardPainter {
  readonly #process = fork(fileURLToPath(new URL("./card-process.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  readonly #ended = once(this.#process, "exit") as Promise<[number | null]>;
  readonly #errors = this.#process.stderr === null ? Promise.resolve("") : text(this.#process.stderr);

  /** Draws a card after those before it. */
  draw(card: Card): void {
    // A process that has ended is reported by `finish`.
    if (this.#process.connected) this.#process.send(card);
  }

  /**
   * Waits until every card is written; nothing is drawn afterwards.
   *
   * @throws {Error} if one could not be drawn or written.
   */
  async finish(): Promise<void> {
    if (this.#process.connected) this.#process.send("end");
    const [code] = await this.#ended;
    if (code !== 0) throw new Error(`The social cards could not be drawn:\n${await this.#errors}`);
  }

  /** Ends the process, whether or not it has finished. */
  stop(): void {
    this.#process.kill();
  }
}
