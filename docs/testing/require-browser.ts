/**
 * Global setup of the tests. If Chromium is missing, warns at the very end that the browser tests were skipped, or fails at
 * once with `REQUIRE_BROWSER=1`.
 */
import { executablePath } from "./browser.ts";

const hint =
  "Install Chromium (Debian: apt-get install chromium), or set the environment variable CHROMIUM to its path.";

export default function setup(): (() => void) | undefined {
  if (executablePath !== undefined) return undefined;
  if (process.env.REQUIRE_BROWSER === "1") throw new Error(`Chromium was not found. ${hint}`);
  return () => console.warn(`\nWARNING: the browser tests were skipped because Chromium was not found. ${hint}\n`);
}
