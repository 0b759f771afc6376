/** What `pnpm start` does, first once and then on each save. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { generate } from "../generate.ts";
import { type Mock, startMock } from "../mock/server.ts";
import { explainListenError } from "../ports.ts";
import { changedPointers, describeChanges } from "./changes.ts";
import { checkSpec } from "./check.ts";
import { type DevServer, startDevServer } from "./dev-server.ts";
import type { StartOptions } from "./options.ts";
import { runCommand } from "./run-command.ts";
import { serialize } from "./serialize.ts";
import { watchFile, watchFolders } from "./watch.ts";

/** Prints a line: `build     4.2 s`. */
export type Print = (step: string, text: string) => void;

export interface Session {
  close(): Promise<void>;
}

/** Starts all that the options ask for, watches the description, and returns when everything is ready. */
export async function startSession(root: string, options: StartOptions, print: Print): Promise<Session> {
  const file = join(root, "spec/openapi.yaml");

  // From the very beginning: a save during the first build is not to be lost.
  const saves = await watchSaves(root, file);

  print("check", "spec/openapi.yaml …");
  const first = await checkSpec(root);
  if (!first.ok) throw new Error(`${first.problems.join("\n")}\n\nMend the description, then start again.`);
  let served: unknown = first.spec.document;
  if (!options.docsOnly) print("generate", describeGenerated(await generate({ spec: file, out: root, check: false })));
  print("build", "packages and docs, a moment the first time …");
  await (options.docsOnly ? buildDocs(root) : turboBuild(root));

  const mock = options.docsOnly ? undefined : await listenMock(first.spec.document, options.mockPort);
  const docs = await listenDocs(join(root, "docs/dist"), options.docsPort);

  const rebuild = serialize(async () => {
    const started = Date.now();
    const page = saves.takePage();
    try {
      if (page !== undefined) return await rebuildPages(page, started);
      const checked = await checkSpec(root);
      if (!checked.ok) return refuse(checked.problems, print);
      print("changed", describeChanges(changedPointers(served, checked.spec.document)));
      const changes = options.docsOnly ? [] : await generate({ spec: file, out: root, check: false });
      await mock?.reload(checked.spec.document);
      served = checked.spec.document;
      // The docs first: somebody is looking at them. The packages follow.
      await buildDocs(root);
      docs.reload();
      print("reloaded", `in ${seconds(started)}`);
      if (options.docsOnly) return;
      await turboBuild(root);
      print("built", `in ${seconds(started)}; ${describeGenerated(changes)}`);
    } catch (error) {
      print("failed", error instanceof Error ? error.message : String(error));
    }
  });
  async function rebuildPages(page: string, started: number): Promise<void> {
    print("changed", page);
    await buildDocs(root);
    docs.reload();
    print("reloaded", `in ${seconds(started)}`);
  }
  saves.tell(() => void rebuild());
  if (mock !== undefined) print("mock", mock.url);
  print("docs", docs.url);
  return {
    async close() {
      saves.close();
      await Promise.all([mock?.close(), docs.close()]);
    },
  };
}

interface Saves {
  /** From now on, calls back at each save; at once when there was one before. */
  tell(onSave: () => void): void;
  /** The page or sample that was saved; `undefined` when the description was, which everything follows. */
  takePage(): string | undefined;
  close(): void;
}

async function watchSaves(root: string, spec: string): Promise<Saves> {
  let page: string | undefined;
  let missed = false;
  let onSave = (): void => {
    missed = true;
  };
  let specSaved = false;
  const unwatchSpec = await watchFile(spec, () => {
    specSaved = true;
    onSave();
  });
  const unwatchPages = watchFolders(await pageFolders(root), (name) => {
    page = name;
    onSave();
  });
  return {
    tell(callback) {
      onSave = callback;
      if (missed) callback();
    },
    takePage() {
      const taken = specSaved ? undefined : page;
      specSaved = false;
      page = undefined;
      return taken;
    },
    close() {
      unwatchSpec();
      unwatchPages();
    },
  };
}

/** Where people write what the docs show, apart from the description. */
async function pageFolders(root: string): Promise<string[]> {
  const examples = await readdir(join(root, "examples"), { withFileTypes: true });
  return [
    ...[
      "docs/errors",
      "docs/src/components",
      "docs/src/content/docs",
      "docs/src/content/docs/guides",
      "docs/src/styles",
    ],
    ...examples.filter((entry) => entry.isDirectory()).map(({ name }) => `examples/${name}`),
  ].map((folder) => join(root, folder));
}

function turboBuild(root: string, ...filter: string[]): Promise<void> {
  const args = ["run", "build", ...filter, "--output-logs=errors-only", "--ui=stream"];
  return runCommand(join(root, "node_modules/.bin/turbo"), args, root);
}

function buildDocs(root: string): Promise<void> {
  return turboBuild(root, "--filter=@vinr/docs");
}

function listenMock(document: Readonly<Record<string, unknown>>, port: number): Promise<Mock> {
  return startMock({ document, port }).catch((error: unknown) => {
    throw explainListenError(error, port, "--mock-port");
  });
}

function listenDocs(root: string, port: number): Promise<DevServer> {
  return startDevServer({ root, port, live: true }).catch((error: unknown) => {
    throw explainListenError(error, port, "--docs-port");
  });
}

function refuse(problems: readonly string[], print: Print): void {
  for (const problem of problems.slice(0, 10)) print("refused", problem);
  if (problems.length > 10) print("refused", `and ${problems.length - 10} more`);
  print("kept", "the last good description is still served; save again to try again");
}

function describeGenerated(changes: readonly { readonly path: string }[]): string {
  if (changes.length === 0) return "generated files are current";
  const [first = "", second = ""] = changes.map(({ path }) => path);
  if (changes.length === 1) return `${first} was regenerated`;
  return `${first}, ${changes.length === 2 ? second : `and ${changes.length - 1} more`} were regenerated`;
}

/** How long ago, as people say it. */
export function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
