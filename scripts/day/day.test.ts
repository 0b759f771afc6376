/**
 * An API engineer's day: eight realistic changes, each made in a clone as CONTRIBUTING.md says, and the files counted that a
 * person edits. The table at the end holds them against their goals.
 */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Edit } from "./edits.ts";
import * as edits from "./edits.ts";
import { asTable } from "./table.ts";
import { DayWorkspace } from "./workspace.ts";

// Each change runs several commands, and one of them a build.
vi.setConfig({ testTimeout: 600_000 });

let day: DayWorkspace;

/** The rows of the table: a change, the files edited by hand, the goal, and what came of it. */
const table: string[][] = [];

beforeAll(() => {
  day = new DayWorkspace();
});

afterAll(() => {
  console.log(asTable([["change", "by hand", "goal", "what the commands said"], ...table]));
  day?.remove();
});

/** Files that a command writes: whole, or in the part that it marks. */
const isWritten = (file: string): boolean =>
  /\/generated\/|^\.changeset\/|^packages\/\w+\/README\.md$|^docs\/src\/content\/docs\/.*\.mdx$/.test(file);

/** Servers that hold behaviour: ours, and those of tests and examples. */
const implementsTheApi = /^packages\/(sandbox\/src|server\/test)\/|^examples\/implement-the-api\//;

/** Makes a change by the recipe, up to a green gate; returns the files that were edited by hand. */
async function follow(changes: readonly Edit[], demanded: "minor" | "major", base = "main"): Promise<string[]> {
  const byHand = day.edit(changes);
  const generated = await day.generate();
  expect(generated.status, generated.output).toBe(0);
  const story = await day.run("vitest", "run", "--project", "tests", "spec/story.test.ts");
  expect(story.status, story.output).toBe(0);
  const suggested = await day.gate("--suggest", "--base", base);
  expect(suggested.status, suggested.output).toBe(0);
  expect(suggested.output).toContain(`require a ${demanded}.`);
  const gate = await day.gate("--base", base);
  expect(gate.status, gate.output).toBe(0);
  expect(gate.output).toContain(`They require a **${demanded}** release.`);
  expect(
    day
      .changed()
      .filter((file) => !isWritten(file))
      .sort(),
  ).toEqual([...byHand].sort());
  return byHand;
}

test("a field takes one file", async () => {
  day.startOver();
  const byHand = await follow(edits.field, "minor");
  table.push(["a field", String(byHand.length), "1", "minor"]);
  expect(byHand).toHaveLength(1);
});

test("filters of a list take one file", async () => {
  day.startOver();
  const byHand = await follow(edits.filters, "minor");
  table.push(["filters of a list", String(byHand.length), "1", "minor"]);
  expect(byHand).toHaveLength(1);
});

test("a new event type takes one file, and is minor", async () => {
  day.startOver();
  const byHand = await follow([...edits.event, edits.eventExample(day.read("spec/openapi.yaml"))], "minor");
  table.push(["an event type", String(byHand.length), "1", "minor"]);
  expect(byHand).toHaveLength(1);
});

test("two operations take the specification and a journey; what does not compile then is behaviour to implement", async () => {
  day.startOver();
  const byHand = await follow(edits.operations, "minor");
  const uncompiled = await day.filesThatDoNotCompile();
  const behaviour = uncompiled.filter((file) => implementsTheApi.test(file));
  const said = `minor; behaviour besides, in ${behaviour.length} files: ${behaviour.join(", ")}`;
  table.push(["two operations", String(byHand.length), "≤ 3", said]);
  expect(byHand.length).toBeLessThanOrEqual(3);
  // Clients, samples, docs and tests follow from the specification: nothing but a server has to be written.
  expect(uncompiled).toEqual(behaviour);
  expect(behaviour).toContain("packages/sandbox/src/operations.ts");
});

test("a deprecation takes one file; its removal is red before the promised date, and major after it", async () => {
  day.startOver();
  const deprecated = await follow(edits.deprecation("2999-12-31"), "minor");
  table.push(["a deprecation", String(deprecated.length), "1", "minor"]);
  day.commitOn("promised");
  day.edit(edits.removal("2999-12-31"));
  const early = await day.gate("--base", "promised");
  expect(early.status).toBe(1);
  expect(early.output).toContain("was promised until 2999-12-31 and is removed: keep it until then.");

  day.startOver();
  day.edit(edits.deprecation("2026-01-31"));
  day.commitOn("due");
  const removed = await follow(edits.removal("2026-01-31"), "major", "due");
  table.push(["its removal", String(removed.length), "1", "red before its date; then major"]);
  expect([deprecated.length, removed.length]).toEqual([1, 1]);
});

test("a merge of two fields conflicts in nothing that a person writes, and the commands mend the rest", async () => {
  for (const [branch, changes] of [
    ["field", edits.field],
    ["other-field", edits.otherField],
  ] as const) {
    day.startOver();
    await follow(changes, "minor");
    day.commitOn(branch);
  }
  const conflicts = day.merge("field");
  expect(conflicts.filter((file) => !isWritten(file))).toEqual([]);
  const generated = await day.generate();
  expect(generated.status, generated.output).toBe(0);
  expect(day.filesWithConflictMarkers()).toEqual([]);
  expect(await day.gate()).toMatchObject({ status: 0 });
  table.push([
    "a merge of two fields",
    "0",
    "0",
    `${conflicts.length} conflicts, in generated files only; generate is green`,
  ]);
});

test("a multipart upload is rejected with its line and a hint, and nothing is written", async () => {
  day.startOver();
  const byHand = day.edit(edits.upload);
  const { status, output } = await day.generate();
  expect(status).toBe(1);
  expect(output).toMatch(/^spec\/openapi\.yaml:\d+ .*multipart\/form-data.* → /m);
  expect(day.changed().sort()).toEqual([...byHand].sort());
  table.push(["a multipart upload", String(byHand.length), "–", "rejected, with line and hint"]);
});

test("breakage on purpose is red and says whom it breaks", async () => {
  day.startOver();
  const byHand = day.edit(edits.breakage);
  const { status, output } = await day.gate();
  expect(status).toBe(1);
  expect(output).toContain("`amountRefunded` was renamed to `refundedAmount`.");
  expect(output).toMatch(/Breaks: .*clients|Breaks: .*writers/);
  expect(output).toContain("the specification requires a major");
  table.push(["breakage on purpose", String(byHand.length), "–", "red: major, and whom it breaks"]);
});
