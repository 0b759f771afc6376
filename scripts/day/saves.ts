/** How long a save takes to be seen while `pnpm start` runs, in a copy of the workspace. */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { copyWorkspace } from "../scratch.ts";

/** Seconds from each save of one kind to the moment at which it was seen. */
export interface Saves {
  readonly kind: string;
  readonly seconds: readonly number[];
  /** The seconds that it should take at most on an idle machine. */
  readonly goal: number;
}

/**
 * Saves each kind of file whose name begins with the prefix as often as asked, and waits in between until everything
 * is built, which is most of the time that this takes: `onSave` tells each figure as it comes.
 */
export async function measureSaves(
  times: number,
  kindPrefix: string,
  onSave: (kind: string, seconds: number) => void,
): Promise<Saves[]> {
  const scratch = copyWorkspace({ built: true, ownDependencies: true });
  const run = new Started(scratch.root);
  try {
    await run.line("built");
    const measured: Saves[] = [];
    for (const kind of kinds.filter(({ name }) => name.startsWith(kindPrefix))) {
      const seconds: number[] = [];
      for (let number = 1; number <= times; number++) {
        const taken = await run.measure(kind, number);
        onSave(kind.name, taken);
        seconds.push(taken);
      }
      measured.push({ kind: kind.name, seconds, goal: kind.goal });
    }
    return measured;
  } finally {
    await run.stop();
    scratch.remove();
  }
}

/** The middle of an odd number of figures. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

interface Kind {
  readonly name: string;
  readonly goal: number;
  readonly file: string;
  /** The content to save; `mark` is a word that is nowhere yet. */
  edit(text: string, mark: string): string;
  /** The page on which it is looked for, or the step of the line that says it. */
  readonly page?: string;
  readonly step?: string;
  /** Whether a build follows. */
  readonly builds?: boolean;
  /** Whether a build is going on while it is saved. */
  readonly duringBuild?: boolean;
}

const SPEC = "spec/openapi.yaml";
const GUIDE = "docs/src/content/docs/guides/refunds.mdx";
const describePayment = (text: string, mark: string): string =>
  text.replace(/(operationId: createPayment\n(?:.*\n)*? +description: \|\n +)/, `$1Saved as ${mark}. `);

const kinds: readonly Kind[] = [
  {
    name: "the specification, to its page",
    goal: 5,
    file: SPEC,
    edit: describePayment,
    page: "/reference/payments/create-payment/",
    builds: true,
  },
  {
    name: "a summary, to its page and the sidebar",
    goal: 5,
    file: SPEC,
    edit: (text, mark) => text.replace("summary: List settlements", `summary: List settlements as ${mark}`),
    page: "/reference/payments/create-payment/",
    builds: true,
  },
  {
    name: "a guide",
    goal: 2,
    file: GUIDE,
    edit: (text, mark) => text.replace("## Partial refunds", `## Partial refunds ${mark}`),
    page: "/guides/refunds/",
  },
  {
    name: "a guide, while something builds",
    goal: 2,
    file: GUIDE,
    edit: (text, mark) => text.replace("## Partial refunds", `## Partial refunds ${mark}`),
    page: "/guides/refunds/",
    duringBuild: true,
  },
  {
    name: "a sample, to its operation's page",
    goal: 2,
    file: "examples/operations/generated/create-refund.sh",
    edit: (text, mark) => text.replace("curl", `curl --user-agent ${mark}`),
    page: "/reference/refunds/create-refund/",
  },
  {
    name: "a sample, to a guide",
    goal: 2,
    file: "examples/operations/generated/create-refund.ts",
    edit: (text, mark) => `${text}\n// ${mark}\n`,
    page: "/guides/refunds/",
  },
  {
    name: "a rejected specification",
    goal: 2,
    file: SPEC,
    edit: (text, mark) =>
      text.replace("operationId: createPayment\n", `operationId: createPayment\n      ${mark}: 1\n`),
    step: "rejected",
  },
  {
    name: "a rejected style",
    goal: 2,
    file: SPEC,
    edit: (text) => text.replace("summary: List settlements", "summary: List settlements."),
    step: "rejected",
  },
  {
    name: "a rejected specification, while something builds",
    goal: 2,
    file: SPEC,
    edit: (text, mark) =>
      text.replace("operationId: createPayment\n", `operationId: createPayment\n      ${mark}: 1\n`),
    step: "rejected",
    duringBuild: true,
  },
];

/** A running `pnpm start`. */
class Started {
  readonly #root: string;
  readonly #child: ReturnType<typeof spawn>;
  readonly #ended: Promise<unknown>;
  #output = "";

  constructor(root: string) {
    this.#root = root;
    const args = ["--import", "tsx", "scripts/start.ts", "--mock-port", "0", "--sandbox-port", "0", "--docs-port", "0"];
    this.#child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#output += text;
      });
    }
    this.#ended = new Promise((resolve) => this.#child.on("exit", resolve));
  }

  async stop(): Promise<void> {
    this.#child.kill("SIGINT");
    await this.#ended;
  }

  /** Waits for a line of a step after a place in the output; returns its text. */
  async line(step: string, from = 0): Promise<string> {
    const pattern = new RegExp(`^${step} +(.*)$`, "m");
    for (let tries = 0; tries < 30_000; tries++) {
      const [, text] = pattern.exec(this.#output.slice(from)) ?? [];
      if (text !== undefined) return text;
      if (this.#child.exitCode !== null) break;
      await sleep(20);
    }
    throw new Error(`No line ${step} in:\n${this.#output.slice(from)}`);
  }

  /** Seconds from a save until it is seen. The file is as before afterwards, and nothing builds. */
  async measure(
    { file, edit, page, step = "", builds = false, duringBuild = false }: Kind,
    number: number,
  ): Promise<number> {
    const path = join(this.#root, file);
    const mark = `mark${number}`;
    const docs = await this.line("docs");
    const before = readFileSync(path, "utf8");
    const spec = readFileSync(join(this.#root, SPEC), "utf8");
    // The page has been looked at before.
    if (page !== undefined) await fetch(docs + page);
    const start = this.#output.length;
    if (duringBuild) {
      writeFileSync(join(this.#root, SPEC), describePayment(spec, `${mark}-builds`));
      await this.line("reloaded", start);
      await sleep(1000);
    }
    const from = this.#output.length;
    const saved = Date.now();
    writeFileSync(path, edit(file === SPEC ? readFileSync(path, "utf8") : before, mark));
    // An open page loads again when it is told to; each look before would keep the process from what it waits for.
    if (file !== GUIDE) await this.line(page === undefined ? step : "reloaded", from);
    if (page !== undefined) await waitForMark(docs + page, mark);
    const seconds = (Date.now() - saved) / 1000;
    // A specification that is rejected ends the build of the one before.
    if (builds || (duringBuild && page !== undefined)) await this.line("built", start);
    const restored = this.#output.length;
    writeFileSync(path, before);
    if (duringBuild) writeFileSync(join(this.#root, SPEC), spec);
    if (file === SPEC || duringBuild) await this.line("built", restored);
    else await sleep(3000);
    return seconds;
  }
}

/** The longest wait for a save to be seen, in milliseconds. */
const patience = 120_000;

async function waitForMark(url: string, mark: string): Promise<void> {
  const started = Date.now();
  while (!(await (await fetch(url)).text()).includes(mark)) {
    if (Date.now() - started > patience)
      throw new Error(`${url} does not show ${mark}, which was saved two minutes ago.`);
    await sleep(50);
  }
}
