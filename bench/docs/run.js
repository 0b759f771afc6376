/**
 * Lighthouse on the built docs, mobile, simulated slow 4G: the median of some runs a page.
 *
 * `pnpm bench docs [ROUNDS]`. Chromium is Debian's, or the one that `CHROMIUM` names.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import lighthouse from "lighthouse";

const root = path.resolve(import.meta.dirname, "../..");
const rounds = Number(process.argv[2] ?? 3);
const categories = ["performance", "accessibility", "best-practices", "seo"];
/** The scores that a page has to reach, in the order of the categories; Redoc's own figures for the interactive one. */
const goals = { static: [98, 100, 100, 100], interactive: [48, 96, 97, 91] };
const pages = [
  ["/guides/quickstart/", goals.static],
  ["/guides/webhooks/", goals.static],
  ["/reference/payments/create-payment/", goals.static],
  ["/reference/payments/list-payments/", goals.static],
  ["/reference/schemas/payment/", goals.static],
  ["/errors/already_captured/", goals.static],
  ["/reference/interactive/", goals.interactive],
];

const server = spawn(process.execPath, ["--import", "tsx", "docs/testing/serve.ts"], {
  cwd: root,
  stdio: ["ignore", "pipe", "inherit"],
});
const profile = await mkdtemp(path.join(tmpdir(), "vinr-lighthouse-"));
const browser = startBrowser();
try {
  const origin = await firstLine(server.stdout);
  const port = await debuggingPort();
  let missed = 0;
  console.log(`${"page".padEnd(40)} performance  accessibility  best practices  SEO    (median of ${rounds})`);
  for (const [address, goal] of pages) {
    const scores = [];
    for (let round = 0; round < rounds; round++) scores.push(await measure(origin + address, port));
    const medians = categories.map((_, index) => median(scores.map((score) => score[index])));
    missed += medians.filter((score, index) => score < goal[index]).length;
    const cells = medians.map((score, index) => `${score}${score < goal[index] ? ` < ${goal[index]}` : ""}`.padEnd(13));
    console.log(`${address.padEnd(40)} ${cells.join("  ")}`);
  }
  console.log(missed === 0 ? "Every goal is reached." : `${missed} goals are missed.`);
  process.exitCode = missed === 0 ? 0 : 1;
} finally {
  server.kill();
  browser.kill();
  await sleep(500);
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

function startBrowser() {
  const known = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const executable = known.find((file) => file !== undefined && existsSync(file));
  if (executable === undefined) throw new Error("There is no Chromium. Install it, or name it in CHROMIUM.");
  const args = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
  return spawn(executable, [...args, "--remote-debugging-port=0", `--user-data-dir=${profile}`], { stdio: "ignore" });
}

async function debuggingPort() {
  for (let tries = 0; tries < 100; tries++) {
    const text = await readFile(path.join(profile, "DevToolsActivePort"), "utf8").catch(() => "");
    if (text !== "") return Number(text.split("\n")[0]);
    await sleep(100);
  }
  throw new Error("Chromium did not say where it listens.");
}

async function measure(url, port) {
  const result = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: categories });
  if (process.env.DETAILS !== undefined) {
    const failed = Object.values(result.lhr.audits).filter(({ score }) => score !== null && score < 1);
    console.log(url, failed.map(({ id, score, displayValue = "" }) => `${id} ${score} ${displayValue}`).join("; "));
  }
  return categories.map((name) => Math.round((result.lhr.categories[name]?.score ?? 0) * 100));
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function firstLine(stream) {
  for await (const chunk of stream) return String(chunk).trim();
  throw new Error("The site was not served.");
}
