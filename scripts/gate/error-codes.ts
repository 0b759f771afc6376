import type { Api } from "../model.ts";
import { join } from "../read/pointer.ts";
import type { Change } from "./changes.ts";

const pointer = "/components/schemas/ErrorCode/x-error-codes";

/** Changes to the table of error codes, an extension that `redocly diff` does not compare. */
export function diffErrorCodes(base: Api, revision: Api, lineOf: (pointer: string) => number): Change[] {
  const change = (code: string, rest: Pick<Change, "impact" | "kind" | "what">): Change => {
    const at = revision.errorCodes.has(code) ? join(pointer, code) : pointer;
    return { ...rest, rule: "vinr/error-code", where: "error codes", pointer: at, line: lineOf(at) };
  };
  const changes: Change[] = [];
  for (const [code, before] of base.errorCodes) {
    const after = revision.errorCodes.get(code);
    if (after === undefined)
      changes.push(change(code, { impact: "major", kind: "removed", what: `The code \`${code}\` was removed.` }));
    else if (after.status !== before.status || after.type !== before.type) {
      const what = `The code \`${code}\` moved from ${before.status} \`${before.type}\` to ${after.status} \`${after.type}\`.`;
      changes.push(change(code, { impact: "major", kind: "modified", what }));
    }
  }
  for (const code of revision.errorCodes.keys())
    if (!base.errorCodes.has(code))
      changes.push(change(code, { impact: "minor", kind: "added", what: `The code \`${code}\` was added.` }));
  return changes;
}
