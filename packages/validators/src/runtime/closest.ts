import { failWhole, type IssueCode, type Trail } from "./issues.js";

/** Explanations of unions inside tried branches go no deeper than this: each level multiplies the work. */
const mostTrials = 2;

/**
 * Reports the faults of the branch of a union that comes closest: the one whose shallowest fault lies deepest, of
 * those the one with the fewest. Where each fails at the value itself, the union as a whole is reported.
 */
export function failClosest(
  at: Trail,
  value: unknown,
  branches: readonly ((value: unknown, at: Trail, depth: number) => void)[],
  depth: number,
  code: IssueCode,
  expected: string,
): void {
  let closest: Trail | undefined;
  for (const explain of at.trials < mostTrials ? branches : []) {
    const trial: Trail = { ...at, path: at.path.slice(), issues: [], trials: at.trials + 1 };
    explain(value, trial, depth);
    const gain = shallowest(trial) - (closest === undefined ? at.path.length : shallowest(closest));
    if (gain > 0 || (closest !== undefined && gain === 0 && trial.issues.length < closest.issues.length))
      closest = trial;
  }
  if (closest === undefined) failWhole(at, code, expected);
  else at.issues.push(...closest.issues.slice(0, at.maxIssues - at.issues.length));
}

function shallowest({ issues }: Trail): number {
  return Math.min(...issues.map(({ path }) => path.length));
}
