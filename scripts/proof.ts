/** `pnpm proof`: tries a server that serves the VINR API, and prints where it departs from the specification. */
import { readOptions, UsageError, usage } from "./proof/options.ts";
import { redact } from "./proof/redact.ts";
import { describeReport } from "./proof/report.ts";
import { type OnProgress, runProof } from "./proof/run-proof.ts";

/** One line, written anew: for people who watch, and for nobody else. */
const showProgress: OnProgress = (done, total, requests, name) => {
  const line = `${done} of ${total} checks, ${requests} requests: ${name}`;
  process.stderr.write(
    done === total ? "\r\u001b[K" : `\r\u001b[K${line.slice(0, (process.stderr.columns || 80) - 1)}`,
  );
};

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === undefined) {
    console.log(usage);
    return 0;
  }
  try {
    const onProgress = process.stderr.isTTY && !options.json ? showProgress : undefined;
    const report = await runProof(options, { onProgress });
    console.log(options.json ? JSON.stringify(report, null, 2) : describeReport(report));
    return report.departures.length > 0 ? 1 : report.passed ? 0 : 2;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // Whatever failed, no key is printed, and nothing of a server that drives a terminal.
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const lines = stack.split("\n").slice(0, 20);
    throw new Error(lines.map((line) => redact(line, options.key)).join("\n"));
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
