import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { decisionsPage, readDecisions } from "./decisions.ts";

const record = await readFile(new URL("../../spec/DECISIONS.md", import.meta.url), "utf8");
const written = [...record.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => number);

describe("the page of decisions", () => {
  it("has every row of the record, in its group", () => {
    const groups = readDecisions(record);
    expect(groups.flatMap(({ decisions }) => decisions.map(({ number }) => number))).toEqual(written);
    expect(groups.map(({ title }) => title)).toEqual([...record.matchAll(/^## (.+)$/gm)].map(([, title]) => title));
    const page = decisionsPage(record);
    for (const number of written) expect(page).toMatch(new RegExp(`^\\| ${number} +\\|`, "m"));
    expect(page).toContain(`**${written.length} decisions**`);
  });

  it("leads to files of the repository, not beside the page", () => {
    expect(decisionsPage(record)).not.toContain("](../");
    expect(decisionsPage(record)).toContain("](https://github.com/vinr/openapi/blob/main/decisions/0003-");
  });

  const table = (row: string): string =>
    `# R\n\n## Keys\n\n| # | Question | Decided | To change it |\n|---|---|---|---|\n${row}\n`;

  it("tells what is confirmed from what waits, and what is ours from what the sources say", () => {
    const read = (row: string) => readDecisions(table(row))[0]?.decisions[0];
    expect(read("| 1 | How? | both | `security` |")).toEqual({
      number: "1",
      question: "How?",
      decided: "both",
      change: "`security`",
      isOurs: false,
      confirmed: undefined,
    });
    expect(read("| 2 | How long? | O: 24 hours. Confirmed on 2026-12-01. | `info` |")).toMatchObject({
      decided: "O: 24 hours.",
      isOurs: true,
      confirmed: "2026-12-01",
    });
    expect(read("| 3 | Which? | the code (O: the name) | x |")?.isOurs).toBe(true);
    expect(read("| 4 | Which? | OpenAPI, or Oslo | x |")?.isOurs).toBe(false);
  });

  it("counts both in its first lines", () => {
    const rows = "| 1 | A? | O: a. Confirmed on 2026-12-01. | x |\n| 2 | B? | b | y |";
    const page = decisionsPage(table(rows));
    expect(page).toContain("**2 decisions**. Confirmed by VINR: 1. Awaiting VINR's confirmation: 1. Our own, ");
    expect(page).toMatch(/\| confirmed on 2026-12-01, ours \|/);
    expect(page).toMatch(/\| pending \|/);
  });

  it("rejects a table that lacks a column, and names its group", () => {
    expect(() => decisionsPage("## Keys\n\n| # | Question |\n|---|---|\n| 1 | A? |\n")).toThrow(
      '"Keys" in spec/DECISIONS.md has no column Decided.',
    );
  });

  it("shows HTML as text", () => {
    expect(decisionsPage(table("| 1 | <script>a()</script> | b | c |"))).not.toMatch(/(?<!\\)<script/);
  });
});
