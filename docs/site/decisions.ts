/** The page of decisions: what the record in `spec/DECISIONS.md` decides, and what awaits VINR's confirmation. */
import { plainMarkdown } from "../reference/plain-markdown.ts";
import { repositoryUrl } from "./page-source.ts";

/** One row of the record. Texts are Markdown. */
export interface Decision {
  readonly number: string;
  readonly question: string;
  readonly decided: string;
  /** How to overrule it; undefined for one about the document itself. */
  readonly change: string | undefined;
  /** Whether VINR's published pages do not cover it, or cover it only in part. */
  readonly isOurs: boolean;
  /** The day on which VINR confirmed it; undefined while it is pending. */
  readonly confirmed: string | undefined;
}

export interface DecisionGroup {
  readonly title: string;
  readonly decisions: readonly Decision[];
}

const frontMatter = `---
title: Decisions
description: "What the specification decides where VINR's published pages are silent or disagree, and what awaits VINR's confirmation."
audience: "For VINR's owner and reviewers, and for developers who want to know what may still change."
editUrl: false
---`;

/** The page as Markdown, from the text of the record. */
export function decisionsPage(record: string): string {
  const groups = readDecisions(record);
  return `${[frontMatter, introduce(groups), ...groups.map(writeGroup)].join("\n\n")}\n`;
}

/**
 * Reads the record: its groups, and the rows of their tables.
 *
 * @throws {Error} for a table without a column for the number, the question or the decision.
 */
export function readDecisions(record: string): DecisionGroup[] {
  const sections = record.split(/^## /m).slice(1);
  return sections.map((section) => {
    const title = section.slice(0, section.indexOf("\n")).trim();
    const [head = [], , ...rows] = section
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .map(cellsOf);
    for (const name of ["#", "Question", "Decided"]) {
      if (!head.includes(name)) throw new Error(`"${title}" in spec/DECISIONS.md has no column ${name}.`);
    }
    return { title, decisions: rows.map((row) => readRow(head, row)) };
  });
}

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

function readRow(head: readonly string[], row: readonly string[]): Decision {
  const read = (name: string): string => row[head.indexOf(name)] ?? "";
  const decided = read("Decided");
  const [, confirmed] = /Confirmed on (\d{4}-\d{2}-\d{2})\.$/.exec(decided) ?? [];
  return {
    number: read("#"),
    question: read("Question"),
    decided: decided.replace(/\s*Confirmed on [\d-]+\.$/, ""),
    change: read("To change it") || undefined,
    isOurs: /\bO(?=[:;.)]|$)/.test(`${decided} ${read("Why")}`),
    confirmed,
  };
}

function introduce(groups: readonly DecisionGroup[]): string {
  const all = groups.flatMap(({ decisions }) => decisions);
  const confirmed = all.filter((one) => one.confirmed !== undefined).length;
  const ours = all.filter(({ isOurs }) => isOurs).length;
  return `The record holds **${all.length} decisions**. Confirmed by VINR: ${confirmed}. Awaiting VINR's confirmation: ${all.length - confirmed}. Our own, because VINR's published pages do not cover them, or cover them only in part: ${ours}; in these, **O** marks our own design. The others choose between pages or repeat them.

To overrule one, make the edit that its row names in \`spec/openapi.yaml\`, then write everything that follows from it:

\`\`\`sh
npx --yes pnpm@10.34.9 generate
\`\`\`

What the sources say to each question is in [the record](${repositoryUrl}/blob/main/spec/DECISIONS.md).`;
}

function writeGroup({ title, decisions }: DecisionGroup): string {
  const rows = decisions.map(({ number, question, decided, change, isOurs, confirmed }) => {
    const state = `${confirmed === undefined ? "pending" : `confirmed on ${confirmed}`}${isOurs ? ", ours" : ""}`;
    return `| ${[number, state, question, decided, change ?? ""].map(withLinks).join(" | ")} |`;
  });
  return [
    `## ${title}`,
    ["| # | State | Question | Decided | To change it |", "|---|---|---|---|---|", ...rows].join("\n"),
  ]
    .map(plainMarkdown)
    .join("\n\n");
}

/** The record's links are paths from `spec/`. */
const withLinks = (cell: string): string => cell.replaceAll(/\]\(\.\.\//g, `](${repositoryUrl}/blob/main/`);
