/** Plays the customer, the bank and time over the sandbox's control API, in the account of the key. */
import { asObject, parseJson } from "../judge/ajv-spec.ts";
import type { Received } from "../judge/response-judge.ts";
import type { ProofClient } from "./client.ts";

const hour = 3_600_000;
const card = "4242 4242 4242 4242";
const cardWithChallenge = "4000 0000 0000 3220";

/** The control API did not do what it was asked. */
export class StageError extends Error {
  override readonly name = "StageError";
}

export class Stage {
  readonly #client: ProofClient;
  /** The account's time when it was asked for, as text. */
  readonly #now: string;

  private constructor(client: ProofClient, now: string) {
    this.#client = client;
    this.#now = now;
  }

  /** The stage of a server that has the control API; undefined for any other. */
  static async find(client: ProofClient): Promise<Stage | undefined> {
    const { status, text } = await client.control("GET", "/clock");
    const { object, now } = asObject(parseJson(text));
    return status === 200 && object === "clock" && typeof now === "string" ? new Stage(client, now) : undefined;
  }

  /**
   * Moves the clock to the noon after the next midnight, where settlements are made: what was paid before is settled then, and
   * no later step crosses a midnight.
   */
  async toNextNoon(): Promise<void> {
    const sinceMidnight = Date.parse(this.#now) % (24 * hour);
    await this.#post("/clock/advances", { seconds: Math.ceil((36 * hour - sinceMidnight) / 1000) });
  }

  async advance(duration: { readonly days?: number; readonly hours?: number }): Promise<void> {
    await this.#post("/clock/advances", duration);
  }

  async pay(payment: string): Promise<void> {
    await this.#post(`/payments/${payment}/card-payments`, { card });
  }

  async payWithChallenge(payment: string): Promise<void> {
    await this.#post(`/payments/${payment}/card-payments`, { card: cardWithChallenge });
  }

  /** Pays, or passes the challenge where there is one. */
  async complete(payment: string): Promise<void> {
    const ended = await this.#client.control("POST", `/payments/${payment}/challenge-results`, { result: "passed" });
    if (ended.status >= 400) await this.pay(payment);
  }

  async #post(path: string, body: object): Promise<Received> {
    const received = await this.#client.control("POST", path, body);
    if (received.status < 300) return received;
    throw new StageError(`the control API responded to POST ${path} with ${received.status}: ${received.text}`);
  }
}
