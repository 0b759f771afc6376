/** The built command, in a process of its own, as it is left open to others. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(import.meta.resolve("@vinr/sandbox/package.json").replace("package.json", "dist/cli.js"));

/** `certFile` signs the certificates of receivers on this machine. */
export async function startSandbox(certFile) {
  const args = ["--port", "0", "--hosted", "--allow-network", "127.0.0.0/8", "--json", "--limit", "accounts=100000"];
  const server = spawn(process.execPath, [command, ...args], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: certFile },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(server.stdout, "data");
  return {
    origin: JSON.parse(String(line)).url,
    /** Resident, in bytes. */
    memory() {
      const [, kilobytes = "0"] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8")) ?? [];
      return Number(kilobytes) * 1024;
    },
    /** CPU time, in milliseconds: the system counts hundredths of a second. */
    cpu() {
      const fields = readFileSync(`/proc/${server.pid}/stat`, "utf8").split(") ")[1].split(" ");
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    async stop() {
      server.kill("SIGTERM");
      await once(server, "exit");
    },
  };
}
