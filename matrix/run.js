/** `pnpm test:matrix`: the packages, installed from their tarballs, on each runtime and under each compiler. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, readFile, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build, transform } from "esbuild";

const exec = promisify(execFile);
const [, , consumer, mockUrl] = process.argv;
const here = import.meta.dirname;
const installed = (...steps) => path.join(here, "node_modules", ...steps);

await copyFile(path.join(here, "../packages/client/test/smoke.mjs"), path.join(consumer, "smoke.mjs"));
await copyFile(path.join(here, "against-mock.mjs"), path.join(consumer, "against-mock.mjs"));
await copyFile(path.join(here, "node-transport.mjs"), path.join(consumer, "node-transport.mjs"));
await copyFile(path.join(here, "jest.test.cjs"), path.join(consumer, "jest.test.cjs"));
await copyFile(path.join(here, "consumer.ts"), path.join(consumer, "consumer.ts"));
await copyFile(path.join(here, "against-server.mjs"), path.join(consumer, "against-server.mjs"));
// The example of the guide: as it is for Bun and Deno, and as JavaScript for the others.
const example = path.join(here, "../examples/implement-the-api");
for (const name of ["fake.ts", "worker.ts"]) await copyFile(path.join(example, name), path.join(consumer, name));
const { code } = await transform(await readFile(path.join(example, "fake.ts"), "utf8"), { loader: "ts" });
await writeFile(path.join(consumer, "fake.mjs"), code);
await writeFile(
  path.join(consumer, "all.mjs"),
  `import { tryPackages } from "./against-mock.mjs";
   import { tryServer } from "./against-server.mjs";
   import { handler } from "./fake.mjs";
   const serve = (input, init) => handler(new Request(input, init));
   export async function tryAll(options) {
     const lines = [await tryPackages(${JSON.stringify(mockUrl)}, options), await tryServer("https://in.process", serve)];
     return lines.join("; ");
   }`,
);
await writeFile(path.join(consumer, "main.mjs"), `import { tryAll } from "./all.mjs";\nconsole.log(await tryAll());\n`);

const nodes = [
  ["Node 20", process.execPath],
  ["Node 22", installed("node-22/bin/node")],
  ["Node 24", installed("node-24/bin/node")],
];

const cells = [
  ...[...nodes, ["Bun", installed(".bin/bun")]].map(([name, command]) => [name, () => run(command, "main.mjs")]),
  [
    "Deno",
    () =>
      run(
        installed(".bin/deno"),
        "run",
        "--allow-net",
        "--allow-env",
        "--no-remote",
        "--node-modules-dir=manual",
        "main.mjs",
      ),
  ],
  ["Bun's server", () => serve((port) => [installed(".bin/bun"), ["worker.ts"], { PORT: String(port) }])],
  ["Deno's server", () => serve((port) => [installed(".bin/deno"), denoServe(port), {}])],
  ["workerd", inWorkerd],
  ["workerd's server", serveInWorkerd],
  ["Chromium", inChromium],
  ...["5.9", "6.0", "7.0"].map((version) => [`TypeScript ${version}`, () => compile(version)]),
  ["Jest 30", inJest],
  // The last cells install undici, so that everything before runs without it.
  ["no undici", () => run(process.execPath, "node-transport.mjs", "without-undici")],
  ...nodes.map(([name, command]) => [`${name}, undici`, () => runWithUndici(command)]),
];

let failed = 0;
for (const [name, cell] of cells) {
  const outcome = await cell().then(
    (output) => `✓ ${name.padEnd(16)} ${output}`,
    (error) => {
      failed += 1;
      return `✗ ${name.padEnd(16)} ${error.stdout || error.stderr || error.message}`;
    },
  );
  console.log(outcome.trim());
}
console.log(`\n${cells.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function run(command, ...args) {
  // pnpm sets NODE_PATH to its own store, where packages would be found that the consumer did not install.
  const env = { ...process.env, NODE_PATH: "", DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" };
  const { stdout } = await exec(command, args, { cwd: consumer, timeout: 60_000, env });
  return stdout.trim();
}

function denoServe(port) {
  return [
    "serve",
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    "--no-remote",
    "--node-modules-dir=manual",
    "worker.ts",
  ];
}

/** Serves the example by a runtime's own command, and tries it over HTTP. */
async function serve(commandFor) {
  const port = await findPort();
  const [command, args, variables] = commandFor(port);
  const env = { ...process.env, NODE_PATH: "", DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", ...variables };
  // A group of its own: npm's commands are scripts that start the runtime, and ending a script leaves the runtime running.
  const server = spawn(command, args, { cwd: consumer, env, stdio: ["ignore", "ignore", "pipe"], detached: true });
  const exited = once(server, "exit");
  let errors = "";
  server.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  try {
    const origin = `http://127.0.0.1:${port}`;
    for (let tries = 0; !(await isListening(origin)); tries++) {
      if (tries === 100 || server.exitCode !== null) throw new Error(`it does not listen: ${errors}`);
      await sleep(100);
    }
    return await tryServerAt(origin);
  } finally {
    if (server.exitCode === null) process.kill(-server.pid);
    await exited;
  }
}

function isListening(origin) {
  return fetch(origin).then(
    async (response) => {
      await response.text();
      return true;
    },
    () => false,
  );
}

async function findPort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** The checks are loaded from the consumer, so that they use the client which is installed there. */
async function tryServerAt(origin) {
  const { tryServer } = await import(pathToFileURL(path.join(consumer, "against-server.mjs")));
  return tryServer(origin);
}

async function runWithUndici(command) {
  await symlink(installed("undici"), path.join(consumer, "node_modules/undici")).catch((error) => {
    if (error.code !== "EEXIST") throw error;
  });
  return run(command, "node-transport.mjs", "with-undici", mockUrl);
}

async function inJest() {
  await run(process.execPath, installed("jest/bin/jest.js"), "--rootDir", consumer, "--ci");
  return "tests pass in CommonJS";
}

async function compile(version) {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
  };
  await writeFile(path.join(consumer, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
  const tsc = installed(`typescript-${version}`, version === "7.0" ? "bin/tsc" : "lib/tsc.js");
  await run(process.execPath, tsc, "--project", ".");
  return "compiles";
}

/** The smoke test and what it imports as one script for a runtime that has no files. */
async function bundle(platform, source) {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: consumer, loader: "js" },
    bundle: true,
    format: "esm",
    platform,
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0].text;
}

