/** The parts of `pnpm start`, each by itself. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assertPortFree } from "../ports.ts";
import { changedPointers, describeChanges } from "./changes.ts";
import { checkSpec } from "./check.ts";
import { runLatest } from "./latest.ts";
import { readOptions } from "./options.ts";
import { selectAncestors } from "./parents.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "vinr-parts-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries++) await sleep(20);
  expect(condition()).toBe(true);
}

describe("readOptions", () => {
  it("knows the default ports", () => {
    expect(readOptions([])).toEqual({
      mockPort: 4010,
      sandboxPort: 4020,
      docsPort: 4000,
      docsOnly: false,
      help: false,
    });
  });

  it.each([
    [["--mock-port", "0", "--docs-port", "8080"], { mockPort: 0, docsPort: 8080 }],
    [["--docs-only"], { docsOnly: true }],
    [["--help"], { help: true }],
  ])("reads %j", (args, want) => {
    expect(readOptions(args)).toMatchObject(want);
  });

  it.each([
    [["--mock-port", "http"], /--mock-port takes a port/],
    [["--docs-port", "65536"], /--docs-port takes a port/],
    [["--docs-port=-1"], /--docs-port/],
    [["--dcos-only"], /--dcos-only/],
    [["extra"], /extra/],
  ])("rejects %j", (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});

describe("assertPortFree", () => {
  it("names the port that is taken and the option that changes it", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await until(() => server.listening);
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await expect(assertPortFree(port, "--mock-port")).rejects.toThrow(`Port ${port} is in use. Stop the program`);
    await expect(assertPortFree(port, "--mock-port")).rejects.toThrow("--mock-port PORT");
    server.close();
  });

  it("accepts a free one", async () => {
    await expect(assertPortFree(0, "--mock-port")).resolves.toBeUndefined();
  });
});

describe("selectAncestors", () => {
  const chain = (...args: string[]) => args.map((one, index) => ({ pid: index + 10, args: one }));

  it.each([
    [chain("sh -c node x", "bash"), [10]],
    [chain("node tsx/cli.mjs", "sh -c tsx", "node pnpm.cjs start", "-bash"), [10, 11, 12]],
    [
      chain("node tsx", "sh -c tsx", "node pnpm.cjs", "sh -c pnpm start", "npm exec pnpm", "bash -c npx pnpm"),
      [10, 11, 12, 13, 14],
    ],
    [[], []],
  ])("keeps what belongs to the run of %j", (ancestors, want) => {
    expect(selectAncestors(ancestors)).toEqual(want);
  });
});

describe("changedPointers", () => {
  const before = { info: { title: "A" }, paths: { "/a": { get: { summary: "One" } } }, list: [1, 2] };

  it.each([
    [{ ...before, info: { title: "B" } }, ["/info/title"]],
    [{ ...before, extra: { deep: 1 } }, ["/extra"]],
    [{ info: before.info, paths: {}, list: [1, 2] }, ["/paths/~1a"]],
    [{ ...before, list: [1, 3, 4] }, ["/list/1", "/list/2"]],
    [{ ...before, list: { 0: 1, 1: 2 } }, ["/list"]],
    [structuredClone(before), []],
  ])("finds %j", (after, want) => {
    expect(changedPointers(before, after)).toEqual(want);
  });

  it("fits in one line", () => {
    expect(describeChanges(["/a", "/b", "/c", "/d", "/e"])).toBe("/a  /b  /c and 2 more");
    expect(describeChanges([])).toBe("only comments or formatting");
  });
});

describe("runLatest", () => {
  it("runs once more, not at once, for calls that arrive during a run", async () => {
    let active = 0;
    let runs = 0;
    const run = runLatest(async () => {
      active++;
      runs++;
      expect(active).toBe(1);
      await sleep(20);
      active--;
    });
    const first = run();
    await sleep(5);
    await Promise.all([first, run(), run(), run()]);
    expect(runs).toBe(2);
    await run();
    expect(runs).toBe(3);
  });
});

describe("checkSpec", () => {
  const spec = (lines: string) => `openapi: 3.1.0
info:
  title: T
  version: "1"
paths:
  /a:
    get:
${lines}`;
  const good = spec("      summary: A\n      responses:\n        '200': { description: Fine. }\n");
  const check = async (text: string) => {
    await mkdir(join(folder, "spec"), { recursive: true });
    await writeFile(join(folder, "spec/openapi.yaml"), text);
    await writeFile(join(folder, "spec/redocly.yaml"), "rules:\n  operation-summary: error\n  info-license: warn\n");
    return checkSpec(folder);
  };

  it("passes a good spec, warnings aside", async () => {
    expect(await check(good)).toMatchObject({ ok: true });
  });

  it.each([
    ["a broken structure", good.replace("description", "descriptoin"), /^spec\/openapi\.yaml:10:\d+ {2}/],
    [
      "a contradiction in a schema",
      good.replace(
        "{ description: Fine. }",
        "{ description: Fine., headers: { A: { schema: { minimum: 2, maximum: 1 } } } }",
      ),
      /^spec\/openapi\.yaml:10:\d+ {2}minimum 2 is greater than maximum 1/,
    ],
    [
      "a request that is not read",
      good.replace("/a:", "/{id}.pdf:\n    parameters: [{ name: id, in: path, required: true, schema: {} }]"),
      /^spec\/openapi\.yaml:8:5 {2}the segment \{id\}\.pdf of the path is not one parameter/,
    ],
    ["broken YAML", good.replace("title: T", "title: [T"), /^spec\/openapi\.yaml:\d+:\d+ {2}/],
    [
      "a violation of the style guide",
      good.replace("      summary: A\n", ""),
      /^spec\/openapi\.yaml:7:5 {2}.*summary.*\(operation-summary\)$/,
    ],
  ])("rejects %s, and says where and why", async (_, text, want) => {
    const checked = await check(text);
    expect(checked.ok ? [] : checked.problems[0]).toMatch(want);
  });
});
