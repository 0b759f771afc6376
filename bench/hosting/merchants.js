/** The accounts of the load, and what each does: it makes payments, and starts anew now and then, so that nothing piles up. */
import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { newPayment } from "../shared/payment.js";

const paymentsBeforeReset = 10;

/** Requests to a server, on connections that are kept. */
export class Client {
  #origin;
  #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  /** How often each status came. */
  statuses = new Map();

  constructor(origin) {
    this.#origin = new URL(origin);
  }

  /** How many responses came. */
  get count() {
    return [...this.statuses.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Resolves with the status, the milliseconds and the JSON of the response. */
  ask(key, method, path, body) {
    const { hostname: host, port } = this.#origin;
    const headers = {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    };
    const start = performance.now();
    return new Promise((resolve, reject) => {
      const sent = request({ host, port, method, path, headers, agent: this.#agent }, async (response) => {
        let text = "";
        for await (const chunk of response.setEncoding("utf8")) text += chunk;
        const { statusCode: status } = response;
        this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
        resolve({ status, milliseconds: performance.now() - start, body: text === "" ? undefined : JSON.parse(text) });
      });
      // The server had ended the connection, after five seconds without a request, just before this one came.
      const isLate = (error) => error.code === "ECONNRESET" && sent.reusedSocket;
      const retry = (error) => (isLate(error) ? resolve(this.ask(key, method, path, body)) : reject(error));
      sent.on("error", retry).end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

export class Merchant {
  #key = `sk_test_${randomBytes(16).toString("hex")}`;
  #client;
  #endpoint;
  #isBusy = false;
  #made = 0;
  #arrived = new Set();
  /** Payments whose event has not arrived. */
  waiting = new Set();
  /** How many events have arrived once more. */
  repeated = 0;
  arrivals = 0;

  /** Without an endpoint, nothing is sent. */
  constructor(client, endpoint) {
    this.#client = client;
    this.#endpoint = endpoint;
  }

  get hangs() {
    return this.#endpoint?.includes("/hangs/") ?? false;
  }

  async open() {
    if (this.#endpoint === undefined) return;
    await this.#ask("POST", "/v1/webhooks", { url: this.#endpoint, enabled_events: ["payment.created"] }, 201);
  }

  /** Makes a payment, or starts anew where it has enough and all of its events have arrived. */
  async act() {
    if (this.#isBusy) return;
    this.#isBusy = true;
    if (this.#made >= paymentsBeforeReset && this.waiting.size === 0) {
      await this.#ask("POST", "/sandbox/resets", undefined, 201);
      this.#made = 0;
      this.#arrived.clear();
      await this.open();
    } else if (this.#made < paymentsBeforeReset) {
      this.#made += 1;
      const { body } = await this.#ask("POST", "/v1/payments", newPayment, 201);
      if (this.#endpoint !== undefined && !this.hangs) this.#expect(body.id);
    }
    this.#isBusy = false;
  }

  /** The milliseconds of the probe: a payment that is made and read. */
  async probe() {
    const made = await this.#ask("POST", "/v1/payments", newPayment, 201);
    const read = await this.#ask("GET", `/v1/payments/${made.body.id}`, undefined, 200);
    return { create: made.milliseconds, retrieve: read.milliseconds };
  }

  reset() {
    return this.#ask("POST", "/sandbox/resets", undefined, 201);
  }

  /** Called with the id of a payment whose event has arrived, which may be before the response to its creation, and again. */
  arrive(id) {
    if (this.#arrived.has(id)) this.repeated += 1;
    else this.arrivals += 1;
    this.#arrived.add(id);
    this.waiting.delete(id);
  }

  #expect(id) {
    if (!this.#arrived.has(id)) this.waiting.add(id);
  }

  /** The errors of the attempts that have failed. */
  async readErrors() {
    const { body } = await this.#ask("GET", "/sandbox/deliveries?limit=100", undefined, 200);
    return body.data.flatMap(({ attempts }) => attempts.flatMap(({ error }) => error ?? []));
  }

  async #ask(method, path, body, expected) {
    const result = await this.#client.ask(this.#key, method, path, body);
    if (result.status !== expected)
      throw new Error(`${method} ${path}: ${result.status} ${JSON.stringify(result.body)}`);
    return result;
  }
}
