/**
 * An API engineer's day: eight realistic changes, each made in a clone as CONTRIBUTING.md says, and the files counted that a
 * person edits. The table at the end holds them against their goals.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import * as edits from "./edits.ts";
import type { Edit } from "./edits.ts";
import { DayWorkspace } from "./workspace.ts";

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

/** Makes a change by the recipe, up to a green gate; returns the files that were edited by hand. */
async function follow(changes: readonly Edit[], demanded: "minor" | "major"): Promise<string[]> {
  const byHand = day.edit(changes);
  const generated = await day.generate();
  expect(generated.status, generated.output).toBe(0);
  const suggested = await day.gate("--suggest");
  expect(suggested.status, suggested.output).toBe(0);
  expect(suggested.output).toContain(`demand a ${demanded}.`);
  const gate = await day.gate();
  expect(gate.status, gate.output).toBe(0);
  expect(gate.output).toContain(`It demands a **${demanded}** release.`);
  expect(day.changed().filter((file) => !isWritten(file))).toEqual(byHand);
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

test("a multipart upload is rejected with its line and a hint, and nothing is written", async () => {
  day.startOver();
  const byHand = day.edit(edits.upload);
  const { status, output } = await day.generate();
  expect(status).toBe(1);
  expect(output).toMatch(/^spec\/openapi\.yaml:\d+ .*multipart\/form-data.* → /m);
  expect(day.changed()).toEqual(byHand);
  table.push(["a multipart upload", String(byHand.length), "–", "rejected, with line and hint"]);
});

test("breakage on purpose is red and says whom it breaks", async () => {
  day.startOver();
  const byHand = day.edit(edits.breakage);
  const { status, output } = await day.gate();
  expect(status).toBe(1);
  expect(output).toContain("`amountRefunded` was renamed to `refundedAmount`.");
  expect(output).toMatch(/Breaks: .*clients|Breaks: .*writers/);
  expect(output).toContain("the specification demands a major");
  table.push(["breakage on purpose", String(byHand.length), "–", "red: major, and whom it breaks"]);
});

function asTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")).join("\n");
}
