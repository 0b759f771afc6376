/** A PostgreSQL server for the length of a test, in a folder of its own, without a port. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const installed = "/usr/lib/postgresql";

/** The programs of the newest PostgreSQL of Debian's packages; undefined where there is none. */
const binaries: string | undefined = existsSync(installed)
  ? readdirSync(installed)
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => join(installed, version, "bin"))
      .find((folder) => existsSync(join(folder, "initdb")))
  : undefined;

/** Whether tests of PostgreSQL are skipped. Where it is required, they fail instead. */
export const skipsPostgres = binaries === undefined && process.env.REQUIRE_POSTGRES === undefined;

if (skipsPostgres) console.warn("PostgreSQL (Debian: postgresql) is not installed: its tests are skipped.");

export interface Postgres {
  /** The address of its database, for every client that takes a `postgres://` URL. */
  readonly url: string;
  /** Ends the server and every connection at once. */
  stop(): Promise<void>;
  /** Starts it again, with what was committed before. */
  start(): Promise<void>;
  /** Ends the server, and deletes its folder. */
  close(): Promise<void>;
}

export async function startPostgres(): Promise<Postgres> {
  if (binaries === undefined) throw new Error("PostgreSQL is not installed");
  const programs = binaries;
  const folder = await mkdtemp(join(tmpdir(), "postgres-"));
  const owner = { cwd: folder, ...ownerFor(folder) };
  const data = join(folder, "data");
  const account = ["--username", "vinr", "--auth", "trust"];
  const setup = ["--pgdata", data, ...account, "--no-sync", "--encoding", "UTF8", "--no-locale"];
  execFileSync(join(programs, "initdb"), setup, { stdio: "ignore", ...owner });
  let stop = async (): Promise<void> => undefined;
  const start = async (): Promise<void> => {
    const args = ["-D", data, "-k", folder, "-h", "", "-F"];
    const server = spawn(join(programs, "postgres"), args, { stdio: "ignore", ...owner });
    const exited = once(server, "exit");
    stop = async () => {
      server.kill("SIGINT");
      await exited;
    };
    await waitUntilReady(programs, folder);
  };
  const close = async (): Promise<void> => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await close();
    throw error;
  }
  const url = `postgres://vinr@localhost/postgres?host=${encodeURIComponent(folder)}`;
  return { url, start, stop: () => stop(), close };
}

/** @throws where the server takes no connection after ten seconds. */
async function waitUntilReady(programs: string, folder: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      execFileSync(join(programs, "pg_isready"), ["--host", folder, "--quiet"], { stdio: "ignore" });
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await sleep(100);
    }
  }
}

/** PostgreSQL does not run as root: in a container, it runs as the user of Debian's package. */
function ownerFor(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  chownSync(folder, uid, gid);
  return { uid, gid };
}
