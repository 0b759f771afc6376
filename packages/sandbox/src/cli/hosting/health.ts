import type { Store } from "../../store/store.js";

/** How long a store may take to respond before it counts as unreachable, in milliseconds. */
const patience = 2_000;

/** A public id that no account has. */
const nobody = "readyz";

/**
 * Reports to operators whether the server lives (`/healthz`), and whether to send it requests (`/readyz`): its store
 * can be reached, and it is not stopping.
 */
export class Health {
  readonly #store: Store;
  #isStopping = false;
  #asked: Promise<string> | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Reports from now on that the server is not ready. */
  stop(): void {
    this.#isStopping = true;
  }

  /** The response for one of the two paths; undefined for any other path. */
  async respond(path: string): Promise<Response | undefined> {
    if (path === "/healthz") return respond(200, "ok");
    if (path !== "/readyz") return undefined;
    if (this.#isStopping) return respond(503, "stopping");
    // Several checks at the same time share one request to the store.
    this.#asked ??= this.#askStore().finally(() => {
      this.#asked = undefined;
    });
    const state = await this.#asked;
    return respond(state === "ok" ? 200 : 503, state);
  }

  async #askStore(): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve("store_unavailable"), patience);
    });
    const asked = this.#store.findAccount(nobody).then(
      () => "ok",
      () => "store_unavailable",
    );
    return Promise.race([asked, late]).finally(() => clearTimeout(timer));
  }
}

function respond(status: number, state: string): Response {
  return Response.json({ status: state }, { status, headers: { "cache-control": "no-store" } });
}
