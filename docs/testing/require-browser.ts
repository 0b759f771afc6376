/**
 * Global setup of the tests: without a browser, says at the very end that the browser tests did not run; with
 * `REQUIRE_BROWSER=1`, fails at once.
 */
import { executablePath } from "./browser.ts";

const hint = "Install Chromium (Debian: apt-get install chromium), or name it in the environment variable CHROMIUM.";

export default function setup(): (() => void) | undefined {
  if (executablePath !== undefined) return undefined;
  if (process.env.REQUIRE_BROWSER === "1") throw new Error(`No Chromium was found. ${hint}`);
  return () => console.warn(`\nWARNING: the browser tests were skipped, for no Chromium was found. ${hint}\n`);
}
