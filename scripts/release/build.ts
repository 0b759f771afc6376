import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

/**
 * Builds the published packages of a checkout; unchanged ones come from its own cache. Turborepo is told to report to nobody.
 *
 * @throws {Error} where a package does not build, with what the build printed.
 */
export async function buildPackages(root: string): Promise<void> {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_CACHE_DIR: path.join(root, ".turbo/cache") };
  const command = ["run", "build", "--filter=./packages/*", "--output-logs=errors-only"];
  try {
    await promisify(execFile)("turbo", command, { cwd: root, env, maxBuffer: 1e8 });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`The packages do not build.\n${stdout}${stderr}`, { cause: error });
  }
}
