/// <reference lib="dom" />
/** The page's end of the connection to the sandbox in its worker. */
import { keep, readKept } from "./kept-state.ts";
import type { ActionName, Message, Reply, ResultOf, SandboxActions, SandboxState, SandboxView } from "./protocol.ts";

/** Why an action has no result, in words for readers. */
export class TryError extends Error {}

type Watcher = (view: SandboxView) => void;

/** A sandbox that runs in a worker. Everything on a page shares one. */
export class Connection {
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #watchers = new Set<Watcher>();
  #worker: Worker | undefined;
  #count = 0;
  #isKept = true;

  constructor() {
    this.#start();
  }

  /** Whether the sandbox will be there after a reload. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** Calls a function whenever the sandbox may have changed. */
  watch(watcher: Watcher): void {
    this.#watchers.add(watcher);
  }

  /** @throws {TryError} if the sandbox rejects the action, or cannot be loaded. */
  async run<Name extends ActionName>(
    action: Name,
    ...input: Parameters<SandboxActions[Name]>
  ): Promise<ResultOf<Name>> {
    // One of the messages, which TypeScript does not put together from a name and its input.
    const reply = await this.#post({ number: this.#count++, action, input: input[0] } as Message);
    if (!reply.ok) throw new TryError(reply.problem);
    return reply.result as ResultOf<Name>;
  }

  /** Starts a worker with the sandbox as it was kept. */
  #start(): Worker {
    // Vite finds the worker by this very expression.
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#receive(data));
    worker.addEventListener("error", () => this.#fail(), { once: true });
    const message: Message = { number: this.#count++, action: "open", input: readKept() };
    worker.postMessage(message);
    this.#worker = worker;
    return worker;
  }

  #post(message: Message): Promise<Reply> {
    const worker = this.#worker ?? this.#start();
    return new Promise((resolve) => {
      this.#waiting.set(message.number, resolve);
      worker.postMessage(message);
    });
  }

  #receive(reply: Reply): void {
    // Kept before anybody shows it: a reader may leave the page at once.
    if (reply.ok && reply.state !== undefined) this.#keep(reply.state);
    this.#waiting.get(reply.number)?.(reply);
    this.#waiting.delete(reply.number);
  }

  #keep({ view, snapshot }: SandboxState): void {
    this.#isKept = keep(snapshot);
    for (const watcher of this.#watchers) watcher(view);
  }

  /** The worker could not be loaded, or has stopped: it will not reply. The next message starts another one. */
  #fail(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const problem = "The sandbox could not be loaded. Check your connection and try again.";
    for (const [number, resolve] of this.#waiting) resolve({ number, ok: false, problem });
    this.#waiting.clear();
  }
}

let connection: Connection | undefined;

/**
 * The connection of this page, which begins with its first use.
 *
 * @throws {TryError} on a page without encryption: browsers give the functions that sign events to secure pages alone.
 */
export function connect(): Connection {
  if (!isSecureContext) {
    throw new TryError("Run works only on pages loaded over HTTPS or from this machine. Open this page over HTTPS.");
  }
  connection ??= new Connection();
  return connection;
}
