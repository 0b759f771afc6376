import type { Agreement } from "./agreement.ts";
import type { Bump, Change, Impact } from "./changes.ts";
import type { Comparison } from "./compare.ts";
import { guidanceFor } from "./guidance.ts";

const titles: Readonly<Record<Impact, string>> = { major: "Breaking", minor: "Added or widened", patch: "Words" };

/** The report of a comparison as Markdown: what changed, who it breaks, how they migrate, and whether versions agree. */
export function reportAsMarkdown(comparison: Comparison, agreement: Agreement): string {
  const { changes, demanded } = comparison;
  const verdict =
    agreement.complaints.length === 0 ? "Everything agrees." : agreement.complaints.map((one) => `- ${one}`).join("\n");
  const head = `# What this does to the API\n\n${count(changes)} ${demands(demanded)}\n\n${verdict}\n`;
  const sections = (["major", "minor", "patch"] as const).map((impact) => section(impact, changes));
  return [head, ...sections.filter((text) => text !== "")].join("\n");
}

/** The changes as workflow commands, so that a pull request shows them on their lines. */
export function reportAsAnnotations({ changes }: Comparison, file: string): string {
  return changes
    .filter(({ impact }) => impact !== "patch")
    .map((change) => {
      const level = change.impact === "major" ? "error" : "notice";
      return `::${level} file=${file},line=${change.line},title=${change.impact}: ${change.rule}::${escapeData(`${change.where}: ${change.what}`)}`;
    })
    .join("\n");
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
