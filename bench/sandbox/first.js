/** Starts the built command and prints when its first 200 came, in milliseconds, and its memory at rest, in bytes: `node first.js`. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { fileURLToPath } from "node:url";
import { key } from "../shared/payment.js";

const command = fileURLToPath(import.meta.resolve("@vinr/sandbox/package.json").replace("package.json", "dist/cli.js"));
const port = 40_000 + Math.floor(Math.random() * 10_000);
const start = performance.now();
const server = spawn(process.execPath, [command, "--port", String(port)], { stdio: "ignore" });

const ask = () =>
  new Promise((resolve) => {
    const headers = { authorization: `Bearer ${key}` };
    request({ port, host: "127.0.0.1", path: "/v1/payments", headers }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode));
    })
      .on("error", () => resolve(undefined))
      .end();
  });
while ((await ask()) !== 200) {
  if (performance.now() - start > 20_000) throw new Error("The command does not respond.");
  await new Promise((resolve) => setTimeout(resolve, 2));
}
const first = performance.now() - start;
await new Promise((resolve) => setTimeout(resolve, 3000));
const [, resident = "0"] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8")) ?? [];
server.kill();
console.log(JSON.stringify({ first, memory: Number(resident) * 1024 }));
