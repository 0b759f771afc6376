/** A run of `pnpm start`: what it does first, and on each saved change. */
import { join, relative } from "node:path";
import { watch } from "chokidar";
import type { DevDocs } from "../../docs/site/dev.ts";
import type { Mock } from "../mock/server.ts";
import { explainListenError } from "../ports.ts";
import type { LoadedSpec } from "../read/document/load-spec.ts";
import { changedPointers, describeChanges } from "./changes.ts";
import { checkSpec } from "./check.ts";
import { Commands } from "./commands.ts";
import { runLatest } from "./latest.ts";
import type { StartOptions } from "./options.ts";
import { SandboxProcess } from "./sandbox.ts";
import { StyleGuide } from "./style.ts";

/** Prints a line: `mock      http://127.0.0.1:4010/v1`. */
export type Print = (step: string, text: string) => void;

export interface Session {
  close(): Promise<void>;
}

const SAMPLES = "examples/operations/generated";
const GUIDES = "docs/src/content/docs";

/** How many problems of a rejected spec are shown. */
const SHOWN_PROBLEMS = 10;

/** Starts the servers that the options ask for, and follows saved changes from then on. */
export async function startSession(root: string, options: StartOptions, print: Print): Promise<Session> {
  print("check", "spec/openapi.yaml …");
  const style = new StyleGuide();
  const checked = await checkSpec(root, (...files) => style.lint(...files));
  if (!checked.ok) {
    style.close();
    throw new Error(`${checked.problems.join("\n")}\n\nCorrect the spec, then start again.`);
  }
  const session = new RunningSession(root, options, print, checked.spec, style);
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
  readonly #style: StyleGuide;
  /** The last spec that passed its checks. */
  #served: LoadedSpec;
  #docs: DevDocs | undefined;
  #mock: Mock | undefined;
  #watcher: { close(): Promise<void> } | undefined;
  #lastSave = Date.now();
  /** Whether the spec was saved since it was checked last. */
  #isSpecSaved = false;
  #builds = 0;
  /** Whether the sandbox that runs is of packages from before the last change. */
  #isSandboxStale = false;

  constructor(root: string, options: StartOptions, print: Print, spec: LoadedSpec, style: StyleGuide) {
    this.#root = root;
    this.#options = options;
    this.#print = print;
    this.#served = spec;
    this.#style = style;
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
    this.#reportBroken(this.#docs.checkGuides());
    this.#buildRest();
  }

  async close(): Promise<void> {
    this.#builds++;
    await this.#watcher?.close();
    this.#style.close();
    await Promise.all([this.#commands.stop(), this.#sandbox.stop(), this.#mock?.close(), this.#docs?.close()]);
  }

  async #watch(): Promise<void> {
    const paths = ["spec", SAMPLES, GUIDES, `${GUIDES}/guides`].map((folder) => join(this.#root, folder));
    // Editors save in several steps; the file is read when it has not changed for a moment.
    const awaitWriteFinish = { stabilityThreshold: 100, pollInterval: 20 };
    const watcher = watch(paths, {
      ignoreInitial: true,
      depth: 0,
      awaitWriteFinish,
      ignored: (path) => !isFollowed(path),
    });
    watcher.on("all", (event, path) => this.#onSave(event, relative(this.#root, path)));
    await new Promise<void>((resolve) => watcher.once("ready", resolve));
    this.#watcher = watcher;
  }

  #onSave(event: string, path: string): void {
    if (event.endsWith("Dir")) return;
    if (!path.startsWith("spec")) this.#print("changed", path);
    if (path.startsWith(GUIDES)) {
      // Astro follows guides by itself.
      if (event !== "unlink") this.#reportBroken(this.#docs?.checkGuides(join(this.#root, path)) ?? []);
      return;
    }
    this.#lastSave = Date.now();
    this.#isSpecSaved ||= path.startsWith("spec");
    this.#update().catch((error: unknown) => this.#print("failed", String(error)));
  }

  #reportBroken(problems: readonly string[]): void {
    for (const problem of problems) this.#print("broken", problem);
  }

  /** Updates the page that a reader looks at within seconds; the rest is built in the background. */
  readonly #update = runLatest(async () => {
    const saved = this.#lastSave;
    const isSpecSaved = this.#isSpecSaved;
    this.#isSpecSaved = false;
    if (isSpecSaved && !(await this.#acceptSpec())) return;
    await this.#docs?.update(this.#served);
    if (isSpecSaved) await this.#mock?.reload(this.#served);
    this.#print("reloaded", `in ${seconds(saved)}; the rest is still being built`);
    if (isSpecSaved) this.#buildRest();
    else this.#finishDocs().catch((error: unknown) => this.#print("failed", String(error)));
  });

  /** Checks the spec that was saved; from then on it is served, or its problems are said. */
  async #acceptSpec(): Promise<boolean> {
    const checked = await checkSpec(this.#root, (...files) => this.#style.lint(...files));
    if (!checked.ok) {
      this.#reject(checked.problems);
      return false;
    }
    const changes = changedPointers(this.#served.document, checked.spec.document);
    if (changes.length > 0) this.#print("changed", describeChanges(changes));
    this.#served = checked.spec;
    return true;
  }

  /** Runs the slow work in the background. A newer good spec ends it; a rejected one does not. */
  #buildRest(): void {
    const save = this.#lastSave;
    const number = ++this.#builds;
    const isCurrent = () => number === this.#builds;
    const build = async (): Promise<void> => {
      await this.#commands.stop();
      if (isCurrent()) await this.#generate();
      if (isCurrent()) await Promise.all([this.#servePackages(isCurrent), this.#finishDocs()]);
      if (isCurrent()) this.#print("built", `in ${seconds(save)}`);
    };
    build().catch((error: unknown) => {
      if (isCurrent()) this.#print("failed", error instanceof Error ? error.message : String(error));
    });
  }

  async #generate(): Promise<void> {
    if (this.#options.docsOnly) return;
    const written = await this.#commands.generateFiles();
    for (const line of written) this.#print("generate", line);
    this.#isSandboxStale ||= written.some((line) => /^(?:wrote|rewrote|removed) /.test(line));
  }

  /** The sandbox is of built packages; one whose packages are as before keeps running, and its accounts with it. */
  async #servePackages(isCurrent: () => boolean): Promise<void> {
    if (this.#options.docsOnly) return;
    await this.#commands.buildPackages();
    if (!isCurrent()) return;
    if (!this.#sandbox.isRunning || this.#isSandboxStale) this.#print("sandbox", await this.#sandbox.start());
    this.#isSandboxStale = false;
  }

  /** Makes what the docs offer besides their pages. */
  readonly #finishDocs = runLatest(async () => {
    await this.#docs?.updateDownloads();
    await this.#docs?.updateInteractive();
  });

  #reject(problems: readonly string[]): void {
    for (const problem of problems.slice(0, SHOWN_PROBLEMS)) this.#print("rejected", problem);
    if (problems.length > SHOWN_PROBLEMS) this.#print("rejected", `and ${problems.length - SHOWN_PROBLEMS} more`);
    this.#print("kept", "the last valid spec is still served; correct it and save again");
  }
}

/** Folders, and files that the docs or the mock are made from; no backups or swap files of editors. */
function isFollowed(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return !name.includes(".") || /^\w[\w.-]*\.(?:yaml|ts|sh|mdx)$/.test(name);
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
