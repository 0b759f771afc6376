import { expect, test } from "vitest";
import type { Bump } from "./changes.ts";
import { checkBumps, nextVersion } from "./check-bumps.ts";

const published = ["@vinr/types", "@vinr/validators", "@vinr/client"];
const all = (bump: Bump): Map<string, Bump> => new Map(published.map((name) => [name, bump]));
const comparison = (demanded: Bump, version: string) => ({ changes: [], demanded, baseVersion: "1.2.3", version });

test.each<[Bump, string, Bump]>([
  ["none", "1.2.3", "none"],
  ["patch", "1.2.4", "patch"],
  ["minor", "1.3.0", "minor"],
  ["major", "2.0.0", "major"],
  ["minor", "2.0.0", "major"],
])("accepts a %s change with version %s and a %s changeset", (demanded, version, declared) => {
  expect(checkBumps(comparison(demanded, version), all(declared), published)).toEqual({
    problems: [],
    version: undefined,
    packages: [],
  });
});

test("reports the version that info.version must reach", () => {
  const { problems, version } = checkBumps(comparison("major", "1.3.0"), all("major"), published);
  expect(version).toBe("2.0.0");
  expect(problems).toEqual([
    "`info.version` is 1.3.0; a major change after 1.2.3 makes it at least 2.0.0. Run `pnpm changeset:suggest` to set it.",
  ]);
});

test("reports an info.version that is not a semantic version", () => {
  expect(checkBumps(comparison("none", "next"), all("none"), published).version).toBe("1.2.3");
  expect(() => nextVersion("next", "minor")).toThrow("`info.version` is next, which is not a semantic version");
});

test("names each package whose changeset is missing or too small", () => {
  const declared = new Map<string, Bump>([
    ["@vinr/types", "major"],
    ["@vinr/client", "minor"],
  ]);
  const { problems, packages } = checkBumps(comparison("major", "2.0.0"), declared, published);
  expect(packages).toEqual(["@vinr/validators", "@vinr/client"]);
  expect(problems[0]).toMatch(
    /^No changeset on this branch covers @vinr\/validators; the specification requires a major/,
  );
  expect(problems[1]).toMatch(/^Its changesets declare a minor of @vinr\/client; the specification requires a major/);
});

test.each([
  ["major", "2.0.0"],
  ["minor", "1.3.0"],
  ["patch", "1.2.4"],
  ["none", "1.2.3"],
] as const)("a %s bump takes 1.2.3 to %s", (bump, version) => {
  expect(nextVersion("1.2.3", bump)).toBe(version);
});
