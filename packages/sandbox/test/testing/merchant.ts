/** A merchant with customers, by a seed: the same requests and acts for the same number. */
import { seeded } from "../../../../scripts/generators/validators/testing/random.ts";
import type { Sandbox, SandboxAccount } from "../../src/index.js";

/** A request as it is sent. */
export interface Asked {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Sends a request, and returns its response. */
export type Send = (asked: Asked) => Promise<Response>;

const cards = ["4242424242424242", "4242424242424242", "4000000000003220", "4000000000000002", "4000000000009995"];
const currencies = ["EUR", "EUR", "JPY", "KWD", "XTS"];

/** Sends requests within the process. */
export function sendTo(sandbox: Pick<Sandbox, "fetch">): Send {
  return ({ method, target, headers, body }) =>
    sandbox.fetch(`http://localhost${target}`, { method, headers, body: body ?? null });
}

export class Merchant {
  readonly #account: SandboxAccount;
  readonly #send: Send;
  readonly #random: () => number;
  /** Ids that responses had, by their prefix. */
  readonly #ids = new Map<string, string[]>();

  constructor(account: SandboxAccount, send: Send, seed: number) {
    this.#account = account;
    this.#send = send;
    this.#random = seeded(seed);
  }

  /** Takes one step, and returns all that came of it, as text. */
  async step(): Promise<string> {
    const roll = this.#random();
    if (roll < 0.12) return this.#act(() => this.#account.checkout(this.#id("pay")).pay(this.#pick(cards)));
    if (roll < 0.15) return this.#act(() => this.#account.checkout(this.#id("pay")).passChallenge());
    if (roll < 0.17) return this.#act(() => this.#account.openDispute(this.#id("pay")));
    if (roll < 0.19) {
      const outcome = this.#random() < 0.5 ? "won" : "lost";
      return this.#act(() => this.#account.resolveDispute(this.#id("dp"), outcome));
    }
    if (roll < 0.2) return this.#act(() => this.#account.failNextRefund());
    if (roll < 0.26) return this.#act(() => this.#account.clock.advance({ hours: Math.floor(this.#random() * 20) }));
    return this.request();
  }

  /** Sends one request, and returns its response as text, with all headers. */
  async request(): Promise<string> {
    const response = await this.#send(this.#request());
    const text = await response.text();
    for (const [id] of text.matchAll(/\b(?:pay|re|we|setl)_[A-Za-z0-9]+/g)) this.#learn(id);
    return `${response.status} ${JSON.stringify([...response.headers])} ${text}`;
  }

  async #act(act: () => Promise<unknown>): Promise<string> {
    try {
      const result = await act();
      const text = JSON.stringify(result) ?? "";
      for (const [id] of text.matchAll(/\bdp_[A-Za-z0-9]+/g)) this.#learn(id);
      return text;
    } catch (error) {
      return String(error);
    }
  }

  #request(): Asked {
    const roll = this.#random();
    const pay = () => this.#id("pay");
    if (roll < 0.25) return this.#post("/payments", this.#newPayment());
    if (roll < 0.33) return this.#post(`/payments/${pay()}/capture`, this.#some({ amount: this.#amount() }));
    if (roll < 0.37) return this.#post(`/payments/${pay()}/cancel`, undefined);
    if (roll < 0.5) return this.#post("/refunds", { payment: pay(), ...this.#some({ amount: this.#amount() }) });
    if (roll < 0.54) return this.#post("/webhooks", { url: "https://shop.example/hook", enabled_events: ["*"] });
    if (roll < 0.57) return this.#ask("DELETE", `/webhooks/${this.#id("we")}`);
    if (roll < 0.67) return this.#ask("GET", `/payments/${pay()}`);
    if (roll < 0.71) return this.#ask("GET", `/refunds/${this.#id("re")}`);
    if (roll < 0.75) return this.#ask("GET", `/settlements/${this.#id("setl")}`);
    if (roll < 0.8) return this.#ask("GET", `/settlements/${this.#id("setl")}/transactions${this.#page("btx")}`);
    const [path, prefix] = this.#pick([
      ["/payments", "pay"],
      ["/refunds", "re"],
      ["/webhooks", "we"],
      ["/settlements", "setl"],
      ["/payouts", "po"],
    ] as const);
    return this.#ask("GET", `${path}${this.#page(prefix)}`);
  }

  #newPayment(): object {
    const right = {
      amount: this.#amount(),
      currency: this.#pick(currencies),
      returnUrl: "https://shop.example/return",
    };
    const roll = this.#random();
    if (roll < 0.05) return { ...right, amount: 0 };
    if (roll < 0.1) return { ...right, return_url: right.returnUrl };
    if (roll < 0.5) return { ...right, capture: false, metadata: { order: "é 1042" } };
    return { ...right, description: "A chair" };
  }

  #page(prefix: string): string {
    const roll = this.#random();
    if (roll < 0.4) return "";
    if (roll < 0.6) return `?limit=${Math.floor(this.#random() * 6)}`;
    return `?limit=3&${roll < 0.8 ? "starting_after" : "ending_before"}=${this.#id(prefix)}`;
  }

  #post(path: string, body: object | undefined): Asked {
    // Few enough keys that some are used again, with the same payload or another.
    const key = this.#random() < 0.3 ? { "idempotency-key": `key-${Math.floor(this.#random() * 60)}` } : undefined;
    const type = body === undefined ? undefined : { "content-type": "application/json" };
    const { method, target, headers } = this.#ask("POST", path);
    const text = body === undefined ? undefined : JSON.stringify(body);
    return { method, target, headers: { ...headers, ...key, ...type }, body: text };
  }

  #ask(method: string, path: string): Asked {
    const key = this.#random() < 0.01 ? "sk_live_wrong" : this.#account.key();
    return { method, target: `/v1${path}`, headers: { authorization: `Bearer ${key}` }, body: undefined };
  }

  #some<T extends object>(members: T): T | Record<string, never> {
    return this.#random() < 0.5 ? members : {};
  }

  #amount(): number {
    return 1 + Math.floor(this.#random() * 3000);
  }

  #learn(id: string): void {
    const prefix = id.slice(0, id.indexOf("_"));
    const known = this.#ids.get(prefix) ?? [];
    if (!known.includes(id)) this.#ids.set(prefix, [...known, id].slice(-40));
  }

  /** One of the ids that are known; sometimes one that nothing has. */
  #id(prefix: string): string {
    const known = this.#ids.get(prefix) ?? [];
    const index = Math.floor(this.#random() * (known.length + 0.3));
    return known[index] ?? `${prefix}_none`;
  }

  #pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.#random() * values.length)] as T;
  }
}
