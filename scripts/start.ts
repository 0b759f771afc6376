/** `pnpm start`: the mock API, the sandbox and the docs, made from the spec and remade on each save. */
import { fileURLToPath } from "node:url";
import { assertPortFree } from "./ports.ts";
import { readOptions, type StartOptions, usage } from "./start/options.ts";
import { onOrphaned } from "./start/parents.ts";
import type { Session } from "./start/session.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const started = Date.now();
let session: Session | undefined;
let stopping = false;

const print = (step: string, text: string): void => {
  if (!stopping) console.log(`${step.padEnd(9)} ${text}`);
};

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  // Ctrl-C also ends the processes that the servers use, and they would report that.
  for (const stream of [process.stdout, process.stderr]) stream.write = () => true;
  await session?.close();
  process.exit(code);
}

function stopWithUs(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
  // Nothing reads the output: the terminal was closed, or the parent process died.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void stop(0));
  onOrphaned(() => void stop(0));
}

async function main(options: StartOptions): Promise<void> {
  await assertPortFree(options.docsPort, "--docs-port");
  if (!options.docsOnly) {
    await assertPortFree(options.mockPort, "--mock-port");
    await assertPortFree(options.sandboxPort, "--sandbox-port");
  }
  // Loaded here: what is wrong with an option or a port is said before compilers and servers are read.
  const { seconds, startSession } = await import("./start/session.ts");
  const opened = await startSession(root, options, print);
  if (stopping) return opened.close();
  session = opened;
  print("ready", `in ${seconds(started)}. Watching spec/, guides and samples. Press Ctrl-C to stop.`);
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
  } else {
    stopWithUs();
    await main(options);
  }
} catch (error) {
  if (!stopping) {
    console.error(error instanceof Error ? error.message : error);
    await stop(1);
  }
}
