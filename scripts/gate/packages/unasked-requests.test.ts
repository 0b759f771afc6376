/** The packages send no request that nobody asked for: whatever opens a connection in a process that only loads them is found. */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { makeFolder } from "../../testing.ts";
import { findEntryPoints } from "./entry-points.ts";

const workspace = path.resolve(import.meta.dirname, "../../..");

/** Prints each connection and each look-up of a name, by whatever module of Node, and makes none. */
const watch = `
  import dgram from "node:dgram";
  import dns from "node:dns";
  import net from "node:net";
  import { syncBuiltinESMExports } from "node:module";
  const watched = [[net.Socket.prototype, "connect"], [dgram.Socket.prototype, "send"]];
  for (const owner of [dns, dns.promises])
    for (const name of Object.keys(owner)) if (/^(lookup|resolve)/.test(name)) watched.push([owner, name]);
  for (const [owner, name] of watched) {
    owner[name] = () => {
      console.log("unasked: " + name);
      throw new Error("unasked");
    };
  }
  syncBuiltinESMExports();
`;

/** The output of a program where connections are watched, until half a second after its end. */
async function runWatched(program: string): Promise<string> {
  const folder = await makeFolder();
  const [preload, main] = [path.join(folder, "watch.mjs"), path.join(folder, "main.mjs")];
  await writeFile(preload, watch);
  await writeFile(main, `${program}\nsetTimeout(() => console.log("end"), 500);\n`);
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", pathToFileURL(preload).href, main]);
  return stdout;
}

test("to load every entry point, and to make a client and a sandbox, opens no connection", async () => {
  const entries = await findEntryPoints(workspace);
  expect(entries.length).toBeGreaterThan(100);
  const urlOf = (name: string) => pathToFileURL(entries.find((entry) => entry.name === name)?.code ?? "").href;
  const program = `
    ${entries.map(({ code }) => `await import(${JSON.stringify(pathToFileURL(code).href)});`).join("\n")}
    const { Vinr } = await import(${JSON.stringify(urlOf("@vinr/client"))});
    const { createSandbox } = await import(${JSON.stringify(urlOf("@vinr/sandbox"))});
    const sandbox = createSandbox();
    const vinr = new Vinr({ secretKey: sandbox.key(), fetch: sandbox.fetch });
    console.log((await vinr.payments.list()).data.length);
  `;
  expect(await runWatched(program)).toBe("0\nend\n");
});

test.each([
  "await fetch('http://127.0.0.1:65001').catch(() => {})",
  "(await import('node:dns/promises')).lookup('x.test')",
])("a connection is found: %s", async (program) => {
  const failed = runWatched(`try { ${program} } catch {}`);
  expect(await failed).toMatch(/^unasked: (connect|lookup)\nend\n$/);
});
