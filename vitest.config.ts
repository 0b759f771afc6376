import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";
import { SlowestFirst } from "./scripts/slowest-first.ts";

/**
 * Whole releases, whole days, and commands that build or start everything, with a registry and package managers: minutes that
 * a change of a line need not wait for.
 */
const long = [
  "scripts/release/{story,dry-run,first-hour,packages}.test.ts",
  "scripts/gate/packages/packages.test.ts",
  "scripts/{day/day,gate,start,turbo}.test.ts",
];

export default defineConfig({
  test: {
    exclude: [...configDefaults.exclude, "**/dist/**"],
    // Much of what is tested waits for other processes: two files at once, on two cores too.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Compilers and linters are loaded once a worker, not once a file; our own modules are fresh in each file all the same.
    isolate: false,
    globalSetup: ["./docs/testing/require-browser.ts", "./scripts/stale-builds.ts"],
    // Real servers, real browsers and real command lines: bounded, but not so closely that a busy machine fails them.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    reporters: ["default", "./scripts/tally-reporter.ts"],
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "tests",
          include: [
            "{spec,scripts,docs}/**/*.test.ts",
            "{packages,examples}/*/{src,test}/**/*.test.ts",
            "examples/*/*.test.ts",
          ],
          exclude: long,
        },
      },
      { extends: true, test: { name: "long", include: long } },
    ],
  },
});
