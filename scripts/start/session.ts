/** A run of `pnpm start`: what it does first, and on each saved change. */
import { join, relative } from "node:path";
import { watch } from "chokidar";
import type { DevDocs } from "../../docs/site/dev.ts";
import type { Mock } from "../mock/server.ts";
import { explainListenError } from "../ports.ts";
import type { LoadedSpec } from "../read/load-spec.ts";
import { changedPointers, describeChanges } from "./changes.ts";
import { checkSpec } from "./check.ts";
import { Commands } from "./commands.ts";
import { runLatest } from "./latest.ts";
import type { StartOptions } from "./options.ts";
import { SandboxProcess } from "./sandbox.ts";

/** Prints a line: `mock      http://127.0.0.1:4010/v1`. */
export type Print = (step: string, text: string) => void;

export interface Session {
  close(): Promise<void>;
}

/** How many problems of a rejected spec are shown. */
const SHOWN_PROBLEMS = 10;

/** Starts the servers that the options ask for, and follows saved changes from then on. */
export async function startSession(root: string, options: StartOptions, print: Print): Promise<Session> {
  print("check", "spec/openapi.yaml …");
  const checked = await checkSpec(root);
  if (!checked.ok) throw new Error(`${checked.problems.join("\n")}\n\nCorrect the spec, then start again.`);
  const session = new RunningSession(root, options, print, checked.spec);
  try {
    await session.open();
    return session;
  } catch (error) {
    await session.close();
    throw error;
  }
}

class RunningSession implements Session {
  readonly #root: string;
  readonly #options: StartOptions;
  readonly #print: Print;
  readonly #commands: Commands;
  readonly #sandbox: SandboxProcess;
  /** The last spec that passed its checks. */
  #served: LoadedSpec;
  #docs: DevDocs | undefined;
  #mock: Mock | undefined;
  #watcher: { close(): Promise<void> } | undefined;
  #lastSave = Date.now();
  #builds = 0;
  /** Whether the sandbox that runs is of packages from before the last change. */
  #isSandboxStale = false;

  constructor(root: string, options: StartOptions, print: Print, spec: LoadedSpec) {
    this.#root = root;
    this.#options = options;
    this.#print = print;
    this.#served = spec;
    this.#commands = new Commands(root);
    this.#sandbox = new SandboxProcess(root, options.sandboxPort);
  }

  async open(): Promise<void> {
    const { docsOnly, docsPort, mockPort } = this.#options;
    // Watched from the very beginning: a change that is saved while servers start is not lost.
    await this.#watch();
    if (!docsOnly) {
      this.#mock = await openMock(this.#served, mockPort);
      this.#print("mock", this.#mock.url);
    }
    this.#docs = await openDocs(this.#root, docsPort, this.#served);
    this.#print("docs", this.#docs.url);
    this.#buildRest();
  }

  async close(): Promise<void> {
    this.#builds++;
    await this.#watcher?.close();
    await Promise.all([this.#commands.stop(), this.#sandbox.stop(), this.#mock?.close(), this.#docs?.close()]);
  }

  async #watch(): Promise<void> {
    const paths = ["spec", "examples/operations/generated"].map((folder) => join(this.#root, folder));
    // Editors save in several steps; the file is read when it has not changed for a moment.
    const awaitWriteFinish = { stabilityThreshold: 100, pollInterval: 20 };
    const watcher = watch(paths, {
      ignoreInitial: true,
      depth: 0,
      awaitWriteFinish,
      ignored: (path) => !isFollowed(path),
    });
    watcher.on("all", (_event, path) => this.#onSave(relative(this.#root, path)));
    await new Promise<void>((resolve) => watcher.once("ready", resolve));
    this.#watcher = watcher;
  }

  #onSave(path: string): void {
    this.#lastSave = Date.now();
    if (path.startsWith("examples")) this.#print("changed", path);
    this.#update().catch((error: unknown) => this.#print("failed", String(error)));
  }

  /** Updates the page that a reader looks at within seconds; the rest is built in the background. */
  readonly #update = runLatest(async () => {
    const saved = this.#lastSave;
    const checked = await checkSpec(this.#root);
    if (!checked.ok) return this.#reject(checked.problems);
    const changes = changedPointers(this.#served.document, checked.spec.document);
    if (changes.length > 0) this.#print("changed", describeChanges(changes));
    this.#served = checked.spec;
    await this.#docs?.update(checked.spec);
    await this.#mock?.reload(checked.spec);
    this.#print("reloaded", `in ${seconds(saved)}; the rest follows`);
    this.#buildRest();
  });

  /** Runs the slow work in the background. A newer good spec ends it; a rejected one does not. */
  #buildRest(): void {
    const save = this.#lastSave;
    const number = ++this.#builds;
    const isCurrent = () => number === this.#builds;
    const build = async (): Promise<void> => {
      await this.#commands.stop();
      if (!this.#options.docsOnly && isCurrent()) {
        const written = await this.#commands.generateFiles();
        for (const line of written) this.#print("generate", line);
        this.#isSandboxStale ||= written.some((line) => /^(?:wrote|rewrote|removed) /.test(line));
        if (isCurrent()) await this.#commands.buildPackages();
        if (isCurrent()) await this.#serveSandbox();
      }
      if (isCurrent()) await this.#docs?.updateInteractive();
      if (isCurrent()) this.#print("built", `in ${seconds(save)}`);
    };
    build().catch((error: unknown) => {
      if (isCurrent()) this.#print("failed", error instanceof Error ? error.message : String(error));
    });
  }

  /** The sandbox is of built packages; one whose packages are as before keeps running, and its accounts with it. */
  async #serveSandbox(): Promise<void> {
    if (!this.#sandbox.isRunning || this.#isSandboxStale) this.#print("sandbox", await this.#sandbox.start());
    this.#isSandboxStale = false;
  }

  #reject(problems: readonly string[]): void {
    for (const problem of problems.slice(0, SHOWN_PROBLEMS)) this.#print("rejected", problem);
    if (problems.length > SHOWN_PROBLEMS) this.#print("rejected", `and ${problems.length - SHOWN_PROBLEMS} more`);
    this.#print("kept", "the last good spec is still served; save again to try again");
  }
}

/** Folders, and files that the docs or the mock are made from; no backups or swap files of editors. */
function isFollowed(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return !name.includes(".") || /^\w[\w.-]*\.(?:yaml|ts|sh)$/.test(name);
}

async function openMock(spec: LoadedSpec, port: number): Promise<Mock> {
  const { startMock } = await import("../mock/server.ts");
  return startMock({ spec, port }).catch((error: unknown) => {
    throw explainListenError(error, port, "--mock-port");
  });
}

async function openDocs(root: string, port: number, spec: LoadedSpec): Promise<DevDocs> {
  const { startDevDocs } = await import("../../docs/site/dev.ts");
  return startDevDocs(root, port, spec).catch((error: unknown) => {
    throw explainListenError(error, port, "--docs-port");
  });
}

/** The time since a moment, as people say it. */
export function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
