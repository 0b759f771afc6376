/**
 * The child process of `warm-redocly.ts`: runs Redocly's command line repeatedly. Each run imports its script under another
 * URL, while the modules that the script imports are loaded once.
 */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const script = pathToFileURL(createRequire(`${process.cwd()}/package.json`).resolve("@redocly/cli/lib/index.js"));
let printed = "";
let runs = 0;

process.stdout.write = (text) => {
  printed += text;
  return true;
};
process.stderr.write = (text) => {
  // Redocly's last line, after the report.
  if (/Diff (passed|failed)/.test(String(text))) {
    process.send?.(printed);
    printed = "";
  }
  return true;
};
process.on("message", (args) => {
  process.argv = [process.execPath, "redocly", ...args];
  runs += 1;
  import(`${script.href}?run=${runs}`);
});
