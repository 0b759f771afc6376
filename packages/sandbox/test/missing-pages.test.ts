/** A server whose package is replaced while it runs, as an upgrade does: files of its own version are not there any more. */
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { Run } from "./testing/command.js";
import { longKey } from "./testing/hosted.js";

const built = fileURLToPath(new URL("../", import.meta.url));

/** Runs a copy of the package, which loses its pages once it listens. */
async function runAndReplace(args: readonly string[]): Promise<{ run: Run; origin: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), "vinr-replaced-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const dist = path.join(folder, "dist");
  await cp(path.join(built, "dist"), dist, { recursive: true });
  await symlink(path.join(built, "node_modules"), path.join(folder, "node_modules"));
  await writeFile(path.join(folder, "package.json"), '{"type":"module"}');
  const run = new Run(["--port", "0", ...args], { command: path.join(dist, "cli.js") });
  onTestFinished(() => void run.child.kill("SIGKILL"));
  const origin = await run.origin();
  const pages = (await readdir(dist)).filter((name) => name.startsWith("pages-"));
  expect(pages).toHaveLength(1);
  for (const name of pages) await rm(path.join(dist, name));
  return { run, origin };
}

it("responds to whoever opens a page with a documented error, tells of it with the request's id, and stops as ever", async () => {
  const { run, origin } = await runAndReplace([]);
  for (const page of ["/", "/checkout/acct_1/pay_1"]) {
    const response = await fetch(`${origin}${page}`);
    const id = response.headers.get("x-request-id") ?? "none";
    expect([response.status, (await response.json()).error]).toEqual([
      500,
      expect.objectContaining({ code: "internal_error", request_id: id }),
    ]);
    await run.printed(new RegExp(`^${id} Error: The pages could not be loaded: .+ Start the sandbox again\\.`, "m"));
  }
  const headers = { authorization: `Bearer ${longKey}` };
  expect((await fetch(`${origin}/v1/payments`, { headers })).status).toBe(200);
  run.child.kill("SIGTERM");
  expect(await run.ended).toBe(0);
});

it("has its pages from the start where others can reach it", async () => {
  const { run, origin } = await runAndReplace(["--hosted"]);
  const response = await fetch(origin);
  expect([response.status, await response.text()]).toEqual([401, expect.stringContaining("<!doctype html>")]);
  run.child.kill("SIGTERM");
  expect(await run.ended).toBe(0);
});
