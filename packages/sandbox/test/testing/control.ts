/** The two APIs over one store, without a port, and requests to them as they go over the network. */
import { Vinr } from "@vinr/client";
import type { World } from "../../src/account/world.js";
import { checkoutUrlOf, createApi } from "../../src/api.js";
import { createControlApi } from "../../src/control/control-api.js";
import { Deliveries } from "../../src/deliveries/deliveries.js";
import { Faults } from "../../src/faults/faults.js";
import { FaultyApi } from "../../src/faults/faulty-api.js";
import { createMemoryStore } from "../../src/store/memory-store.js";
import type { Store } from "../../src/store/store.js";

export interface Asked {
  readonly status: number;
  readonly replayed: boolean;
  // Every test says what it expects of it.
  readonly body: Record<string, unknown> & { error?: { code: string; message: string; param?: string } };
}

export class Apis {
  /** The types of the events that were delivered. */
  readonly received: string[] = [];
  /** Is called while a receiver has a delivery. */
  meanwhile = async (): Promise<unknown> => undefined;
  readonly vinr: Vinr;
  readonly #control: ReturnType<typeof createControlApi>;

  constructor(now: number, { quotas, store = createMemoryStore() }: Pick<World, "quotas"> & { store?: Store } = {}) {
    const world: World = { now: () => now, seed: "control", checkoutUrlOf, ...(quotas && { quotas }) };
    const faults = new Faults(world.seed);
    const send = async (_: string, { body }: RequestInit) => {
      this.received.push(JSON.parse(String(body)).type);
      await this.meanwhile();
      return new Response(null, { status: 204 });
    };
    const api = createApi(store, world, { faults: new FaultyApi(faults, async () => undefined) });
    this.#control = createControlApi(store, world, new Deliveries(store, world, send, faults), faults);
    this.vinr = new Vinr({
      secretKey: "sk_test_shop",
      fetch: (input, init) => api(new Request(input, init)),
      maxRetries: 0,
    });
  }

  /** Asks the control API. A text goes as it is. */
  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Asked> {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const request = new Request(`http://127.0.0.1:4020/sandbox${path}`, {
      method,
      headers: { authorization: "Bearer sk_test_shop", "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: text }),
    });
    const response = await this.#control(request);
    const replayed = response.headers.get("idempotent-replayed") === "true";
    return { status: response.status, replayed, body: response.status === 204 ? {} : await response.json() };
  }

  get(path: string): Promise<Asked> {
    return this.ask("GET", path);
  }

  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Asked> {
    return this.ask("POST", path, body, headers);
  }
}
