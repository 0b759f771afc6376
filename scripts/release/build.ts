import path from "node:path";
import { execa } from "execa";

/**
 * Builds the published packages of a checkout, without telemetry. Unchanged packages come from the checkout's own cache.
 *
 * @throws {Error} if a package does not build, with the output of the build.
 */
export async function buildPackages(root: string): Promise<void> {
  const env = { TURBO_TELEMETRY_DISABLED: "1", TURBO_CACHE_DIR: path.join(root, ".turbo/cache") };
  const command = ["run", "build", "--filter=./packages/*", "--output-logs=errors-only"];
  // By its absolute path, as `root` may be another folder than the one that the PATH of a script is relative to.
  await execa("turbo", command, { cwd: root, env, preferLocal: true, localDir: root });
}
