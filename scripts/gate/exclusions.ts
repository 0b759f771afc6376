import type { Api, Parameter } from "../model.ts";
import { join } from "../read/pointer.ts";
import type { Change } from "./changes.ts";

/** Changes to the parameters that exclude each other (`x-excludes`), an extension that `redocly diff` does not compare. */
export function diffExclusions(base: Api, revision: Api): Change[] {
  return revision.operations.flatMap((operation) => {
    const before = base.operations.find(({ operationId }) => operationId === operation.operationId);
    const where = `${operation.method.toUpperCase()} ${operation.path}`;
    return operation.parameters.flatMap((parameter) => {
      const was = before?.parameters.find((other) => other.name === parameter.name && other.in === parameter.in);
      // With a parameter that is new, nobody has sent it yet.
      const isNew = (other: string) => before?.parameters.every(({ name }) => name !== other) ?? true;
      return was === undefined ? [] : compareExclusions(was, parameter, where, isNew);
    });
  });
}

function compareExclusions(
  before: Parameter,
  { name, excludes, place }: Parameter,
  where: string,
  isNew: (other: string) => boolean,
): Change[] {
  const change = (other: string, rest: Pick<Change, "impact" | "kind" | "what">): Change => {
    return { ...rest, rule: "vinr/exclusion", where, ...place, pointer: join(place.pointer, "x-excludes", other) };
  };
  const gained = excludes.filter((other) => !before.excludes.includes(other) && !isNew(other));
  const lost = before.excludes.filter((other) => !excludes.includes(other));
  return [
    ...gained.map((other) =>
      change(other, {
        impact: "major",
        kind: "added",
        what: `\`${name}\` is no longer allowed together with \`${other}\`.`,
      }),
    ),
    ...lost.map((other) =>
      change(other, {
        impact: "minor",
        kind: "removed",
        what: `\`${name}\` is now allowed together with \`${other}\`.`,
      }),
    ),
  ];
}
