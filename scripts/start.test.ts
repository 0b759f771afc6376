/** `pnpm start` as people run it: a process of its own, in a copy of the workspace, edited while it runs. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { key } from "./mock/testing.ts";
import { copyWorkspace, type Scratch } from "./scratch.ts";

let scratch: Scratch;
beforeAll(() => {
  scratch = copyWorkspace({ built: true, ownDependencies: true });
});
afterAll(() => scratch.remove());

/** A run of `start`, its output so far, and how it ended. */
class Run {
  output = "";
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;

  constructor(...args: string[]) {
    const command = ["--import", "tsx", "scripts/start.ts", ...args];
    this.child = spawn(process.execPath, command, { cwd: scratch.root, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk: string) => {
        this.output += chunk;
      });
    }
    this.ended = new Promise((resolve) => this.child.on("exit", resolve));
  }

  /** Waits for a line after a place in the output; says all that was printed when it does not come. */
  async line(pattern: RegExp, from = 0): Promise<string> {
    for (let tries = 0; tries < 1500; tries++) {
      const found = pattern.exec(this.output.slice(from));
      if (found !== null) return found[1] ?? found[0];
      if (this.child.exitCode !== null) break;
      await sleep(200);
    }
    throw new Error(`No line ${pattern} in:\n${this.output}`);
  }
}

/**
 * Vite loads modules anew while it renders a page, and on a busy machine one is used before it is there. The page is right a moment
 * later, which a test waits for.
 */
const reloadedMidway = /^\S+ \[ERROR\] Cannot access '__vite_ssr_import_\d+__' before initialization\n(?: {2}.*\n)*/gm;

const specFile = () => join(scratch.root, "spec/openapi.yaml");

/** Saves as many editors do: the new content in a file beside it, renamed over it. */
function save(content: string): void {
  writeFileSync(`${specFile()}~`, content);
  renameSync(`${specFile()}~`, specFile());
}

async function isReachable(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

/** Returns when a stopped run has left nothing behind: a busy machine may take seconds to end the last process. */
async function expectNothingLeft(): Promise<void> {
  for (let tries = 0; tries < 50 && leftovers().length > 0; tries++) await sleep(200);
  expect(leftovers()).toEqual([]);
}

/** Processes that work in the copy, or name it: what a stopped run would have left behind. */
function leftovers(): string[] {
  const all = execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" }).split("\n");
  return all.filter((line) => line.includes(scratch.root) || workingFolder(line.trim().split(" ")[0]) === scratch.root);
}

function workingFolder(pid = ""): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Gone in the meantime, or a system without /proc, where the names have to do.
    return "";
  }
}

