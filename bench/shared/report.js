import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const results = new URL("../RESULTS.md", import.meta.url);

/** Runs a script in a Node process of its own, flags going to Node, and gives what it printed. */
export async function runNode(script, ...args) {
  const flags = args.filter((arg) => arg.startsWith("--"));
  const rest = args.filter((arg) => !arg.startsWith("--"));
  const command = [...flags, fileURLToPath(script), ...rest];
  const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 1e8 });
  return stdout;
}

/** A Markdown table, its columns aligned. */
export function table(head, rows) {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

/** Prints a section and puts it in RESULTS.md in place of the one before, with the date, the machine and the versions. */
export async function write(section, body) {
  const { dependencies } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  const versions = Object.entries(dependencies).filter(([, version]) => !version.startsWith("link:"));
  const [{ model }] = cpus();
  const text = `## ${section}\n\n${body}\n\n${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} × ${model.trim()}; ${versions.map(([name, version]) => `${name} ${version}`).join(", ")}.\n`;
  console.log(text);
  const before = await readFile(results, "utf8").catch(
    () => "# Results\n\nMade by `pnpm bench`. Ratios of one run each; absolute times are this machine's.\n",
  );
  const others = before.split(/^(?=## )/m).filter((part) => !part.startsWith(`## ${section}\n`));
  await writeFile(results, [...others.map((part) => `${part.trimEnd()}\n`), text].join("\n"));
}
