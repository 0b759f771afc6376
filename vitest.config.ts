import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";
import { SlowestFirst } from "./scripts/slowest-first.ts";

/**
 * Whole releases, whole days, commands in processes of their own, judges that are not ours, and attacks that take their time:
 * minutes that a change of a line need not wait for.
 */
const long = [
  "scripts/{day/day,gate,journeys,start,turbo}.test.ts",
  "scripts/{generate/command,measure/figures,proof/*,read/document/yaml-growth}.test.ts",
  "scripts/gate/{compare,packages/packages}.test.ts",
  "scripts/generators/{inert,validators/differential,validators/third-party}.test.ts",
  "scripts/release/{dry-run,first-hour,packages,publish,story}.test.ts",
  "scripts/server/{hostile,journeys,judges,sandbox}.test.ts",
  "packages/sandbox/test/attacks/{due-work,slow}.test.ts",
  "examples/guides/agents.test.ts",
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
    expect: { poll: { timeout: 60_000 } },
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
