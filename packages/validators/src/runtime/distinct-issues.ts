import type { Issue } from "./issues.js";
import { own } from "./values.js";

/**
 * One issue for each mistake. Several rules may fail for one:
 *
 * - a misspelt property is unknown, and the one that was meant is missing: the misspelling stays;
 * - a value of the wrong type breaks further rules of its place: the type stays;
 * - parts of a schema ask for the same: one of their issues stays.
 */
export function distinctIssues(issues: readonly Issue[]): readonly Issue[] {
  const meant = new Set(
    issues.flatMap((issue) => {
      const suggestion = issue.code === "unknown_property" ? own(issue, "suggestion") : undefined;
      return suggestion === undefined ? [] : [placeOf([...issue.path.slice(0, -1), suggestion])];
    }),
  );
  const wrongTypes = new Set<string>();
  const told = new Set<string>();
  return issues.filter(({ code, path, message }) => {
    const place = placeOf(path);
    const sentence = `${place} ${message}`;
    const isTold = told.has(sentence) || wrongTypes.has(place) || (code === "required" && meant.has(place));
    told.add(sentence);
    if (code === "type") wrongTypes.add(place);
    return !isTold;
  });
}

function placeOf(path: Issue["path"]): string {
  return JSON.stringify(path);
}
