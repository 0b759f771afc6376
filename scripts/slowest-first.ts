import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take ten seconds and more, the slowest first; begun last, one of them would keep a core while the other rests. */
const slow = [
  "scripts/release/story.test.ts",
  "docs/browser.test.ts",
  "scripts/day/day.test.ts",
  "scripts/start.test.ts",
  "scripts/release/dry-run.test.ts",
  "scripts/release/first-hour.test.ts",
  "docs/try/try.test.ts",
  "scripts/gate/packages/packages.test.ts",
  "scripts/gate/compare.test.ts",
  "scripts/release/packages.test.ts",
  "packages/sandbox/test/processes.test.ts",
  "scripts/gate.test.ts",
  "scripts/turbo.test.ts",
  "docs/search.test.ts",
  "docs/reference.test.ts",
  "scripts/generate.test.ts",
  "scripts/generate/command.test.ts",
];

/** The order of the test files: a fresh clone remembers no times, which is where Vitest's own order takes them from. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = slow.findIndex((name) => moduleId.endsWith(`/${name}`));
      return place === -1 ? slow.length : place;
    };
    return files.sort((one, other) => rank(one) - rank(other));
  }
}
