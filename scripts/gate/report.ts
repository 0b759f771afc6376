import type { Bump, Change, Impact } from "./changes.ts";
import type { Comparison } from "./compare.ts";
import { guidanceFor } from "./guidance.ts";
import type { Reminder } from "./reminders.ts";

const titles: Readonly<Record<Impact, string>> = { major: "Breaking", minor: "Added or widened", patch: "Words" };

/** The report of a comparison as Markdown: what changed, who it breaks, how they migrate, and whether versions agree. */
export function reportAsMarkdown(
  comparison: Comparison,
  complaints: readonly string[],
  warnings: readonly string[],
): string {
  const { changes, demanded } = comparison;
  const verdict = complaints.length === 0 ? "Everything agrees." : list(complaints);
  const head = `# What this does to the API\n\n${count(changes)} ${demands(demanded)}\n\n${verdict}\n`;
  const sections = (["major", "minor", "patch"] as const).map((impact) => section(impact, changes));
  const dates = warnings.length === 0 ? "" : `## Dates that have passed\n\n${list(warnings)}\n`;
  return [head, ...sections, dates].filter((text) => text !== "").join("\n");
}

/** What is wrong with a reminder that lacks its reason or its date. */
export function complaintAbout({ file, line, what, reason }: Reminder): string {
  const way = file.endsWith("openapi.yaml")
    ? "its description has to say `Deprecated: use x. Removed after YYYY-MM-DD.`"
    : "the comment above it has to say why, and end with `Look again on YYYY-MM-DD.`";
  return `${file}:${line}: ${what} stands without ${reason === undefined ? "a reason" : "a date"}; ${way}`;
}

/** That the date of a reminder is over. */
export function warningAbout({ file, line, what, date }: Reminder): string {
  return `${file}:${line}: ${what} was to stand until ${date}; remove it, or set another date and say why.`;
}

/** The changes, and the dates that have passed, as workflow commands, so that a pull request shows them on their lines. */
export function reportAsAnnotations({ changes }: Comparison, file: string, passed: readonly Reminder[]): string {
  const annotate = (level: string, at: { file: string; line: number }, title: string, text: string) =>
    `::${level} file=${at.file},line=${at.line},title=${title}::${escapeData(text)}`;
  const rated = changes
    .filter(({ impact }) => impact !== "patch")
    .map(({ impact, rule, line, where, what }) =>
      annotate(impact === "major" ? "error" : "notice", { file, line }, `${impact}: ${rule}`, `${where}: ${what}`),
    );
  const dates = passed.map((one) => annotate("warning", one, "a date has passed", warningAbout(one)));
  return [...rated, ...dates].join("\n");
}

function list(sentences: readonly string[]): string {
  return sentences.map((one) => `- ${one}`).join("\n");
}

function demands(bump: Bump): string {
  return bump === "none" ? "It demands no release." : `It demands a **${bump}** release.`;
}

function section(impact: Impact, changes: readonly Change[]): string {
  const own = changes.filter((change) => change.impact === impact);
  if (own.length === 0) return "";
  const lines = own.map((change) => {
    const line = `- ${change.kind} · **${change.where}**: ${change.what} (\`${change.rule}\`, line ${change.line})`;
    if (impact !== "major") return line;
    const { who, migrate } = guidanceFor(change.rule);
    return `${line}\n  - Breaks: ${who}.\n  - Migrate: ${migrate}`;
  });
  return `## ${titles[impact]}\n\n${lines.join("\n")}\n`;
}

function count(changes: readonly Change[]): string {
  if (changes.length === 0) return "Nothing changed.";
  const of = (impact: Impact) => changes.filter((change) => change.impact === impact).length;
  return `${of("major")} breaking, ${of("minor")} added or widened, ${of("patch")} in words.`;
}

/** Escapes the message of a workflow command, as GitHub's own toolkit does. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