async function inWorkerd() {
  const { Miniflare } = await import("miniflare");
  const script = await bundle(
    "browser",
    `import { tryAll } from "./all.mjs";
     export default { fetch: () => tryAll().then((text) => new Response(text), (error) => new Response(error.stack, { status: 500 })) };`,
  );
  const worker = new Miniflare({ modules: true, script, compatibilityDate: "2026-04-01" });
  try {
    const response = await worker.dispatchFetch("http://worker.test/");
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text;
  } finally {
    await worker.dispose();
  }
}

async function serveInWorkerd() {
  const { Miniflare } = await import("miniflare");
  const script = await bundle("browser", `export { default } from "./worker.ts";`);
  const worker = new Miniflare({ modules: true, script, compatibilityDate: "2026-04-01" });
  try {
    return await tryServerAt((await worker.ready).origin);
  } finally {
    await worker.dispose();
  }
}

async function inChromium() {
  const { chromium } = await import("playwright-core");
  const script = await bundle(
    "browser",
    `import { tryAll } from "./all.mjs";
     globalThis.outcome = tryAll({ dangerouslyAllowBrowser: true });`,
  );
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  await readFile(executablePath).catch(() => {
    throw new Error(`no Chromium at ${executablePath}; install Debian's package or set CHROMIUM`);
  });
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    // A page of the mock's own host: about:blank has no origin to send requests from.
    await page.route("**/page", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
    await page.goto(`${new URL(mockUrl).origin}/page`);
    await page.addScriptTag({ content: script, type: "module" });
    return await page.evaluate(() => globalThis.outcome);
  } finally {
    await browser.close();
  }
}