describe("pnpm start", () => {
  describe("while it runs", () => {
    let run: Run;
    let mock: string;
    let docs: string;
    let good: string;
    beforeAll(async () => {
      good = readFileSync(specFile(), "utf8");
      run = new Run("--mock-port", "0", "--sandbox-port", "0", "--docs-port", "0");
      mock = await run.line(/^mock +(http\S+)$/m);
      docs = await run.line(/^docs +(http\S+)$/m);
      await run.line(/^ready +in [\d.]+ s\./m);
    }, 300_000);
    afterAll(() => void run.child.kill("SIGKILL"));

    const page = async (path: string): Promise<string> => (await fetch(docs + path)).text();
    const shows = async (path: string, text: string): Promise<void> => {
      for (let tries = 0; tries < 300 && !(await page(path)).includes(text); tries++) await sleep(100);
      expect(await page(path)).toContain(text);
    };
    const settlement = async (): Promise<string> => {
      const response = await fetch(`${mock}/settlements/setl_3kQ9xZ`, { headers: { "x-api-key": key } });
      return ((await response.json()) as { payoutId: string }).payoutId;
    };

    it("serves the mock and the docs", async () => {
      expect(await settlement()).toBe("po_9hT2mK");
      expect(await page("/reference/settlements/list-settlements/")).toContain("List settlements");
      expect(await page("/guides/quickstart/")).toContain("Quickstart");
    });

    it.each(["/guides/quickstart/", "/guides/quickstart.md", "/openapi.json"])(
      "rejects %s for a Host that resolves to this machine and is another's name",
      async (path) => {
        const request = get(docs + path, { headers: { host: "evil.example" } });
        const [response] = (await once(request, "response")) as [IncomingMessage];
        response.resume();
        expect(response.statusCode).toBe(403);
      },
    );

    it("follows no symbolic link out of the served folder", async () => {
      symlinkSync("/etc/hostname", join(scratch.root, "docs/.site/public/leak.txt"));
      expect((await fetch(`${docs}/leak.txt`)).status).toBe(403);
      expect((await fetch(`${docs}/le%61k.txt`)).status).toBe(403);
      const source = join(scratch.root, "docs/src/leak.txt");
      symlinkSync("/etc/hostname", source);
      for (const path of ["/src/leak.txt", "/src/leak.txt?raw", `/@fs${source}`, `/@fs${source}?import&raw`])
        expect([path, (await fetch(`${docs}${path}`)).status]).toEqual([path, 403]);
      rmSync(source);
    });

    it("serves each page as Markdown, and the downloads", async () => {
      expect(await page("/guides/quickstart.md")).toMatch(/^# Quickstart\n/);
      expect(JSON.parse(await page("/openapi.json")).openapi).toBe("3.1.0");
    });

    it("serves the sandbox, which remembers", { timeout: 300_000 }, async () => {
      const sandbox = await run.line(/^sandbox +(http\S+)$/m);
      const headers = { "x-api-key": key, "content-type": "application/json" };
      const body = JSON.stringify({ amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" });
      const created = await fetch(`${sandbox}/payments`, { method: "POST", headers, body });
      const { id } = (await created.json()) as { id: string };
      expect(await (await fetch(`${sandbox}/payments/${id}`, { headers })).json()).toMatchObject({ id, amount: 1000 });
    });

    it("shows a saved spec in the mock, the docs and the generated files", { timeout: 300_000 }, async () => {
      const from = run.output.length;
      save(changedSpec(good));
      await run.line(/^reloaded +in [\d.]+ s/m, from);
      expect(run.output.slice(from)).toMatch(/^changed +\/paths\/~1settlements\/get\/summary/m);
      expect(await settlement()).toBe("po_changed1");
      expect(await page("/reference/settlements/list-settlements/")).toContain("List all settlements");
      await run.line(/^generate +rewrote packages\/types\/src\/generated\/openapi\.ts$/m, from);
      const types = readFileSync(join(scratch.root, "packages/types/src/generated/openapi.ts"), "utf8");
      expect(types).toContain("List all settlements");
      await shows("/openapi.json", "List all settlements");
    });

    it("says where a saved spec is wrong, at once, and keeps serving the last good one", {
      timeout: 300_000,
    }, async () => {
      const from = run.output.length;
      save(good.replace("  /settlements:\n    get:", "  /settlements:\n    got:"));
      expect(await run.line(/^rejected +(\S+) /m, from)).toMatch(/^spec\/openapi\.yaml:\d+:\d+$/);
      await run.line(/^kept /m, from);
      expect(await settlement()).toBe("po_changed1");
      expect(await page("/reference/settlements/list-settlements/")).toContain("List all settlements");
    });

    it("finishes the build of the good spec that was saved before a wrong one", { timeout: 300_000 }, async () => {
      await run.line(/^built /m, run.output.lastIndexOf("reloaded"));
    });

    it("ends up with the last of two specs that are saved one after the other", { timeout: 300_000 }, async () => {
      const from = run.output.length;
      save(changedSpec(good));
      await sleep(200);
      save(good.replaceAll("po_9hT2mK", "po_second2"));
      await run.line(/^reloaded /m, from);
      for (let tries = 0; tries < 300 && (await settlement()) !== "po_second2"; tries++) await sleep(100);
      expect(await settlement()).toBe("po_second2");
    });

    it("shows a saved guide and a saved sample", { timeout: 300_000 }, async () => {
      const guide = join(scratch.root, "docs/src/content/docs/guides/refunds.mdx");
      writeFileSync(guide, readFileSync(guide, "utf8").replace(/^title: .*$/m, "title: Money back"));
      const sample = join(scratch.root, "examples/operations/generated/create-refund.sh");
      writeFileSync(sample, readFileSync(sample, "utf8").replace("curl", "curl --fail"));
      await shows("/guides/refunds/", "Money back");
      await shows("/guides/idempotency/", "--fail");
      await shows("/reference/refunds/create-refund/", "--fail");
    });

    it.each([
      [
        "front matter that cannot be read",
        (text: string) => text.replace("title:", "title: Webhooks:"),
        /:2:\d+ {2}.*YAML/,
      ],
      ["an unclosed component", (text: string) => text.replace("/>", ">"), /:\d+:\d+ {2}.*<Example>/],
      [
        "an unclosed code block",
        (text: string) => `${text}\n\`\`\`sh\nnpm start\n`,
        /:\d+:1 {2}the code block is not closed/,
      ],
      [
        "a link to nowhere",
        (text: string) => `${text}\n[Nowhere](/guides/no/)\n`,
        /:\d+:1 {2}the link .* points to a page or file that does not exist/,
      ],
    ])("says %s of a saved guide in one line, and goes on", { timeout: 300_000 }, async (_, breakIt, want) => {
      const file = "docs/src/content/docs/guides/webhooks.mdx";
      const whole = readFileSync(join(scratch.root, file), "utf8");
      const from = run.output.length;
      writeFileSync(join(scratch.root, file), breakIt(whole));
      const said = await run.line(/^broken +(.*)$/m, from);
      expect(said.startsWith(file)).toBe(true);
      expect(said).toMatch(want);
      expect((await fetch(`${docs}/guides/webhooks/`)).status).toBe(200);
      writeFileSync(join(scratch.root, file), `${whole}\nMended.\n`);
      await shows("/guides/webhooks/", "Mended.");
      writeFileSync(join(scratch.root, file), whole);
      expect(
        run.output
          .slice(from)
          .replaceAll(reloadedMidway, "")
          .split("\n")
          .filter((line) => !/^(?:changed|generate|built|sandbox|reloaded) /.test(line)),
      ).toEqual([expect.stringMatching(/^broken /), ""]);
    });

    it("rejects a port that is taken, at once, naming the option", async () => {
      const second = new Run("--docs-port", "0", "--mock-port", new URL(docs).port);
      expect(await second.ended).toBe(1);
      const { port } = new URL(docs);
      expect(second.output).toBe(
        `Port ${port} is in use. Stop the program that listens there, or choose another port with --mock-port PORT.\n`,
      );
    });

    it("stops on SIGINT and leaves nothing behind", async () => {
      run.child.kill("SIGINT");
      expect(await run.ended).toBe(0);
      expect(await isReachable(mock)).toBe(false);
      expect(await isReachable(docs)).toBe(false);
      await expectNothingLeft();
      save(good);
    });
  });

  it.each(["SIGTERM", "SIGHUP"] as const)("stops on %s even while it starts", async (signal) => {
    const run = new Run("--docs-only", "--docs-port", "0");
    await run.line(/^check /m);
    await sleep(300);
    run.child.kill(signal);
    expect(await run.ended).toBe(0);
    await sleep(500);
    await expectNothingLeft();
  });

  it("ends on Ctrl-C in a terminal without an error of the package manager", { timeout: 400_000 }, async () => {
    const pnpm = join(scratch.root, "node_modules/pnpm/bin/pnpm.cjs");
    const args = [pnpm, "start", "--docs-only", "--docs-port", "0"];
    // A group of its own, as a terminal gives one to a command: Ctrl-C reaches every process of it.
    const parent = spawn(process.execPath, args, { cwd: scratch.root, detached: true });
    let output = "";
    for (const stream of [parent.stdout, parent.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        output += chunk;
      });
    }
    const ended = new Promise((resolve) => parent.on("exit", resolve));
    for (let tries = 0; tries < 600 && !/^ready /m.test(output); tries++) await sleep(200);
    process.kill(-(parent.pid ?? 0), "SIGINT");
    expect(await ended).toBe(0);
    expect(output.slice(output.indexOf("ready"))).toMatch(/^ready .*\n+$/);
  });

  it("stops when the package manager that runs it is killed", { timeout: 400_000 }, async () => {
    const pnpm = join(scratch.root, "node_modules/pnpm/bin/pnpm.cjs");
    const args = [pnpm, "start", "--docs-only", "--docs-port", "0"];
    const parent = spawn(process.execPath, args, { cwd: scratch.root, stdio: ["ignore", "pipe", "ignore"] });
    let output = "";
    parent.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
    for (let tries = 0; tries < 600 && !/^ready /m.test(output); tries++) await sleep(200);
    const docs = /^docs +(\S+)$/m.exec(output)?.[1] ?? "";
    expect(await isReachable(docs)).toBe(true);
    parent.kill("SIGKILL");
    await expectNothingLeft();
    expect(await isReachable(docs)).toBe(false);
  });

  it("rejects an option that it does not know", async () => {
    const run = new Run("--mockport", "1");
    expect(await run.ended).toBe(1);
    expect(run.output).toContain("--mockport");
  });

  it("does not start on a broken spec, and says where it is broken", async () => {
    const good = readFileSync(specFile(), "utf8");
    save(good.replace("operationId: createPayment", "operationId: createPayment\n      opeartionId: x"));
    const run = new Run("--mock-port", "0", "--sandbox-port", "0", "--docs-port", "0");
    expect(await run.ended).toBe(1);
    expect(run.output).toMatch(/^spec\/openapi\.yaml:\d+:\d+ {2}.*opeartionId/m);
    save(good);
  });
});

function changedSpec(spec: string): string {
  return spec
    .replaceAll("po_9hT2mK", "po_changed1")
    .replace("summary: List settlements", "summary: List all settlements");
}
