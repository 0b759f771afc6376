import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "{spec,scripts,docs}/**/*.test.ts",
      "{packages,examples}/*/{src,test}/**/*.test.ts",
      "examples/*/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**"],
    // Much of what is tested waits for other processes: two files at once, on two cores too.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: ["./docs/testing/require-browser.ts"],
    // Real servers, real browsers and real command lines: slow by nature, and bounded.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ["default", "./scripts/tally-reporter.ts"],
  },
});
