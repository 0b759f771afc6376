/** What `pnpm start` does, first once and then on each save. */
import { join } from "node:path";
import type { Mock } from "../mock/server.ts";
import { explainListenError } from "../ports.ts";
import type { LoadedSpec } from "../read/load-spec.ts";
import { createBackground } from "./background.ts";
import { changedPointers, describeChanges } from "./changes.ts";
import { checkSpec } from "./check.ts";
import { type DevServer, startDevServer } from "./dev-server.ts";
import type { StartOptions } from "./options.ts";
import { runCommand } from "./run-command.ts";
import { watchSaves } from "./saves.ts";
import { serialize } from "./serialize.ts";

/** Prints a line: `build     4.2 s`. */
export type Print = (step: string, text: string) => void;

export interface Session {
  close(): Promise<void>;
}

/** Starts all that the options ask for, watches the description, and returns when everything is ready. */
export async function startSession(root: string, options: StartOptions, print: Print): Promise<Session> {
  const file = join(root, "spec/openapi.yaml");
  const generate = async () => {
    // Loaded where it is needed: the docs alone wait for no generator and no mock.
    const module = await import("../generate.ts");
    return module.generate({ spec: file, out: root, check: false });
  };

  // From the very beginning: a save during the first build is not to be lost.
  const saves = await watchSaves(root, file);

  print("check", "spec/openapi.yaml …");
  const first = await checkSpec(root);
  if (!first.ok) throw new Error(`${first.problems.join("\n")}\n\nMend the description, then start again.`);
  let served: unknown = first.spec.document;
  if (!options.docsOnly) print("generate", describeGenerated(await generate()));
  print("build", "packages and docs, a moment the first time …");
  await (options.docsOnly ? buildDocs(root) : turboBuild(root));

  const mock = options.docsOnly ? undefined : await listenMock(first.spec, options.mockPort);
  const docs = await listenDocs(join(root, "docs/dist"), options.docsPort);

  let saved = Date.now();
  const site = createBackground(
    (abort) => buildDocs(root, abort),
    () => {
      docs.reload();
      print("site", `in ${seconds(saved)}`);
    },
    (error) => print("failed", String(error)),
  );
  const rebuild = serialize(async () => {
    const started = Date.now();
    saved = started;
    await site.cancel();
    const page = saves.takePage();
    let follow = page !== undefined;
    try {
      if (page !== undefined) return print("changed", page);
      const checked = await checkSpec(root);
      if (!checked.ok) return refuse(checked.problems, print);
      print("changed", describeChanges(changedPointers(served, checked.spec.document)));
      const changes = options.docsOnly ? [] : await generate();
      await mock?.reload(checked.spec);
      served = checked.spec.document;
      // What is quick first: somebody is looking at it. The packages and the whole site follow.
      follow = true;
      await refreshDocs(root);
      docs.reload();
      print("reloaded", `in ${seconds(started)}; the rest of the site follows`);
      if (options.docsOnly) return;
      await turboBuild(root, "--filter=!@vinr/docs");
      print("built", `in ${seconds(started)}; ${describeGenerated(changes)}`);
    } catch (error) {
      print("failed", error instanceof Error ? error.message : String(error));
    } finally {
      if (follow) await site.start();
    }
  });
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

function turboBuild(root: string, filter?: string, abort?: AbortSignal): Promise<void> {
  const filters = filter === undefined ? [] : [filter];
  const args = ["run", "build", ...filters, "--output-logs=errors-only", "--ui=stream"];
  return runCommand(join(root, "node_modules/.bin/turbo"), args, root, abort);
}

function buildDocs(root: string, abort?: AbortSignal): Promise<void> {
  return turboBuild(root, "--filter=@vinr/docs", abort);
}

function refreshDocs(root: string): Promise<void> {
  return runCommand(join(root, "node_modules/.bin/tsx"), ["docs/refresh.ts"], root);
}

async function listenMock(spec: LoadedSpec, port: number): Promise<Mock> {
  const { startMock } = await import("../mock/server.ts");
  return startMock({ spec, port }).catch((error: unknown) => {
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
