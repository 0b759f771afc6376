/** A PostgreSQL server for the length of a test, in a folder of its own, without a port. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Pool } from "../sql-store.ts";

const installed = "/usr/lib/postgresql";

/** The programs of the newest PostgreSQL of Debian's packages; undefined where there is none. */
export const binaries: string | undefined = existsSync(installed)
  ? readdirSync(installed)
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => join(installed, version, "bin"))
      .find((folder) => existsSync(join(folder, "initdb")))
  : undefined;

export interface Postgres {
  readonly pool: Pool;
  close(): Promise<void>;
}

export async function startPostgres(): Promise<Postgres> {
  if (binaries === undefined) throw new Error("PostgreSQL is not installed");
  const folder = await mkdtemp(join(tmpdir(), "postgres-"));
  const owner = ownerFor(folder);
  const user = "vinr";
  const data = join(folder, "data");
  const setup = [
    "--pgdata",
    data,
    "--username",
    user,
    "--auth",
    "trust",
    "--no-sync",
    "--encoding",
    "UTF8",
    "--no-locale",
  ];
  execFileSync(join(binaries, "initdb"), setup, { stdio: "ignore", cwd: folder, ...owner });
  const args = ["-D", data, "-k", folder, "-h", "", "-F"];
  const server = spawn(join(binaries, "postgres"), args, { stdio: "ignore", cwd: folder, ...owner });
  const exited = once(server, "exit");
  const pool = new pg.Pool({ host: folder, user, database: "postgres", max: 50 });
  // A connection that the server ends while nobody uses it is a part of some tests.
  pool.on("error", () => undefined);
  const close = async (): Promise<void> => {
    await pool.end();
    server.kill("SIGINT");
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  for (let tries = 0; ; tries++) {
    try {
      (await pool.connect()).release();
      return { pool, close };
    } catch (error) {
      if (tries === 100) {
        await close();
        throw error;
      }
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
