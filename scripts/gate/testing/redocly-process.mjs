/**
 * The child of `warm-redocly.ts`: runs Redocly's command line again and again. Each run is its script imported anew, under
 * another address; what the script loads is loaded once.
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
  // The last that it says, after the report is printed.
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
