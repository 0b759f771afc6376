import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with the line that CI reads: `N passed, N failed`, and `, N skipped` if any were. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      let failedTests = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state] += 1;
        if (state === "failed") failedTests += 1;
      }
      // A file that does not load, or whose hook fails, has no failed test but counts as a failure.
      if (module.state() === "failed" && failedTests === 0) count.failed += 1;
    }
    const skipped = count.skipped + count.pending;
    process.stdout.write(
      `\n${count.passed} passed, ${count.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
    );
  }
}
