/** `prism proxy`, as its users run it: it forwards requests to a server, and says in a header what is wrong. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import { specFolder } from "../../measure/tools.ts";
import { findFreePort } from "../../ports.ts";

export interface PrismProxy {
  /** Without a base path, which Prism does not know. */
  readonly url: string;
  close(): Promise<void>;
}

export async function startPrismProxy(upstream: string): Promise<PrismProxy> {
  const port = await findFreePort();
  const cli = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");
  // With --errors, Prism would judge requests only.
  const args = [cli, "proxy", path.join(specFolder, "openapi.yaml"), upstream, "--host", "127.0.0.1", "--port"];
  const prism = spawn(process.execPath, [...args, String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((resolve, reject) => {
    prism.once("exit", (code) => reject(new Error(`prism ended with ${code}`)));
    prism.stdout?.on("data", (chunk) => String(chunk).includes("is listening") && resolve());
  });
  return { url: `http://127.0.0.1:${port}`, close: () => end(prism) };
}

async function end(prism: ChildProcess): Promise<void> {
  if (prism.exitCode !== null) return;
  prism.kill();
  await once(prism, "exit");
}

/** Everything that Prism found, of requests and responses, warnings too: an undocumented status is only a warning. */
export function violationsOf(headers: Headers): string[] {
  const text = headers.get("sl-violations");
  if (text === null) return [];
  const violations = JSON.parse(text) as { location: string[]; severity: string; message: string }[];
  return violations.map(({ location, severity, message }) => `${severity} ${location.join(".")} ${message}`);
}
