import type { Bump, Change, Impact } from "./changes.ts";
import type { Comparison } from "./compare.ts";
import { guidanceFor } from "./guidance.ts";
import type { Reminder } from "./reminders.ts";

const titles: Readonly<Record<Impact, string>> = { major: "Breaking", minor: "Added or widened", patch: "Wording" };

/** The report of a comparison as Markdown: the changes, whom they break, how to migrate, and the problems. */
export function reportAsMarkdown(
  comparison: Comparison,
  problems: readonly string[],
  warnings: readonly string[],
): string {
  const { changes, demanded } = comparison;
  const summary = problems.length === 0 ? "The version and the changesets match the changes." : list(problems);
  const head = `# Changes to the API\n\n${count(changes)} ${releaseOf(demanded)}\n\n${summary}\n`;
  const dates = warnings.length === 0 ? "" : `## Dates that have passed\n\n${list(warnings)}\n`;
  return join([head, ...sections(changes), dates]);
}

/** The changes alone as Markdown, for those who read what a release changed. */
export function diffAsMarkdown({ changes }: Comparison): string {
  return join([`# Changes to the API\n\n${count(changes)}\n`, ...sections(changes)]);
}

const sections = (changes: readonly Change[]): string[] =>
  (["major", "minor", "patch"] as const).map((impact) => section(impact, changes));

const join = (parts: readonly string[]): string => parts.filter((text) => text !== "").join("\n");

/** Reports a reminder without a reason or a date. */
export function problemOf({ file, line, what, reason }: Reminder): string {
  const hint = file.endsWith("openapi.yaml")
    ? "its description must say `Deprecated: use x. Removed after YYYY-MM-DD.`"
    : "the comment above it must say why, and end with `Look again on YYYY-MM-DD.`";
  return `${file}:${line}: ${what} has no ${reason === undefined ? "reason" : "date"}; ${hint}`;
}

/** Warns that the date of a reminder has passed. */
export function warningOf({ file, line, what, date }: Reminder): string {
  return `${file}:${line}: ${what} was kept until ${date}; remove it, or set a later date and say why.`;
}

/** The changes and the overdue reminders as workflow commands: a pull request shows them on their lines. */
export function reportAsAnnotations({ changes }: Comparison, file: string, passed: readonly Reminder[]): string {
  const annotate = (level: string, at: { file: string; line: number }, title: string, text: string) =>
    `::${level} file=${at.file},line=${at.line},title=${title}::${escapeData(text)}`;
  const rated = changes
    .filter(({ impact }) => impact !== "patch")
    .map(({ impact, rule, line, where, what }) =>
      annotate(impact === "major" ? "error" : "notice", { file, line }, `${impact}: ${rule}`, `${where}: ${what}`),
    );
  const dates = passed.map((one) => annotate("warning", one, "a date has passed", warningOf(one)));
  return [...rated, ...dates].join("\n");
}

function list(sentences: readonly string[]): string {
  return sentences.map((one) => `- ${one}`).join("\n");
}

function releaseOf(bump: Bump): string {
  return bump === "none" ? "No release is needed." : `They require a **${bump}** release.`;
}

function section(impact: Impact, changes: readonly Change[]): string {
  const own = changes.filter((change) => change.impact === impact);
  if (own.length === 0) return "";
  const lines = own.map((change) => {
    const line = `- ${change.kind} · **${change.where}**: ${change.what} (\`${change.rule}\`, line ${change.line})`;
    if (impact !== "major") return line;
    const { who, migrate, first } = guidanceFor(change.rule);
    const steps = first === undefined || change.wasDeprecated === true ? migrate : `${first} ${migrate}`;
    return `${line}\n  - Breaks: ${who}.\n  - Migrate: ${steps}`;
  });
  return `## ${titles[impact]}\n\n${lines.join("\n")}\n`;
}

function count(changes: readonly Change[]): string {
  if (changes.length === 0) return "Nothing changed.";
  const of = (impact: Impact) => changes.filter((change) => change.impact === impact).length;
  return `${of("major")} breaking, ${of("minor")} added or widened, ${of("patch")} in wording.`;
}

/** Escapes the message of a workflow command, as GitHub's own toolkit does. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
